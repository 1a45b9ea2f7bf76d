import { expect, test } from 'vitest';
import { citingParameters, parseCitingParams } from './citing-params';
import { parseTypedNumber, parseWantedParams, wantedTableUrl, wantedUrl } from './wanted-params';

test.each(['', '?agency=%E5%9B%BD%E5%8A%9E%E5%8F%91', '?year=2022&page=3', '?agency=%E5%9B%BD%E5%8F%91&year=2021'])(
  'the address %s of the wanted list reads back as it was written',
  (parameters) => {
    const filter = parseWantedParams(Object.fromEntries(new URLSearchParams(parameters)));
    expect(wantedUrl(filter)).toBe(`/wenhao${parameters}`);
    expect(wantedTableUrl(filter)).toBe(`/wenhao.csv${parameters.replace('&page=3', '')}`);
  },
);

test('a bad value is none', () => {
  const bad = { agency: ['  ', 'x'], year: 'drop table', page: '-1', number: ['\0示政发 1', 'x'] };
  expect(parseWantedParams(bad)).toEqual({ page: 1 });
  expect(parseWantedParams({ year: '20222', page: '1e9' })).toEqual({ page: 100 });
  expect(parseTypedNumber(bad)).toBe('示政发 1');
});

test('the part of a list of citations is read by the name that its page gives it', () => {
  const filter = parseCitingParams({ relation: 'repeals', cited: '2', page: '9' }, 'cited');
  expect(filter).toEqual({ relation: 'repeals', page: 2 });
  expect(citingParameters(filter, 'cited')).toBe('?relation=repeals&cited=2');
  expect(parseCitingParams({ relation: 'loves', page: 'x' }, 'page')).toEqual({ page: 1 });
  expect(citingParameters({ page: 1 }, 'page')).toBe('');
});
