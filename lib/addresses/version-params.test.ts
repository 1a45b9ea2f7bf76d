import { expect, test } from 'vitest';
import { printSharedKey, readDayParam, readSharedKey, readVersionPair, readVersionParam } from './version-params';

test.each([
  ['a-9.x7f3q2', { address: 'a-9', key: 'x7f3q2' }],
  ['a-2.3.1.x7f3q2', { address: 'a-2.3.1', key: 'x7f3q2' }],
  ['document.x7f3q2', { address: 'document', key: 'x7f3q2' }],
  ['a-9', null],
  ['.x7f3q2', null],
  ['a-9.x7f3', null],
  ['a-9.X7F3Q2', null],
  ['a-9.x7f3ql', null],
  ['第九条.x7f3q2', null],
  [undefined, null],
  [['a-9.x7f3q2', 'a-9.x7f3q2'], null],
])('the key %j is read as %j', (value, expected) => expect(readSharedKey(value)).toEqual(expected));

test('a key reads back', () => {
  expect(readSharedKey(printSharedKey('a-2.3', '0123456789abcdef'))).toEqual({ address: 'a-2.3', key: '012345' });
});

test.each([
  ['1..2', { from: 1, to: 2 }],
  ['2..12', { from: 2, to: 12 }],
  ['2..1', null],
  ['1..1', null],
  ['1..2..3', null],
  ['0..1', null],
  ['1', null],
])('the pair %s', (value, expected) => expect(readVersionPair(value)).toEqual(expected));

test.each([
  ['3', 3],
  ['03', null],
  ['x', null],
  [null, null],
])('the version %s', (value, expected) => expect(readVersionParam(value)).toBe(expected));

test.each([
  ['2023-07-01', '2023-07-01'],
  ['2024-02-29', '2024-02-29'],
  ['', null],
  [undefined, null],
  ['2023-02-29', 'bad'],
  ['2023-13-01', 'bad'],
  ['2023-7-1', 'bad'],
  ['0000-00-00', 'bad'],
  ['昨天', 'bad'],
  [['2023-07-01', '2023-07-02'], 'bad'],
])('?on=%s is %s', (value, read) => {
  const day = readDayParam(value);
  expect(day instanceof Date ? day.toISOString().slice(0, 10) : day).toBe(read);
});
