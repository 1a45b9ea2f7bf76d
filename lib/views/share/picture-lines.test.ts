import { expect, test } from 'vitest';
import { breakLines, clampLines } from './picture-lines';

test('lines are as long as there is space, and lose nothing', () => {
  const text = '本市建立社区食堂，由街道管理，每餐补贴12元，自2023年7月1日起施行。';
  const lines = breakLines(text, 10);
  expect(lines.join('')).toBe(text);
  expect(lines[0]).toBe('本市建立社区食堂，由');
});

test('a full stop hangs behind its line; what opens goes to the next', () => {
  expect(breakLines('一二三四五。六七', 5)).toEqual(['一二三四五。', '六七']);
  expect(breakLines('一二三四《五六》', 5)).toEqual(['一二三四', '《五六》']);
});

test('a number stays whole', () => {
  expect(breakLines('每月人均1,078.50元', 6)).toEqual(['每月人均', '1,078.50元']);
  expect(breakLines('规划（2023—2027年）', 8)).toEqual(['规划', '（2023—2027年）']);
});

test('a run without an end is cut all the same', () => {
  const run = 'x'.repeat(40);
  expect(breakLines(run, 10).join('')).toBe(run);
  expect(breakLines('（（（（（（', 2).join('')).toBe('（（（（（（');
  expect(breakLines('', 10)).toEqual([]);
});

test('of too many lines the last one says that there are more', () => {
  expect(clampLines(['一二三', '四五六，', '七'], 2)).toEqual(['一二三', '四五六…']);
  expect(clampLines(['一二三'], 2)).toEqual(['一二三']);
});
