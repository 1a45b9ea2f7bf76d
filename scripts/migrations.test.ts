import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listRemovals } from './lint/migration-rules';

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

describe('migrations add before they remove', () => {
  /** Those before the rule. */
  const LAST_FREE = '20261130042952_revision';
  const changelog = readFileSync(path.resolve(folder, '..', '..', 'CHANGELOG.md'), 'utf8');
  const sqlOf = (name: string) => readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');

  test.each(names.filter((name) => name > LAST_FREE))('%s', (name) => {
    const isAnnounced = changelog.includes(`\`${name}\``);
    expect(isAnnounced ? [] : listRemovals(sqlOf(name))).toEqual([]);
  });

  test.each([
    ['DROP', 'ALTER TABLE "Document" DROP COLUMN "slug"'],
    ['DROP', 'drop table "Document"'],
    ['DROP', 'ALTER TABLE "Document" ALTER COLUMN "title" DROP NOT NULL'],
    ['DROP', 'DROP INDEX "Document_titleGrams_idx"'],
    ['RENAME', 'ALTER TABLE "Document" RENAME COLUMN "slug" TO "address"'],
    ['RENAME', 'ALTER TABLE "Document" RENAME TO "Text"'],
    ['SET NOT NULL', 'ALTER TABLE "Document"\n  ALTER "genre"\n  SET   NOT NULL'],
    ['a change of type', 'ALTER TABLE "Section" ALTER COLUMN "id" SET DATA TYPE BIGINT'],
    ['a change of type', 'ALTER TABLE "Section" ALTER "id" TYPE BIGINT USING "id"::bigint'],
    ['a change of a type', `ALTER TYPE "Kind" ADD VALUE 'x'`],
    ['a new column that must be given', 'ALTER TABLE "Section" ADD COLUMN "kind2" TEXT NOT NULL'],
    ['a new column that must be given', 'ALTER TABLE "S" ADD "a" INT NOT NULL DEFAULT 0, ADD "b" INT NOT NULL'],
    ['a new constraint', 'ALTER TABLE "Section" ADD CONSTRAINT "c" CHECK ("position" > 0)'],
    ['a new unique index', 'CREATE UNIQUE INDEX "i" ON "Section" ("heading")'],
    ['TRUNCATE', 'TRUNCATE "SearchTerm"'],
    ['DELETE', 'DELETE FROM "SearchTerm"'],
    ['DROP', 'CREATE TABLE "New" ("id" INT); DROP TABLE "Document"'],
    ['DROP', 'DO $$ BEGIN ALTER TABLE "Document" DROP COLUMN "slug"; END $$'],
    ['DROP', '/* adds */ ALTER TABLE "Document" -- adds\n DROP "slug"'],
  ])('%s is found in %s', (name, sql) => {
    expect(listRemovals(sql)).toEqual([expect.stringMatching(new RegExp(`^${name}: `)) as string]);
  });

  test.each([
    'ALTER TABLE "Document" ADD COLUMN "note" TEXT',
    `ALTER TABLE "Document" ADD COLUMN "note" TEXT NOT NULL DEFAULT 'a, b'`,
    `ALTER TABLE "Document" ADD COLUMN "note" TEXT DEFAULT '' NOT NULL`,
    'ALTER TABLE "Document" ADD COLUMN "n" INT GENERATED ALWAYS AS (length("title")) STORED NOT NULL',
    'CREATE INDEX "i" ON "Document" ("slug")',
    'CREATE TABLE "New" ("id" INT NOT NULL); ALTER TABLE "New" ADD CONSTRAINT "k" PRIMARY KEY ("id"); CREATE UNIQUE INDEX "u" ON "New" ("id")',
    `-- DROP TABLE "Document"\nUPDATE "Document" SET "category" = 'DROP'`,
    'CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM "SearchTerm"; RETURN NULL; END $$',
  ])('nothing is found in %s', (sql) => {
    expect(listRemovals(sql)).toEqual([]);
  });
});
