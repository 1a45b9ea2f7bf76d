import { describe, expect, test } from 'vitest';
import { AXIS, fitWords, layoutGraph, GRAPH_WIDTH } from './graph-layout';

/** The least distance of two rows of 44 px that can be pressed. */
const TARGET = 44;
const sizes = [0, 1, 2, 7, 24];
const yearsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => (index === 0 ? null : 2000 + (index >> 1)));
const layouts = sizes.flatMap((above) => sizes.map((below) => layoutGraph(yearsOf(above), yearsOf(below))));

describe('the picture of a neighbourhood', () => {
  test('keeps everything apart, whatever its size', () => {
    for (const { above, below, centreY, headY, footY } of layouts) {
      const ys = [headY, ...above.map(({ y }) => y), centreY, ...below.map(({ y }) => y), footY];
      for (const [index, y] of ys.slice(1).entries()) expect(y - ys[index]!).toBeGreaterThanOrEqual(TARGET);
    }
  });

  test('runs down with the years, the document between what it rests on and what rests on it', () => {
    const { above, below, centreY, years } = layoutGraph([null, 2016, 2016, 2020], [2022, 2023]);
    const ys = [...above.map(({ y }) => y), centreY, ...below.map(({ y }) => y)];
    expect(ys).toEqual([...ys].sort((one, other) => one - other));
    expect(years.map(({ year }) => year)).toEqual([null, 2016, 2020, 2022, 2023]);
    expect(years.map(({ y }) => y)).toEqual([above[0]!.y, above[1]!.y, above[3]!.y, below[0]!.y, below[1]!.y]);
  });

  test('stays in its frame, and its curves leave the years free', () => {
    for (const { above, below, height, footY } of layouts) {
      expect(footY).toBeLessThan(height);
      for (const { path } of [...above, ...below]) {
        const [, start, handle] = /^M(\S+) \S+C(\S+)/.exec(path)!.map(Number);
        expect(start).toBe(AXIS);
        // Three quarters of the way to the handle is as far as the curve reaches; a year is 40
        // wide.
        expect(AXIS - (AXIS - handle!) * 0.75).toBeGreaterThanOrEqual(44);
      }
    }
    expect(GRAPH_WIDTH).toBeLessThanOrEqual(315);
  });

  test('has curves that nest and never cross: a farther row reaches farther out', () => {
    const handles = layoutGraph([], yearsOf(24)).below.map(({ path }) => Number(/C(\S+)/.exec(path)![1]));
    expect(handles).toEqual([...handles].sort((one, other) => other - one));
    expect(new Set(handles).size).toBe(24);
  });

  test('is the same each time', () => {
    expect(layoutGraph(yearsOf(7), yearsOf(3))).toEqual(layoutGraph(yearsOf(7), yearsOf(3)));
  });
});

test.each([
  ['示政发〔2023〕1号', 12, '示政发〔2023〕1号'],
  ['示例市人民政府办公室公告2023年第5号', 12, '示例市…公告2023年第5号'],
  ['示例市人民政府令第228号', 8, '示例…令第228号'],
  ['一二三', 3, '一二三'],
  ['一二三四', 3, '一二…'],
  ['', 3, ''],
])('%s fits into %d ems as %s', (words, ems, shown) => {
  expect(fitWords(words, ems)).toBe(shown);
});
