import { expect, test } from 'vitest';
import { countLost, fillGaps } from './gaps';

test('a number between held ones is a gap, a later one only where it is known', () => {
  const shown = (after?: number) =>
    fillGaps([{ number: 4 }, { number: 2 }], after).map(({ number, issue }) => [number, issue !== null]);
  expect(shown()).toEqual([
    [1, false],
    [2, true],
    [3, false],
    [4, true],
  ]);
  expect(shown(1).at(-1)).toEqual([5, false]);
  expect(fillGaps([])).toEqual([]);
});

test('what lies between two years is reckoned from the total numbers', () => {
  const older = { year: 2018, number: 6, totalNumber: 102 };
  expect(countLost(older, { year: 2022, number: 3, totalNumber: 122 })).toBe(17);
  expect(countLost(older, { year: 2019, number: 1, totalNumber: 103 })).toBe(0);
  expect(countLost(older, { year: 2019, number: 1, totalNumber: null })).toBe(0);
  expect(countLost(undefined, older)).toBe(0);
});
