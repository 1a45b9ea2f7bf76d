import { expect, test } from 'vitest';
import { addressOfLocator, type LocatedSection } from './locator-address';

const sections = (partKind: LocatedSection['partKind'], addresses: string): LocatedSection[] =>
  addresses.split(' ').map((address) => ({ address, partKind }));

const rules = [
  ...sections('notice', 'n 1 2 2.3 2.3.1 t3'),
  ...sections('annexed', 'a a-z1 a-z2 a-z2.j1 a-t3 a-t12 a-t12.1 a-t12.2 a-t12zhi1'),
  ...sections('attachment', 'f1 f1-t12 f2 f2-1'),
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
  ['二、(三)', '2.3'],
  ['二、(三)1.', '2.3.1'],
  ['第二部分', '2'],
  ['第二部分第(三)项', '2.3'],
])('%s → %s', (locator, address) => expect(addressOfLocator(locator, rules)).toBe(address));

test('the only attachment needs no number', () => {
  expect(addressOfLocator('附件', sections('attachment', 'f f-1'))).toBe('f');
  expect(addressOfLocator('附件1', sections('attachment', 'f1 f1-1'))).toBe('f1');
});

test('a chapter is found below its part; two of one number are none', () => {
  expect(addressOfLocator('第三章', sections('annexed', 'a a-b1 a-b1.z3'))).toBe('a-b1.z3');
  expect(addressOfLocator('第三章', sections('annexed', 'a a-b1.z3 a-b2.z3'))).toBeNull();
  expect(addressOfLocator('第三条', sections('annexed', 'a a-t3 a2 a2-t3'))).toBeNull();
});
