import { describe, expect, test } from 'vitest';
import type { ValidityStatement } from '@/lib/validity/validity';
import { endOfDecision, isNeverInForce } from './decision-end';

const place = {
  municipality: { slug: 'shili', name: '示例市', sample: true },
  slug: 'b',
  title: '示例市人民政府关于废止部分文件的决定',
  docNumber: '示政发〔2024〕3号',
  address: 'n',
};
const say = (kind: ValidityStatement['kind'], day: string | null, sentence = ''): ValidityStatement => ({
  kind,
  day: day === null ? null : new Date(day),
  sentence,
  words: '',
  wordsAt: 0,
  place,
  source: null,
});
const repealed = (day: string | null, sentence = '《决定》自即日起废止。') => say('repeals', day, sentence);
const day = (value: string) => new Date(value);

describe('the end of a decision that changes others', () => {
  test.each<[string, ValidityStatement[], ReturnType<typeof endOfDecision>]>([
    ['nothing is said', [], {}],
    ['it is repealed', [repealed('2024-01-01')], { endedFrom: day('2024-01-01') }],
    ['repealed on a day that nobody knows', [repealed(null)], { doubtedFrom: day('1000-01-01') }],
    ['撤销', [repealed('2024-01-01', '撤销《决定》。')], { doubtedFrom: day('2024-01-01') }],
    ['恢复', [repealed('2024-01-01', '《决定》废止，恢复原条文。')], { doubtedFrom: day('2024-01-01') }],
    ['it is over', [say('ends', '2023-12-31')], { doubtedFrom: day('2024-01-01') }],
    ['it is changed itself', [say('amends', '2024-01-01')], { doubtedFrom: day('2024-01-01') }],
    [
      'repealed, and treated as in force afterwards',
      [repealed('2024-01-01'), say('extends', '2025-01-01')],
      { endedFrom: day('2024-01-01'), doubtedFrom: day('2025-01-01') },
    ],
  ])('%s', (_name, statements, end) => {
    expect(endOfDecision(statements)).toEqual(end);
    expect(endOfDecision([...statements].reverse())).toEqual(end);
  });
});

test.each([
  ['before its first day', '2023-06-01', true],
  ['on its first day', '2023-07-01', true],
  ['a day later', '2023-07-02', false],
])('what is repealed %s', (_name, ended, isVoid) => {
  const first = { day: day('2023-07-01') };
  expect(isNeverInForce({ ...first, endedFrom: day(ended) })).toBe(isVoid);
  expect(isNeverInForce({ day: null, endedFrom: day(ended) })).toBe(false);
  // Sentences that differ prove nothing.
  expect(isNeverInForce({ ...first, endedFrom: day(ended), doubtedFrom: day(ended) })).toBe(false);
});
