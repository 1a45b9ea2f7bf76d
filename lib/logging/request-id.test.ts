import { expect, test } from 'vitest';
import { isRequestId, makeRequestId } from './request-id';

test('takes the names that fronts make', () => {
  for (const name of [
    '3f0a9c52d1be7788aabbccddeeff0011',
    '0b6c2a7e-9d0f-4a3b-8a54-0f3c1f9a2b10',
    '01JE4X9Q2W3E4R5T6Y7V8K9N0P',
  ])
    expect(isRequestId(name)).toBe(true);
});

test.each([
  undefined,
  '',
  'short',
  'a'.repeat(65),
  'with blank in it',
  'zarquonfrob-zarquonfrob',
  'deadbeef',
  'wenhua-guanli-2023-0001',
  'q=鸢尾暗语',
  'line\nfeed-and-more',
  ['abcdefgh', 'ijklmnop'],
])('does not take %j', (name) => {
  expect(isRequestId(name)).toBe(false);
});

test('makes one name for each request, in the form that it takes', () => {
  const names = new Set(Array.from({ length: 1000 }, makeRequestId));
  expect(names.size).toBe(1000);
  expect([...names].every(isRequestId)).toBe(true);
});
