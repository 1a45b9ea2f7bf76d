import { expect, test } from 'vitest';
import { addressOfLocator } from './locator-address';

const rules = [
  ...'n 1 2 2.3 2.3.1 t3'.split(' '),
  ...'a a-z1 a-z2 a-z2.j1 a-t3 a-t12 a-t12.1 a-t12.2 a-t12zhi1 a-zhuanlan1.2'.split(' '),
  ...'f1 f1-t12 f2 f2-1 f2-biao2'.split(' '),
];

test.each([
  ['第十二条', 'a-t12'],
  ['第12条', 'a-t12'],
  ['第十二条第二款', 'a-t12'],
  ['第十二条第(一)项', 'a-t12.1'],
  ['第十二条第一款第二项', 'a-t12.2'],
  ['第十二条第二款第二项', 'a-t12'],
  ['第十二条（二）项', 'a-t12.2'],
  ['第十二条第九项', 'a-t12'],
  ['第十二条之一', 'a-t12zhi1'],
  ['第三条、第十二条', 'a-t3'],
  ['第三条和第十二条', 'a-t3'],
  ['第二章', 'a-z2'],
  ['第二章第一节', 'a-z2.j1'],
  ['第一章第三条', 'a-t3'],
  ['第九十条', null],
  ['附件2', 'f2'],
  ['附件二', 'f2'],
  ['附件3', null],
  ['附件', null],
  ['附件1第十二条', 'f1-t12'],
  ['附件1第三条', 'f1'],
  ['附件2表2', 'f2-biao2'],
  ['附件1、附件2', 'f1'],
  ['专栏1第2项', 'a-zhuanlan1.2'],
  ['有关规定', null],
  ['二、(三)', '2.3'],
  ['二、(三)1.', '2.3.1'],
  ['第二部分', '2'],
  ['第二部分第(三)项', '2.3'],
])('%s → %s', (locator, address) => expect(addressOfLocator(locator, rules)).toBe(address));

test('the only attachment needs no number', () => {
  expect(addressOfLocator('附件', 'f f-1'.split(' '))).toBe('f');
  expect(addressOfLocator('附件1', 'f1 f1-1'.split(' '))).toBe('f1');
});

test('a chapter is found below its part; two of one number are none', () => {
  expect(addressOfLocator('第三章', 'a a-b1 a-b1.z3'.split(' '))).toBe('a-b1.z3');
  expect(addressOfLocator('第三章', 'a a-b1.z3 a-b2.z3'.split(' '))).toBeNull();
  expect(addressOfLocator('第三条', 'a a-t3 a2 a2-t3'.split(' '))).toBeNull();
});
