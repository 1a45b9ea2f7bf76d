import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAST_PAGE, parseSearchParams, QUERY_LENGTH, searchUrl, type RawSearchParams } from './search-params';

const readUrl = (url: string): RawSearchParams => Object.fromEntries(new URL(url, 'http://localhost').searchParams);

test('a filter printed and parsed is the same filter', () => {
  const filter = fc.record(
    {
      q: fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => parseSearchParams({ q: text }).q),
      municipality: fc.constantFrom('benxi', 'suzhou-anhui'),
      year: fc.integer({ min: 1900, max: 2200 }),
      page: fc.integer({ min: 1, max: LAST_PAGE }),
    },
    { requiredKeys: ['q', 'page'] },
  );
  fc.assert(
    fc.property(filter, (given) => {
      expect(parseSearchParams(readUrl(searchUrl(given)))).toEqual(given);
    }),
  );
});

test('bad values fall back', () => {
  expect(
    parseSearchParams({ q: ['养老', '托育'], municipality: '本溪', year: 'x', page: '-3', from: 'singlemessage' }),
  ).toEqual({
    q: '养老',
    page: 1,
  });
  expect(parseSearchParams({})).toEqual({ q: '', page: 1 });
});

test.each([
  ['10,000 characters', '养'.repeat(10_000), '养'.repeat(QUERY_LENGTH)],
  ['control characters', 'a\u0000\u0007b', 'a b'],
  ['a lone surrogate', 'a\ud83db', 'ab'],
  ['an emoji', '😀', '😀'],
])('takes %s', (_name, q, expected) => {
  expect(parseSearchParams({ q }).q).toBe(expected);
});
