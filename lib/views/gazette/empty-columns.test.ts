import { expect, test } from 'vitest';
import { rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { cell, table } from '@/components/gazette/testing/tree';
import { cellText } from './cell-look';
import { withoutEmptyColumns } from './empty-columns';

const head = (words: string, span = {}) => cell(words, { header: true, ...span });
const never = (): boolean => false;
const show = (node: ast.Table): string[] =>
  rowsOf(node).map((row) =>
    row.children
      .map((each) => `${each.column}:${cellText(each)}${each.colSpan > 1 ? `×${each.colSpan}` : ''}`)
      .join('|'),
  );

const measures = table([
  [head('序号'), head('措施'), head('备注'), head('单位')],
  [cell(''), cell('植树'), cell(' '), cell('东区')],
  [cell(''), cell('修路'), cell(''), cell('西区')],
  [cell('合计', { colSpan: 2 }), cell(''), cell('2')],
]);

test('a column in which nothing stands is left out and told by name', () => {
  const { node, left, columns } = withoutEmptyColumns(measures, never);
  expect(show(node)).toEqual(['0:措施|1:单位', '0:植树|1:东区', '0:修路|1:西区', '0:合计|1:2']);
  expect(left).toEqual(['序号', '备注']);
  expect(columns).toEqual([1, 3]);
});

test('a head over a group reaches less far', () => {
  const grouped = table([
    [head('项目'), head('投资', { colSpan: 2 })],
    [head(''), head('计划'), head('完成')],
    [cell('植树'), cell('9'), cell('')],
  ]);
  const { node, left } = withoutEmptyColumns(grouped, never);
  expect(show(node)).toEqual(['0:项目|1:投资', '0:|1:计划', '0:植树|1:9']);
  expect(left).toEqual(['投资 · 完成']);
});

test('words that stand over empty columns alone are never lost', () => {
  const noted = table([
    [head('项目'), head('一'), head('二')],
    [cell('植树'), cell(''), cell('')],
    [cell('修路'), cell('另行安排', { colSpan: 2 })],
  ]);
  expect(withoutEmptyColumns(noted, never).node).toBe(noted);
});

test('a head with words that were searched for stays', () => {
  const { left } = withoutEmptyColumns(measures, (each) => cellText(each) === '序号');
  expect(left).toEqual(['备注']);
});

test('of some rows the columns are those of all rows', () => {
  const some = { ...measures, children: measures.children.slice(0, 2) };
  expect(withoutEmptyColumns(some, never, measures).left).toEqual(['序号', '备注']);
  const full = table([
    [head('措施'), head('单位')],
    [cell('植树'), cell('')],
    [cell('修路'), cell('西区')],
  ]);
  const part = { ...full, children: full.children.slice(0, 2) };
  expect(withoutEmptyColumns(part, never, full).left).toEqual([]);
});

test('a table without a head, or without any words, is left as it is', () => {
  const bare = table([[cell(''), cell('甲')]]);
  expect(withoutEmptyColumns(bare, never).node).toBe(bare);
  const blank = table([[head('甲')], [cell('')]]);
  expect(withoutEmptyColumns(blank, never).node).toBe(blank);
});
