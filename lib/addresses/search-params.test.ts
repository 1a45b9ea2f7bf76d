import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLACES, SORTS } from '@/lib/search/engine';
import { VALIDITY_STATES } from '@/lib/validity/validity';
import {
  SEARCH_PARAMETERS,
  changeFilter,
  continueFilter,
  isAsked,
  isFromBox,
  isLimited,
  LAST_PAGE,
  parseSearchParams,
  QUERY_LENGTH,
  rawSearchParams,
  searchDataUrl,
  searchFeedUrl,
  searchRequest,
  searchTableUrl,
  searchUrl,
  type SearchFilter,
} from './search-params';

const read = (url: string): SearchFilter =>
  parseSearchParams(rawSearchParams(new URL(url, 'http://localhost').searchParams));
const filter = (given: Partial<SearchFilter> = {}): SearchFilter => ({ q: '', sort: 'relevance', page: 1, ...given });

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .map((typed) => [...parseSearchParams({ q: typed }).q].slice(0, maxLength).join('').trim())
    .filter((typed) => typed !== '');

test('a filter printed and parsed is the same filter', () => {
  const filters = fc.record(
    {
      q: text(60),
      exact: fc.constant('1' as const),
      off: text(20),
      municipality: fc.constantFrom('benxi', 'suzhou-anhui'),
      agency: text(20),
      genre: text(5),
      from: day,
      to: day,
      issue: fc.constantFrom('2023-3', '2018-12'),
      place: fc.constantFrom(...PLACES),
      validity: fc.constantFrom(...VALIDITY_STATES),
      sort: fc.constantFrom(...SORTS),
      page: fc.integer({ min: 1, max: LAST_PAGE }),
    },
    { requiredKeys: ['q', 'municipality', 'sort', 'page'] },
  );
  fc.assert(
    fc.property(filters, (given) => {
      expect(read(searchUrl(given))).toEqual(given);
    }),
  );
});

test('bad values fall back, each for itself', () => {
  expect(
    parseSearchParams({
      q: ['甲', '乙'],
      municipality: '示例',
      agency: ' ',
      genre: '\u0000',
      exact: 'yes',
      off: ' ',
      from: 'singlemessage',
      to: '2022-13',
      issue: '2023',
      place: 'margin',
      validity: '',
      sort: 'random',
      page: '-3',
    }),
  ).toEqual(filter({ q: '甲' }));
  expect(parseSearchParams({})).toEqual(filter());
});

test.each([
  ['10,000 characters', '养'.repeat(10_000), '养'.repeat(QUERY_LENGTH)],
  ['control characters', 'a\u0000\u0007b', 'a b'],
  ['a lone surrogate', 'a\ud83db', 'ab'],
  ['an emoji', '😀', '😀'],
  ['a blank where it is cut', `${'养'.repeat(QUERY_LENGTH - 1)} 老`, '养'.repeat(QUERY_LENGTH - 1)],
  ['blanks', ' \t\u3000', ''],
])('takes %s', (_name, q, expected) => {
  expect(parseSearchParams({ q }).q).toBe(expected);
});

test('nothing at all fails the page', () => {
  const values = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...SEARCH_PARAMETERS), values), (raw) => {
      const given = parseSearchParams(raw);
      expect(read(searchUrl(given))).toEqual(given);
    }),
  );
});

describe('days', () => {
  test.each([
    ['2022', '2022-01-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-06-28', '2022-06-28', '2022-06-28'],
    ['2022-02-30', undefined, undefined],
    ['2022-13', undefined, undefined],
    ['0001', undefined, undefined],
    ['2201', undefined, undefined],
  ])('%s', (typed, from, to) => {
    const given = parseSearchParams({ from: typed, to: typed });
    expect([given.from, given.to]).toEqual([from, to]);
  });

  test('a whole year is written as a year', () => {
    expect(searchUrl(filter({ q: '甲', from: '2018-01-01', to: '2022-12-31' }))).toMatch(/&from=2018&to=2022$/);
  });
});

test('an issue without its municipality says nothing', () => {
  expect(parseSearchParams({ issue: '2023-3' })).toEqual(filter());
});

describe('a changed filter', () => {
  const shown = filter({ q: '甲', municipality: 'shili', issue: '2023-1', genre: '通知', page: 3 });

  test('begins at the first page and keeps the rest', () => {
    expect(changeFilter(shown, { genre: '意见' })).toEqual({ ...shown, genre: '意见', page: 1 });
    expect(changeFilter(shown, { page: 4 })).toEqual({ ...shown, page: 4 });
  });
  test('loses what is taken off, and an issue with its municipality', () => {
    expect(changeFilter(shown, { municipality: undefined })).toEqual(filter({ q: '甲', genre: '通知' }));
    expect(changeFilter(shown, { genre: undefined })).toEqual(
      filter({ q: '甲', municipality: 'shili', issue: '2023-1' }),
    );
  });
});

describe('a search that found more than are counted goes on by date', () => {
  test.each([
    [{}, { sort: 'newest', to: '2019-03-08' }],
    [
      { sort: 'newest', to: '2021-12-31', page: 50 },
      { sort: 'newest', to: '2019-03-08' },
    ],
    [
      { sort: 'oldest', from: '2001-01-01' },
      { sort: 'oldest', from: '2019-03-08' },
    ],
  ] as [Partial<SearchFilter>, Partial<SearchFilter>][])('%j', (shown, goesOn) => {
    expect(continueFilter(filter({ q: '甲', ...shown }), '2019-03-08')).toEqual(filter({ q: '甲', ...goesOn }));
  });
  test('but not to itself', () => {
    expect(continueFilter(filter({ sort: 'newest', to: '2019-03-08' }), '2019-03-08')).toBeNull();
    expect(continueFilter(filter(), null)).toBeNull();
  });
});

test('the feed, the table and the data of a search have its words and conditions', () => {
  const shown = filter({ q: '甲 乙', municipality: 'shili', sort: 'oldest', page: 2 });
  expect(searchFeedUrl(shown)).toBe('/search.atom?q=%E7%94%B2+%E4%B9%99&municipality=shili');
  expect(searchTableUrl(shown)).toBe('/search.csv?q=%E7%94%B2+%E4%B9%99&municipality=shili&sort=oldest');
  expect(searchDataUrl(shown)).toBe('/api/v1/search?q=%E7%94%B2+%E4%B9%99&municipality=shili&sort=oldest&page=2');
});

test('what the engine is asked has the words apart from the conditions', () => {
  const request = searchRequest(filter({ q: '甲 -乙', municipality: 'shili', place: 'table', page: 2 }));
  expect(request.query).toMatchObject({ words: [{ typed: ['甲'] }], excluded: ['乙'] });
  expect(request).toMatchObject({ conditions: { municipality: 'shili', place: 'table' }, sort: 'relevance', page: 2 });
  expect(Object.keys(request.conditions)).toEqual(['municipality', 'place']);
});

test('whether anything is asked, limits, or comes straight from the box', () => {
  expect([isAsked(filter()), isLimited(filter()), isFromBox(filter())]).toEqual([false, false, true]);
  const limited = filter({ genre: '通知' });
  expect([isAsked(limited), isLimited(limited), isFromBox(limited)]).toEqual([true, true, false]);
  expect(isAsked(filter({ q: '甲' }))).toBe(true);
  expect(isFromBox(filter({ q: '甲', sort: 'newest' }))).toBe(false);
  expect(isFromBox(filter({ q: '甲', page: 2 }))).toBe(false);
});

test('other words for the same are no condition, and can be taken off', () => {
  const exact = filter({ q: '低保', exact: '1' });
  expect([isLimited(exact), isFromBox(exact), searchRequest(exact).conditions]).toEqual([false, false, {}]);
  expect(searchRequest(exact).query.words[0]?.also).toEqual([]);
  expect(searchRequest(filter({ q: '低保', off: '最低生活保障' })).query.words[0]?.also).toEqual([]);
  expect(searchFeedUrl(exact)).toContain('exact=1');
});
