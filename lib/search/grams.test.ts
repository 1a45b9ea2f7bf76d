import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionCode, gramsOf, listGrams } from './grams';

const pair = (letters: string) => (letters.charCodeAt(0) << 16) | letters.charCodeAt(1);
const single = (letter: string) => {
  const point = letter.codePointAt(0) ?? 0;
  return ((0xd800 + (point >> 16)) << 16) | (point & 0xffff);
};
const sorted = (codes: number[]) => [...codes].sort((one, other) => one - other);

test('gives pairs and single characters as signed 32-bit numbers, each once', () => {
  expect(sorted(listGrams('养老养老'))).toEqual(sorted([pair('养老'), pair('老养'), single('养'), single('老')]));
  expect(pair('龙龙')).toBeLessThan(0);
});

test('never pairs across punctuation or blanks, and takes punctuation alone', () => {
  expect(sorted(listGrams('一,二 三\n四'))).toEqual(sorted(['一', ',', '二', '三', '四'].map(single)));
});

test('a character outside the basic plane stands alone, and shares its number with nobody', () => {
  expect(sorted(listGrams('𠮷田'))).toEqual(sorted([single('𠮷'), single('田')]));
  expect(single('𠮷')).not.toBe(single(String.fromCodePoint(0x20bb7 & 0xffff)));
});

test.each([
  ['养老', 1, true],
  ['水', 1, true],
  ['𠮷', 1, true],
  ['%', 1, true],
  ['养老服务', 3, false],
  ['(一)', 3, false],
  ['a b', 2, false],
  ['老老老', 1, false],
  ['𠮷田', 2, false],
])('%j is looked for by %i codes, which prove it: %s', (word, count, exact) => {
  const grams = gramsOf(word);
  expect([grams.codes.length, grams.exact]).toEqual([count, exact]);
});

const text = fc.string({ unit: fc.constantFrom('中', '国', '1', 'a', ',', ' ', '\n', '𠮷', '😀', '\u0301') });

test('a text that contains words has all their codes', () => {
  fc.assert(
    fc.property(text, text, text, (before, word, after) => {
      const held = new Set(listGrams(before + word + after));
      return gramsOf(word).codes.every((code) => held.has(code));
    }),
  );
});

test('a code that proves a word stands in no text without it', () => {
  fc.assert(
    fc.property(text, text, (word, other) => {
      const { codes, exact } = gramsOf(word);
      const held = new Set(listGrams(other));
      return !exact || !codes.every((code) => held.has(code)) || other.includes(word);
    }),
  );
});

test('a condition shares no number with a character, a pair or a condition of another kind', () => {
  const conditions = new Set([
    conditionCode('year', 2022),
    conditionCode('municipality', 2022),
    conditionCode('issue', 2022),
    conditionCode('genre', '通知'),
  ]);
  expect(conditions.size).toBe(4);
  for (const code of conditions) expect(code >>> 16).toBeGreaterThanOrEqual(0xda00);
  for (const code of conditions) expect(code >>> 16).toBeLessThan(0xe000);
});
