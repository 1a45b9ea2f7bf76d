import { describe, expect, test } from 'vitest';
import { decideValidity } from './decide';
import type { StatementKind, ValidityStatement } from './validity';

const municipality = { slug: 'shili', name: '示例市', sample: true };
const day = (iso: string | undefined): Date | null => (iso === undefined ? null : new Date(`${iso}T00:00:00Z`));

/**
 * `repeals 2023-01-01 in b`, `extends 2023-01-01 until 2025-12-31`, `ends 2025-12-31`, `repeals`:
 * one statement, by document a where none is named.
 */
function statement(words: string): ValidityStatement {
  const [, kind, on, until, by = 'a'] = /^(\w+)(?: (\d\S+))?(?: until (\S+))?(?: in (\w))?$/.exec(words) ?? [];
  return {
    kind: kind as StatementKind,
    day: day(on),
    ...(until ? { until: day(until)! } : {}),
    sentence: words,
    words,
    wordsAt: 0,
    place: { municipality, slug: by, title: by, docNumber: null, address: 'n' },
    source: null,
  };
}
const judge = (statements: string[], today = '2024-06-01') =>
  decideValidity(
    statements.map((words) => statement(words)),
    day(today)!,
  );

test('nobody says anything: unknown', () => {
  expect(judge([])).toEqual({ state: 'unknown', proof: [], statements: [] });
  expect(judge(['starts 2020-01-01']).state).toBe('unknown');
});

describe.each<[string, string, string[], string[]?]>([
  ['a repeal holds', 'repealed', ['repeals 2023-01-01']],
  ['a repeal holds on its very day', 'repealed', ['repeals 2024-06-01']],
  ['a repeal whose day nobody knows holds', 'repealed', ['repeals']],
  ['a repeal that lies ahead is none yet', 'inForce', ['repeals 2024-06-02']],
  ['a repeal outweighs an earlier extension', 'repealed', ['extends 2022-01-01', 'repeals 2023-01-01'], ['repeals 2023-01-01']],
  ['a repeal outweighs an earlier amendment', 'repealed', ['amends 2022-01-01', 'repeals 2023-01-01'], ['repeals 2023-01-01']],
  ['a repeal outweighs its own last day', 'repealed', ['ends 2027-01-01', 'repeals 2023-01-01'], ['repeals 2023-01-01']],
  ['the last repeal is denied by nobody', 'repealed', ['repeals 2020-01-01', 'extends 2021-01-01 in b', 'repeals 2022-01-01 in c'], ['repeals 2022-01-01 in c', 'repeals 2020-01-01']],
  ['one text amends and repeals: a new one stands in its place', 'repealed', ['amends 2023-02-01', 'repeals 2023-01-01'], ['repeals 2023-01-01']],
  ['a repeal without a day may be the last word', 'repealed', ['repeals', 'extends 2023-01-01 in b'], ['repeals']],
  ['an extension that ran out denies no repeal any more', 'repealed', ['repeals 2020-01-01', 'extends 2021-01-01 until 2022-01-01 in b'], ['repeals 2020-01-01']],

  ['repealed, later 继续有效', 'conflict', ['repeals 2022-01-01', 'extends 2023-01-01 in b']],
  ['repealed and 继续有效 on one day', 'conflict', ['repeals 2022-01-01', 'extends 2022-01-01 in b']],
  ['repealed, later amended by another', 'conflict', ['repeals 2022-01-01', 'amends 2023-01-01 in b']],
  ['its last day is past, a later text amends it', 'conflict', ['ends 2022-01-01', 'amends 2023-01-01 in b']],
  ['one of two last days is past, the other not', 'conflict', ['ends 2022-01-01', 'ends 2025-01-01']],

  ['its last day is past', 'expired', ['ends 2024-05-31']],
  ['both its last days are past', 'expired', ['ends 2022-01-01', 'ends 2023-01-01']],
  ['it was amended before its last day', 'expired', ['ends 2023-01-01', 'amends 2022-01-01'], ['ends 2023-01-01']],
  ['继续有效 was said before its last day', 'expired', ['ends 2023-01-01', 'extends 2022-01-01'], ['ends 2023-01-01']],
  ['it was extended, and that is past as well', 'expired', ['ends 2020-01-01', 'extends 2019-12-01 until 2023-01-01']],
  ['an extension alone tells the last day', 'expired', ['extends 2019-12-01 until 2023-01-01']],

  ['amended', 'amended', ['amends 2022-01-01']],
  ['amended, by a day nobody knows', 'amended', ['amends']],
  ['amended and extended', 'amended', ['amends 2022-01-01', 'extends 2023-01-01'], ['amends 2022-01-01']],
  ['amended, and its last day is not past', 'amended', ['ends 2025-01-01', 'amends 2022-01-01'], ['amends 2022-01-01']],
  ['an amendment that lies ahead is none yet', 'inForce', ['ends 2025-01-01', 'amends 2024-07-01'], ['ends 2025-01-01']],

  ['its last day is today', 'inForce', ['ends 2024-06-01']],
  ['two last days lie ahead', 'inForce', ['ends 2025-01-01', 'ends 2026-01-01']],
  ['a list says 继续有效', 'inForce', ['extends 2023-01-01']],
  ['extended to a day that is not past', 'inForce', ['ends 2022-01-01', 'extends 2021-12-01 until 2025-01-01'], ['extends 2021-12-01 until 2025-01-01']],
  ['继续有效 after its last day', 'inForce', ['ends 2022-01-01', 'extends 2022-06-01'], ['extends 2022-06-01']],
  ['in force by its own last day, not yet by its first', 'unknown', ['starts 2024-07-01', 'ends 2025-01-01'], []],
  ['one of its first days has come', 'inForce', ['starts 2024-01-01', 'starts 2024-07-01', 'ends 2025-01-01'], ['ends 2025-01-01']],
  ['a last day that the text does not tell claims nothing', 'unknown', ['ends'], []],
])('%s', (_name, state, statements, proof = statements) => {
  test(`is ${state}`, () => {
    const validity = judge(statements);
    expect(validity.state).toBe(state);
    expect(validity.proof.map(({ sentence }) => sentence).sort()).toEqual([...proof].sort());
    // The order in which they are found changes nothing.
    expect(judge([...statements].reverse()).state).toBe(state);
  });
}); // prettier-ignore

test('an extension says 延长 before the last day, and not until when', () => {
  const extension = { ...statement('extends 2022-01-01'), sentence: '《示例办法》有效期延长。' };
  expect(decideValidity([statement('ends 2023-01-01'), extension], day('2024-06-01')!).state).toBe('inForce');
});

test('statements come latest first, those without a day last', () => {
  expect(judge(['repeals', 'amends 2020-01-01', 'extends 2021-01-01']).statements.map(({ kind }) => kind)).toEqual([
    'extends',
    'amends',
    'repeals',
  ]);
});
