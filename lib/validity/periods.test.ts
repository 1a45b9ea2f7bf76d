import { expect, test } from 'vitest';
import { listPeriods } from './periods';
import type { StatementKind, ValidityStatement } from './validity';

const said = (kind: StatementKind, day: string | null, until?: string): ValidityStatement => ({
  kind,
  day: day === null ? null : new Date(day),
  ...(until ? { until: new Date(until) } : {}),
  sentence: kind,
  words: kind,
  wordsAt: 0,
  place: null,
  source: 'b',
});
const periodsOf = (...statements: ValidityStatement[]): string[] =>
  listPeriods(statements).map(({ state, startsOn, endsOn }) =>
    [state, startsOn?.toISOString().slice(0, 10) ?? '…', endsOn?.toISOString().slice(0, 10) ?? '…'].join(' '),
  );

test('nothing said: no period', () => expect(periodsOf()).toEqual([]));

test('a repeal begins on its day', () =>
  expect(periodsOf(said('repeals', '2023-05-01'))).toEqual(['inForce … 2023-04-30', 'repealed 2023-05-01 …']));

test('a repeal of unknown day holds always', () => expect(periodsOf(said('repeals', null))).toEqual(['repealed … …']));

test('first day, amendment, last day, extension', () =>
  expect(
    periodsOf(
      said('starts', '2020-01-01'),
      said('amends', '2021-03-01'),
      said('ends', '2022-12-31'),
      said('extends', '2023-02-01', '2024-12-31'),
    ),
  ).toEqual([
    'inForce 2020-01-01 2021-02-28',
    'amended 2021-03-01 2022-12-31',
    'expired 2023-01-01 2023-01-31',
    'amended 2023-02-01 2024-12-31',
    'expired 2025-01-01 …',
  ]));
