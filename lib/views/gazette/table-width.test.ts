import { expect, test } from 'vitest';
import { cell, table } from '@/components/gazette/testing/tree';
import { tableWidth } from './table-width';

const rowOf = (...words: string[]) => words.map((word) => cell(word));

test('a table needs what its columns need: figures and short words whole, longer text a few characters', () => {
  expect(tableWidth(table([rowOf('县区', '新建', '改造'), rowOf('东区', '12', '30')]))).toBe(17);
  expect(tableWidth(table([rowOf('序号', '任务', '单位'), rowOf('1', '种'.repeat(80), '市林业局和各区')]))).toBe(28);
  const seven = ['序号', '项目', '地点', '规模', '投资', '期限', '单位'];
  expect(tableWidth(table([rowOf(...seven), seven.map(() => cell('建'.repeat(20)))]))).toBe(44);
});

test('a merged cell needs its width once, over all its columns', () => {
  const merged = table([[cell('一季度完成情况', { colSpan: 2 })], rowOf('12', '30')]);
  expect(tableWidth(merged)).toBe(17);
});

test('what fits nowhere says so', () => {
  expect(tableWidth(table([Array.from({ length: 9 }, () => cell('长'.repeat(90)))]))).toBeNull();
});
