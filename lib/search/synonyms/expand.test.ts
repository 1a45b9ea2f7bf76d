import { expect, test } from 'vitest';
import { parseQuery } from '@/lib/search/query';
import { expandWord } from './expand';
import { sameWords } from './synonyms';

const all = { isOff: false, off: [] };
const also = (q: string, off: string[] = []) => parseQuery(q, { isOff: false, off }).words.map((word) => word.also);

test.each([
  ['低保', ['最低生活保障']],
  ['最低生活保障', ['低保']],
  ['低保标准', ['最低生活保障标准']],
  ['某某市发改委', ['某某市发展改革委', '某某市发展和改革委']],
  ['发展和改革委员会', ['发改委', '发展改革委', '发展和改革委']],
  ['个人社保', ['个人社会保险']],
  ['人大代表', ['人民代表大会代表']],
  ['低保|特困', []],
  ['"低保"', []],
  ['“低保 标准”', []],
])('looks for %s and %j', (q, words) => {
  expect(also(q)).toEqual([words]);
});

test('what was taken off is not looked for, all or some of it', () => {
  expect(also('发改委', ['发展改革委'])).toEqual([['发展和改革委']]);
  expect(parseQuery('低保', { isOff: true, off: [] }).words).toMatchObject([{ typed: ['低保'], also: [] }]);
});

test('excluded words exclude themselves alone', () => {
  expect(parseQuery('标准 -低保').excluded).toEqual(['低保']);
});

test('no word leads to what it finds already, and to no more than three others', () => {
  for (const word of sameWords.keys()) {
    const others = expandWord(word, all);
    expect(others.length).toBeLessThanOrEqual(3);
    for (const other of others) {
      expect(other.includes(word), `${word} ${other}`).toBe(false);
      expect(
        others.some((wider) => wider !== other && other.includes(wider)),
        `${word} ${other}`,
      ).toBe(false);
    }
  }
});
