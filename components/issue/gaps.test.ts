import { expect, test } from 'vitest';
import { fillGaps, findLostRun } from './gaps';

test('a number between held ones is a gap, a later one is not known', () => {
  expect(fillGaps([{ number: 4 }, { number: 2 }]).map(({ number, issue }) => [number, issue !== null])).toEqual([
    [1, false],
    [2, true],
    [3, false],
    [4, true],
  ]);
  expect(fillGaps([])).toEqual([]);
});

test('a run between two years is reckoned from the total numbers', () => {
  const older = { year: 2018, number: 6, totalNumber: 102 };
  expect(findLostRun(older, { year: 2022, number: 3, totalNumber: 122 })).toEqual({
    firstYear: 2019,
    lastYear: 2021,
    first: 103,
    last: 119,
  });
  expect(findLostRun(older, { year: 2019, number: 1, totalNumber: 103 })).toBeNull();
  expect(findLostRun(older, { year: 2019, number: 1, totalNumber: null })).toBeNull();
});
