import { expect, test } from 'vitest';
import { listLooserSearches } from './search-loosening';
import type { SearchFilter } from './search-params';

const filter = (given: Partial<SearchFilter>): SearchFilter => ({ q: '', sort: 'relevance', page: 1, ...given });
const list = (given: Partial<SearchFilter>) =>
  listLooserSearches(filter(given)).map(({ dropped, filter: { sort: _sort, page: _page, ...rest } }) => [
    dropped.kind === 'term' ? dropped.term : dropped.kind === 'condition' ? dropped.name : dropped.kind,
    rest,
  ]);

test('one word alone cannot be loosened', () => {
  expect(list({ q: '养老' })).toEqual([]);
  expect(list({ genre: '通知' })).toEqual([]);
});

test('words that were written without blanks can be looked for apart', () => {
  expect(list({ q: '养老床位补贴怎么申请？' })).toEqual([['order', { q: '养老 床位 补贴 申请' }]]);
  expect(list({ q: '"养老床位补贴"' })).toEqual([]);
});

test('every term can be left out, as it was typed', () => {
  expect(list({ q: '养老 "社区 食堂" -托育 标题:"节水 办法" 年:2022' })).toEqual([
    ['养老', { q: '"社区 食堂" -托育 标题:"节水 办法" 年:2022' }],
    ['"社区 食堂"', { q: '养老 -托育 标题:"节水 办法" 年:2022' }],
    ['-托育', { q: '养老 "社区 食堂" 标题:"节水 办法" 年:2022' }],
    ['标题:"节水 办法"', { q: '养老 "社区 食堂" -托育 年:2022' }],
    ['年:2022', { q: '养老 "社区 食堂" -托育 标题:"节水 办法"' }],
  ]);
});

test('conditions go before words: all of them, then each, the years as one', () => {
  expect(list({ q: '养老', genre: '通知', from: '2022-01-01', to: '2022-12-31' })).toEqual([
    ['all', { q: '养老' }],
    ['genre', { q: '养老', from: '2022-01-01', to: '2022-12-31' }],
    ['years', { q: '养老', genre: '通知' }],
    ['养老', { q: '', genre: '通知', from: '2022-01-01', to: '2022-12-31' }],
  ]);
});

test('an issue goes with its municipality', () => {
  expect(list({ q: '养老', municipality: 'shili', issue: '2023-1' })[1]).toEqual(['municipality', { q: '养老' }]);
});

test('without words a condition stays', () => {
  expect(list({ genre: '通知', place: 'table' })).toEqual([
    ['genre', { q: '', place: 'table' }],
    ['place', { q: '', genre: '通知' }],
  ]);
});

test.each([
  ['标题: 养老 服务', ['标题: 养老', '服务']],
  ['“养老”服务', ['“养老”', '服务']],
  ['甲|乙 丙', ['甲|乙', '丙']],
  ['甲 | 乙 丙', ['甲 | 乙', '丙']],
  ['甲 OR "乙" 丙', ['甲 OR "乙"', '丙']],
  ['-"甲 乙" 丙', ['-"甲 乙"', '丙']],
])('the terms of %s', (q, terms) => {
  expect(list({ q }).map(([dropped]) => dropped)).toEqual(terms);
});
