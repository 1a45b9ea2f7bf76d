import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '..', 'prisma', 'migrations');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

/** Pairs that share a timestamp. Applied migrations cannot be renamed; no further pair may come. */
const historicPairs = [
  ['20261124000100_corrections_looked_up', '20261124000100_near_wanted_numbers'],
  ['20261125000000_double_issues', '20261125000000_number_counts'],
];

const timestampOf = (name: string): string => name.slice(0, 14);

/** Says whether `YYYYMMDDhhmmss` is a time that exists. */
function isTime(timestamp: string): boolean {
  const iso = timestamp.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6.000Z');
  const time = new Date(iso);
  return !Number.isNaN(time.getTime()) && time.toISOString() === iso;
}

/** Gives a sentence for each name that breaks the rule of CONTRIBUTING.md. */
function faultsOf(sorted: readonly string[]): string[] {
  return sorted.flatMap((name, at) => {
    if (!/^\d{14}_[a-z0-9]+(?:_[a-z0-9]+)*$/.test(name) || !isTime(timestampOf(name)))
      return [`${name} is not called YYYYMMDDhhmmss_name.`];
    const before = sorted[at - 1];
    if (before === undefined || timestampOf(before) < timestampOf(name)) return [];
    const isHistoric = historicPairs.some(([first, second]) => first === before && second === name);
    return isHistoric ? [] : [`${name} has the timestamp of ${before}: their order would hang on their names.`];
  });
}

test('each migration has a name with a timestamp of its own', () => {
  expect(faultsOf(names)).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(historicPairs.flat()));
});

test('each migration has its SQL', () => {
  expect(names.filter((name) => !existsSync(path.join(folder, name, 'migration.sql')))).toEqual([]);
});

test.each([
  [['20270101120000_one', '20270101120000_two'], 'has the timestamp of 20270101120000_one'],
  [['20261125000000_double_issues', '20261125000000_number_counts', '20261125000000_third'], 'number_counts'],
  [['2027_short'], 'is not called'],
  [['20271301120000_no_such_month'], 'is not called'],
  [['20270101120000-dash'], 'is not called'],
])('a fault is found in %j', (sorted, words) => {
  const faults = faultsOf(sorted);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(words);
});
