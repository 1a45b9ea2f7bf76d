import { expect, test } from 'vitest';
import type * as errors from './errors';
import { isSearchTimeout, isSearchUnavailable, SearchTimeout, SearchUnavailable } from './errors';

/** The module once more, as a second bundle of one process holds it. */
const loadCopy = async () => {
  const name = './errors?copy';
  return (await import(/* @vite-ignore */ name)) as typeof errors;
};

test('each guard knows its own error and no other', () => {
  const thrown = [new SearchTimeout(), new SearchUnavailable(), new Error('SearchTimeout'), { name: 'SearchTimeout' }];
  expect(thrown.map(isSearchTimeout)).toEqual([true, false, false, false]);
  expect(thrown.map(isSearchUnavailable)).toEqual([false, true, false, false]);
  expect([undefined, null, 'SearchTimeout'].some((error) => isSearchTimeout(error) || isSearchUnavailable(error))).toBe(
    false,
  );
});

test('an error of another copy of the module is known, though its class is another one', async () => {
  const copy = await loadCopy();
  expect(new copy.SearchTimeout()).not.toBeInstanceOf(SearchTimeout);
  expect(isSearchTimeout(new copy.SearchTimeout())).toBe(true);
  expect(isSearchUnavailable(new copy.SearchUnavailable())).toBe(true);
});
