import { expect, test } from 'vitest';
import { decideValidity } from './decide';
import { readStated } from './stated-validity';
import type { StatementKind, ValidityStatement } from './validity';

const day = (iso: string | undefined): Date | null => (iso === undefined ? null : new Date(`${iso}T00:00:00Z`));

/** `废止 2023-01-01`, `有效`: a mark; `ends 2027-12-31`: a sentence. */
function statement(said: string): ValidityStatement {
  const [words = '', on] = said.split(' ');
  const isMark = !/^[a-z]/.test(words);
  return {
    kind: isMark ? 'stated' : (words as StatementKind),
    day: day(on),
    ...(isMark ? { stated: words === '废止日期' ? 'ended' : readStated(words) } : {}),
    sentence: said,
    words,
    wordsAt: 0,
    place: null,
    source: isMark ? '来源网页标注' : null,
  };
}

test.each<[string, string[], string, string[]?]>([
  ['a mark alone proves the end', ['废止'], 'repealed'],
  ['失效 is an end of its own kind', ['失效'], 'expired'],
  ['a day alone proves it from that day', ['废止日期 2023-01-01'], 'repealed'],
  ['a day that lies ahead proves nothing', ['废止日期 2030-01-01'], 'unknown', []],
  ['有效 proves nothing', ['有效'], 'unknown', []],
  ['尚未生效 proves nothing', ['尚未生效'], 'unknown', []],
  ['words that nobody knows prove nothing', ['长期'], 'unknown', []],
  ['废止 against a last day that lies ahead', ['废止 2023-01-01', 'ends 2027-12-31'], 'conflict'],
  ['废止 against 继续有效', ['废止', 'extends 2022-01-01'], 'conflict'],
  ['废止 against an amendment', ['废止', 'amends 2022-01-01'], 'conflict'],
  ['废止 after the last amendment', ['废止 2023-01-01', 'amends 2022-01-01'], 'repealed', ['废止 2023-01-01']],
  ['an amendment after 废止', ['废止 2021-01-01', 'amends 2022-01-01'], 'conflict'],
  ['有效 against a repeal', ['有效', 'repeals 2022-01-01'], 'conflict'],
  ['有效 against a last day that went by', ['有效', 'ends 2022-01-01'], 'conflict'],
  ['a day before the first one', ['废止 2021-01-01', 'starts 2022-01-01'], 'conflict'],
  ['a day behind the first one', ['废止 2023-01-01', 'starts 2022-01-01'], 'repealed', ['废止 2023-01-01']],
  ['a form that nobody filled in', ['有效/废止'], 'unknown', []],
  ['the next key in place of a value', ['文号'], 'unknown', []],
  ['否', ['否'], 'repealed'],
  ['有效 beside a last day that lies ahead', ['有效', 'ends 2027-12-31'], 'inForce', ['ends 2027-12-31']],
  ['有效 beside a 废止日期 that is past, in force by a sentence', ['有效 2023-01-01', 'ends 2027-12-31'], 'conflict'],
  ['a mark and a sentence say the same', ['废止', 'repeals 2022-01-01'], 'repealed'],
])('%s', (_name, statements, state, proof = statements) => {
  for (const order of [statements, [...statements].reverse()]) {
    const validity = decideValidity(
      order.map((said) => statement(said)),
      day('2024-06-01')!,
    );
    expect(validity.state).toBe(state);
    expect(validity.proof.map(({ sentence }) => sentence).sort()).toEqual([...proof].sort());
  }
});
