import { expect, test } from 'vitest';
import { countLost, fillGaps, listStretches } from './gaps';
import { cutGroups } from '@/components/issue/NewestIssue';

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

test('an issue of two numbers fills the place of both; a far number leaves one long gap', () => {
  const shown = (held: { number: number; lastNumber?: number }[], after?: number) =>
    fillGaps(held, after).map(({ number, until, issue }) => [number, until, issue !== null]);
  expect(shown([{ number: 3, lastNumber: 4 }, { number: 1 }], 1)).toEqual([
    [1, 1, true],
    [2, 2, false],
    [3, 4, true],
    [5, 5, false],
  ]);
  expect(shown([{ number: 40 }])).toEqual([
    [1, 39, false],
    [40, 40, true],
  ]);
});

test('more numbers than a year can hold are a misprint, and no gap', () => {
  expect(fillGaps([{ number: 228 }])).toHaveLength(1);
  const years = (totalNumber: number) =>
    listStretches([
      { year: 2023, issues: [{ year: 2023, number: 1, totalNumber }] },
      { year: 2022, issues: [{ year: 2022, number: 4, totalNumber: 40 }] },
    ]);
  expect(years(773).map((stretch) => stretch.kind === 'year' && stretch.slots.length)).toEqual([1, 4]);
});

test('a supplement stands behind the issue whose number it has, and leaves no gap', () => {
  const slots = fillGaps([
    { number: 2, edition: '第2号增刊' },
    { number: 2 },
    { number: 0, edition: '特刊' },
    { number: 1 },
  ]);
  expect(slots.map(({ issue }) => issue?.edition ?? issue?.number)).toEqual(['特刊', 1, 2, '第2号增刊']);
});

test('what two numbers in one issue leave for the years between is reckoned from the last', () => {
  const older = { year: 2018, number: 5, lastNumber: 6, totalNumber: 101 };
  const newer = { year: 2022, number: 3, totalNumber: 122 };
  const stretches = listStretches([
    { year: 2022, issues: [newer] },
    { year: 2018, issues: [older] },
  ]);
  expect(stretches).toMatchObject([
    { kind: 'year', year: 2022, held: 1 },
    { kind: 'lost', from: 2019, to: 2021, first: 103, last: 119 },
    { kind: 'year', year: 2018 },
  ]);
});

test('between neighbouring years the lost numbers are the end of the older one; without totals nothing is claimed', () => {
  const years = (totalNumber: number | null) =>
    listStretches([
      { year: 2023, issues: [{ year: 2023, number: 1, totalNumber }] },
      { year: 2022, issues: [{ year: 2022, number: 4, totalNumber: 40 }] },
    ]);
  expect(years(43).map((stretch) => stretch.kind === 'year' && stretch.slots.length)).toEqual([1, 6]);
  expect(years(null).map((stretch) => stretch.kind === 'year' && stretch.slots.length)).toEqual([1, 4]);
});

test('long contents are cut, with the number of what is left out; never for the sake of one entry', () => {
  const groups = [
    { heading: '甲', entries: [1, 2, 3] },
    { heading: '乙', entries: [4, 5, 6] },
  ];
  expect(cutGroups(groups, 2)).toEqual({ groups: [{ heading: '甲', entries: [1, 2] }], rest: 4 });
  expect(cutGroups(groups, 5)).toEqual({ groups, rest: 0 });
});
