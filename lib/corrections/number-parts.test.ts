import { expect, test } from 'vitest';
import { makeDocNumber } from '@/lib/gazette';
import { partsOf } from './number-parts';

test.each([
  { form: 'bracketed', agencyCode: '示政发', year: 2023, serial: 1 },
  { form: 'order', agencyCode: '示例市人民政府令', serial: 7 },
  { form: 'order', agencyCode: '示例市人民政府令', year: 2023, serial: 7 },
  { form: 'announcement', agencyCode: '示例市人民政府公告', year: 2023, serial: 2 },
  { form: 'announcement', agencyCode: '示例市人民代表大会常务委员会公告', serial: 8 },
] as const)('the parts of a canonical number are those that it was made of: %j', (number) => {
  const { agencyCode, serial } = number;
  const year = 'year' in number ? number.year : null;
  expect(partsOf(makeDocNumber(number).canonical)).toEqual({ agencyCode, year, serial });
});

test('what is no canonical number is refused', () => {
  expect(() => partsOf('示政发 2023 1')).toThrow('示政发 2023 1 is no canonical number');
});
