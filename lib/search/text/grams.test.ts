import fc from 'fast-check';
import { expect, test } from 'vitest';
import { genres } from '@/lib/gazette';
import { conditionCode, CONDITION_VALUES, gramsOf, listGrams } from './grams';

const pair = (letters: string) => (letters.charCodeAt(0) << 16) | letters.charCodeAt(1);
const single = (letter: string) => {
  const point = letter.codePointAt(0) ?? 0;
  return ((0xd800 + (point >> 16)) << 16) | (point & 0xffff);
};
const sorted = (codes: number[]) => [...codes].sort((one, other) => one - other);

const isTriple = (code: number) => code >>> 16 >= 0xdc00 && code >>> 16 < 0xe000;

test('gives single characters and pairs as signed 32-bit numbers, each once', () => {
  expect(sorted(listGrams('养老'))).toEqual(sorted([pair('养老'), single('养'), single('老')]));
  expect(pair('龙龙')).toBeLessThan(0);
});

test('gives triples with numbers of their own, each once, and other ones for other orders', () => {
  const grams = listGrams('养老养老');
  expect(sorted(grams.filter((code) => !isTriple(code)))).toEqual(
    sorted([pair('养老'), pair('老养'), single('养'), single('老')]),
  );
  expect(grams.filter(isTriple)).toHaveLength(2);
  expect(new Set(['一二三', '三二一', '二一三'].flatMap((text) => listGrams(text).filter(isTriple))).size).toBe(3);
});

test('gives all in order', () => {
  const grams = listGrams('龙养老服务,关于2023年𠮷田');
  expect(grams).toEqual(sorted(grams));
});

test('no triple crosses punctuation, a blank or a character that stands alone', () => {
  for (const text of ['一二,三四', '一二 三四', '一二\n三四', '一𠮷二', ',一二,'])
    expect(listGrams(text).filter(isTriple)).toEqual([]);
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
  ['养老服', 3, false],
  ['养老服务', 2, false],
  ['养老服务中心', 4, false],
  ['养老服务(试行)', 5, false],
  ['(一)', 3, false],
  ['a b', 2, false],
  ['老老老', 2, false],
  ['𠮷田', 2, false],
])('%j is looked for by %i codes, which prove it: %s', (word, count, exact) => {
  const grams = gramsOf(word);
  expect([grams.codes.length, grams.exact]).toEqual([count, exact]);
});

test('the triples of a word come first, for they tell most', () => {
  const { codes, triples } = gramsOf('(一)养老服');
  expect(codes.map(isTriple)).toEqual([true, false, false, false, false, false]);
  expect(triples).toBe(1);
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
    conditionCode('document', 2022),
    conditionCode('document', CONDITION_VALUES - 1),
  ]);
  expect(conditions.size).toBe(6);
  // Characters end at D810, triples begin at DC00.
  for (const code of conditions) expect(code >>> 16).toBeGreaterThan(0xd810);
  for (const code of conditions) expect(code >>> 16).toBeLessThan(0xdc00);
});

test('no two kinds of document share a number: that of one proves it', () => {
  expect(new Set(genres.map((genre) => conditionCode('genre', genre))).size).toBe(genres.length);
});
