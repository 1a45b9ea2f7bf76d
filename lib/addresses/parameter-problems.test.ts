import { expect, test } from 'vitest';
import { findParameterProblem, pageRules, SEARCH_RULES } from './parameter-problems';
import { PLACE_PARAMETER, SEARCH_PARAMETERS } from './search-params';

const named = (query: string) => findParameterProblem(new URLSearchParams(query), SEARCH_RULES)?.parameter ?? null;

test.each([
  ['q=养老&municipality=shili&from=2022&to=2022-03-08&sort=newest&page=2', null],
  ['q=&sort=', null],
  ['q=低保&exact=1', null],
  ['q=低保&off=最低生活保障', null],
  ['topic=农业、林业&subject=社保', null],
  ['exact=true', 'exact'],
  ['q=养老&at=shili', null],
  [`q=${'养'.repeat(201)}`, 'q'],
  ['q=养老&sort=best', 'sort'],
  ['from=2022-13', 'from'],
  ['to=去年', 'to'],
  ['page=0', 'page'],
  ['page=51', 'page'],
  ['page=1.5', 'page'],
  ['place=title', 'place'],
  ['validity=old', 'validity'],
  ['municipality=示例市', 'municipality'],
  ['issue=2023-1', 'issue'],
  ['municipality=shili&issue=2023-1', null],
  ['q=a&q=b', 'q'],
  ['munincipality=shili', 'munincipality'],
  ['__proto__=1', '__proto__'],
])('%s: %s', (query, parameter) => expect(named(query)).toBe(parameter));

test('the sentence says what can stand there', () => {
  const problem = findParameterProblem(new URLSearchParams('page=x'), pageRules('page'));
  expect(problem).toEqual({ parameter: 'page', error: '参数“page”的值不对，应当是：从 1 起的整数。' });
});

test('every parameter of the search page has its rule', () => {
  expect(Object.keys(SEARCH_RULES).sort()).toEqual([...SEARCH_PARAMETERS, PLACE_PARAMETER].sort());
});
