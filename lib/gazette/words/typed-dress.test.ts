import { expect, test } from 'vitest';
import { dressRules, straightenNumbers } from './typed-dress';
import { readDocNumber } from './typed-number';

test.each(dressRules)('$specimen is a number as typed', ({ specimen, pattern }) => {
  expect(specimen).toMatch(pattern);
  expect(straightenNumbers(specimen)).not.toBe(specimen);
  expect(readDocNumber(specimen)?.canonical).toMatch(/^示政发〔2023〕1?5号$/);
});

test.each([
  '示政发〔2023〕5号',
  '《示例市公共空间品质提升规划（2023—2027年）》',
  '〔2023〕示政发5号',
  '2023年高考12号考场',
  '一（二）班',
])('%s stays as it is', (text) => expect(straightenNumbers(text)).toBe(text));
