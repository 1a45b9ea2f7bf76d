import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery, WORDS_LIMIT } from './query';

test.each([
  ['养老 服务', ['养老', '服务'], []],
  ['养老　服务', ['养老', '服务'], []],
  ['“养老 服务” 托育', ['养老服务', '托育'], []],
  ['"养老', ['养老'], []],
  ['养老 -托育', ['养老'], ['托育']],
  ['养老 -"托育 机构"', ['养老'], ['托育机构']],
  ['2018—2020', ['2018-2020'], []],
  ['2018-2020', ['2018-2020'], []],
  ['养老 养老', ['养老'], []],
  ['-', ['-'], []],
  ['""', [], []],
  ['  ', [], []],
  ['-托育', [], ['托育']],
])('reads %j as words %j without %j', (text, words, excluded) => {
  expect(parseQuery(text)).toEqual({ words, excluded });
});

test('reads anything, in bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { words, excluded } = parseQuery(text);
      expect(words.length + excluded.length).toBeLessThanOrEqual(WORDS_LIMIT);
      expect([...words, ...excluded]).not.toContain('');
    }),
  );
});
