import { expect, test } from 'vitest';
import { indexKey } from './index-key';

test.each([
  ['000014349/2023-00012', '000014349/2023-00012'],
  ['11210500mb1234567x／2023－00012 ', '11210500MB1234567X/2023-00012'],
  ['养老 2023', null],
  ['2023', null],
  ['关于植树的通知', null],
])('index number %j', (written, key) => {
  expect(indexKey(written)).toBe(key);
});
