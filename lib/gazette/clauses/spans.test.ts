import { expect, test } from 'vitest';
import { lastDayOf, readSpan } from './spans';

test.each([
  ['5年', 60],
  ['五年', 60],
  ['两年', 24],
  ['10年', 120],
  ['一年半', 18],
  ['18个月', 18],
  ['六个月', 6],
  ['半年', 6],
  ['1年零6个月', 18],
  ['五 年', 60],
  ['2025年', null],
  ['若干年', null],
])('%s are %s months', (words, months) => expect(readSpan(words)).toBe(months));

test.each([
  ['2020-03-01', 60, '2025-02-28'],
  ['2019-03-01', 60, '2024-02-29'],
  ['2020-02-29', 60, '2025-02-28'],
  ['2020-02-29', 48, '2024-02-28'],
  ['2023-01-01', 12, '2023-12-31'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2023-06-28', 24, '2025-06-27'],
])('from %s on, %i months end on %s', (first, months, last) => expect(lastDayOf(first, months)).toBe(last));
