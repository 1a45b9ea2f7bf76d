import { expect, test } from 'vitest';
import { normalise } from '@/lib/search/text/normalise';
import { listSynonymRows, sameWords } from './synonyms';

const rows = listSynonymRows();
const repeated = (words: readonly string[]): string[] => words.filter((word, at) => words.indexOf(word) !== at);

test('there are enough rows, each with a reason and with different words', () => {
  expect(rows.length).toBeGreaterThanOrEqual(400);
  for (const { words, reason } of rows) {
    expect(reason).not.toBe('');
    expect(words.length, words.join(' ')).toBeGreaterThan(1);
    expect(repeated(words), words.join(' ')).toEqual([]);
  }
});

test('no word stands in two rows of the same, so that nothing leads in a circle', () => {
  expect(repeated(rows.filter(({ kind }) => kind === 'exact').flatMap(({ words }) => words))).toEqual([]);
  const ways = rows.filter(({ kind }) => kind !== 'related').map(({ words }) => words[0]!);
  expect(repeated(ways)).toEqual([]);
});

test('words are written as texts for matching have them, and have at least two characters', () => {
  for (const { words } of rows)
    for (const word of words) {
      expect(normalise(word)).toBe(word);
      expect([...word].length, word).toBeGreaterThan(1);
    }
});

test('what is only related is never the same', () => {
  for (const { kind, words } of rows)
    if (kind === 'related')
      for (const other of words.slice(1)) expect(sameWords.get(words[0]!) ?? []).not.toContain(other);
});
