import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listGrams } from '@/lib/search/text/grams';
import { findRespellings, gramsWithoutOne } from './misspelt';

test.each([
  ['关于推进养老服务的意见', '扬老服务', [{ word: '养老服务', kind: 'sound', differences: 1 }]],
  ['关于推进养老服务的意见', '扬老福务', [{ word: '养老服务', kind: 'sound', differences: 2 }]],
  ['关于推进养老服务的意见', '养兔服务', [{ word: '养老服务', kind: 'wrong', differences: 1 }]],
  ['关于推进养老服务的意见', '养兔', []],
  ['关于推进养老服务的意见', '养兔服装', []],
  ['关于推进养老服务的意见', '养老服务', []],
  ['养老', '扬老服务', []],
])('%s for %s: %o', (text, word, respellings) => {
  expect(findRespellings(text, word)).toEqual(respellings);
});

test('a text with the word but for one character contains one of its sets of grams', () => {
  const character = fc.constantFrom('养', '老', '服', '务', '一', '1', 'a');
  const text = fc.array(character, { maxLength: 5 });
  const word = fc.array(character, { minLength: 4, maxLength: 40 });
  fc.assert(
    fc.property(text, word, text, fc.nat(), character, (before, right, after, place, wrong) => {
      const typed = right.with(place % right.length, wrong).join('');
      const held = new Set(listGrams([...before, ...right, ...after].join('')));
      const sets = gramsWithoutOne(typed);
      return sets.length <= 6 && sets.some((grams) => grams.length > 0 && grams.every((gram) => held.has(gram)));
    }),
  );
});
