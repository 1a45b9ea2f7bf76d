import { expect, test } from 'vitest';
import { formatDate, formatIssue, formatLength, formatRuns, formatTotal, shorten } from './format';

test('dates are written as in the gazette, without leading zeros and in no time zone', () => {
  expect(formatDate('2022-06-28')).toBe('2022年6月28日');
  expect(formatDate(new Date('2022-01-05T00:00:00Z'))).toBe('2022年1月5日');
});

test('issues and totals', () => {
  expect(formatIssue({ year: 2022, number: 3 })).toBe('2022年第3号');
  expect(formatTotal(128)).toBe('总第128期');
  expect(formatTotal(null)).toBe('');
});

test('lengths are rounded to what a reader needs', () => {
  expect(formatLength(86)).toBe('86 字');
  expect(formatLength(3640)).toBe('约 3600 字');
  expect(formatLength(12_345)).toBe('约 1.2 万字');
  expect(formatLength(40_000)).toBe('约 4 万字');
});

test('descriptions are cut at a mark where one is near', () => {
  expect(shorten('短句。', 10)).toBe('短句。');
  expect(shorten('一二三四五六，七八九十一二三四', 10)).toBe('一二三四五六…');
  expect(shorten('一二三四五六七八九十一二三四', 10)).toBe('一二三四五六七八九…');
});

test('runs of numbers', () => {
  expect(formatRuns([5, 1, 2, 3])).toBe('1-3、5');
  expect(formatRuns([])).toBe('');
});
