import { expect, test } from 'vitest';
import { decodeSegment, isTypedText, readNumberParam, readPage } from './route-params';

test('segments are decoded, and broken ones are left alone', () => {
  expect(decodeSegment('%E6%9C%AC')).toBe('本');
  expect(decodeSegment('100%')).toBe('100%');
});

test('years and numbers are plain figures', () => {
  expect(readNumberParam('2022')).toBe(2022);
  expect(['0', '03', '-1', '1e3', '20222', ''].map(readNumberParam)).toEqual([null, null, null, null, null, null]);
});

test('a page that makes no sense is the first', () => {
  expect(readPage('3')).toBe(3);
  expect([undefined, 'x', '0', ['2', '3']].map(readPage)).toEqual([1, 1, 1, 1]);
});

test('words are told from an address', () => {
  expect(['示政发[2020]1号', '示政发2020-1', '示例'].map(isTypedText)).toEqual([true, true, true]);
  expect(['shizhengfa-2020-1', 'nothing'].map(isTypedText)).toEqual([false, false]);
});
