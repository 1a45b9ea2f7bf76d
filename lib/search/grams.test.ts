import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listGrams } from './grams';

test('pairs neighbours as signed 32-bit numbers, each once, ascending', () => {
  const code = (pair: string) => ((pair.charCodeAt(0) & 65535) << 16) | pair.charCodeAt(1);
  expect(listGrams('养老养老')).toEqual([code('养老'), code('老养')].sort((one, other) => one - other));
  expect(listGrams('龙龙')[0]).toBeLessThan(0);
});

test('never pairs across punctuation or blanks', () => {
  expect(listGrams('一,二 三。四')).toEqual([]);
});

test('a text that contains words has all their pairs', () => {
  const word = fc.string({ unit: fc.constantFrom('中', '国', '1', 'a', ',', ' ', '𠮷', '😀') });
  fc.assert(
    fc.property(word, word, word, (before, words, after) => {
      const all = new Set(listGrams(before + words + after));
      return listGrams(words).every((pair) => all.has(pair));
    }),
  );
});
