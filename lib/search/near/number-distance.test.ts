import { expect, test } from 'vitest';
import { codeDistance, numberDistance, slipsOf } from './number-distance';

test('a number is as far away as its likeliest slip', () => {
  const typed = { agencyCode: '示政发', year: 2018, serial: 58 };
  const held = (agencyCode: string, year: number | null, serial: number) =>
    numberDistance(typed, { agencyCode, year, serial });
  const ordered = [
    held('示政发', 2018, 58),
    held('示政办发', 2018, 58),
    held('示政函发', 2018, 58),
    held('示政发', 2019, 58),
    held('例政发', 2018, 58),
  ];
  expect(ordered).toEqual([...ordered].sort((one, other) => one - other));
  expect(new Set(ordered).size).toBe(ordered.length);
  expect(held('示政发', 2019, 59)).toBe(Infinity);
  expect(held('例政办函', 2018, 58)).toBe(Infinity);
});

test('what was not typed is no slip', () => {
  expect(numberDistance({ serial: 58 }, { agencyCode: '示政发', year: 2018, serial: 58 })).toBe(0);
});

test('a short name of an order is near its full one', () => {
  for (const short of ['市政府令', '政府令', '令', '市人民政府令'])
    expect(codeDistance(short, '示例市人民政府令')).toBeLessThan(1);
  expect(codeDistance('市政府令', '示例市人民政府公告')).toBe(Infinity);
});

test('slips of digits are one wrong, left out, too many or exchanged', () => {
  const slips = slipsOf(58);
  for (const slip of [5, 8, 85, 57, 98, 158, 508, 580]) expect(slips).toContain(slip);
  for (const other of [58, 0, 8 * 58, 1580, 61]) expect(slips).not.toContain(other);
  expect(slipsOf(7)).not.toContain(0);
});
