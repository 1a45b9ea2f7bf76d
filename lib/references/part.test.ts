import { expect, test } from 'vitest';
import { readPartAlone, readPartAtEnd, readPartBehind } from './part';

test.each([
  ['第十二条第二款', '第十二条第二款'],
  [' 第 十 条', '第十条'],
  ['，附件2', '附件2'],
  ['）三、（一）1.', '三、(一)1.'.replaceAll('(', '(')],
  ['中的第3条规定', '第3条'],
  ['表1', '表1'],
  ['的规定', null],
  ['执行', null],
])('behind a reference %s names %s', (behind, locator) => {
  expect(
    readPartBehind(behind.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ','))?.locator ?? null,
  ).toBe(locator);
});

test.each([
  ['绿化办法第三条', '第三条'],
  ['绿化办法的附件2。', '附件2'],
  ['绿化办法 一、', null],
  ['绿化办法', null],
])('%s ends with %s', (text, locator) => expect(readPartAtEnd(text)?.locator ?? null).toBe(locator));

test.each([
  ['第十二条', '第十二条'],
  ['附件２', '附件2'],
  ['二、（一）', '二、(一)'],
  ['第十二条规定', null],
  ['12', null],
])('%s alone is %s', (text, locator) => expect(readPartAlone(text)).toBe(locator));
