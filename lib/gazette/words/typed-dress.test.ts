import { expect, test } from 'vitest';
import { dressRules, straightenNumbers, straightenWithOffsets } from './typed-dress';
import { readDocNumber } from './typed-number';

test.each(dressRules)('$specimen is a number as typed', ({ specimen, pattern }) => {
  expect(specimen).toMatch(pattern);
  expect(straightenNumbers(specimen)).not.toBe(specimen);
  expect(readDocNumber(specimen)?.canonical).toMatch(/^示政发〔(?:2023|1994)〕1?5号$|^示例市人民政府令第5号$/);
});

test.each([
  '示政发〔2023〕5号',
  '《示例市公共空间品质提升规划（2023—2027年）》',
  '〔2023〕示政发5号',
  '2023年高考12号考场',
  '一（二）班',
])('%s stays as it is', (text) => expect(straightenNumbers(text)).toBe(text));

test('each unit of a straightened text has the place where it was typed', () => {
  const typed = '见示政发5号〔2023〕，另示政发「2022」9号。';
  const { text, offsets } = straightenWithOffsets(typed);
  expect(text).toBe('见示政发〔2023〕5号，另示政发〔2022〕9号。');
  const placeOf = (words: string) => {
    const start = text.indexOf(words);
    return typed.slice(offsets[start], offsets[start + words.length]);
  };
  expect(placeOf('，另')).toBe('，另');
  expect(placeOf('〔2022〕9号')).toBe('「2022」9号');
  expect(placeOf('见示政发〔2023〕5号')).toBe('见示政发5号〔2023〕');
  expect(offsets[text.length]).toBe(typed.length);
});
