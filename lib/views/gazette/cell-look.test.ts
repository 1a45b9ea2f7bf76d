import { expect, test } from 'vitest';
import { cellLook, isAmount } from './cell-look';

test('figures stand at the right; a year does not, unless it stands among amounts', () => {
  expect(cellLook('1600', false)).toBe('short figure');
  expect(cellLook('2000', false)).toBe('short');
  expect(cellLook('2000', false, true)).toBe('short figure');
  expect(cellLook('1600', true), 'a serial number').toBe('short');
  expect(['2022-2023', '2023', '11700', '18.5%'].map(isAmount)).toEqual([false, false, true, true]);
});
