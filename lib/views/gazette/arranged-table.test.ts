import { expect, test } from 'vitest';
import { rowsOf } from '@/lib/gazette';
import { cell, table } from '@/components/gazette/testing/tree';
import type { Arrangement } from '@/lib/addresses/arrangement-params';
import { arrangeTable } from './arranged-table';
import { cellText } from './cell-look';

const head = (words: string) => cell(words, { header: true });
const projects = table([
  [head('地点'), head('项目'), head('投资')],
  [cell('东区', { rowSpan: 2 }), cell('植树'), cell('1,200')],
  [cell('修路'), cell('90')],
  [cell('西区'), cell('修渠'), cell('')],
  [cell('合计', { colSpan: 2 }), cell('1,290')],
]);
const arranged = (asked: Partial<Arrangement>) => {
  const { node, rows } = arrangeTable(projects, { words: '', column: null, isDescending: false, ...asked });
  return [rowsOf(node).map((row) => row.children.map(cellText).join('|')), rows.shown, rows.all];
};

test('as it was printed, it is the same table', () => {
  const { node } = arrangeTable(projects, { words: '', column: null, isDescending: false });
  expect(node).toBe(projects);
});

test('rows with some words: what is merged over them stands in each', () => {
  expect(arranged({ words: '东区' })).toEqual([['地点|项目|投资', '东区|植树|1,200', '东区|修路|90'], 2, 4]);
  expect(arranged({ words: '没有' })).toEqual([['地点|项目|投资'], 0, 4]);
});

test('figures go by their amount, what is empty after them, the sum last', () => {
  expect(arranged({ column: 2 })[0]).toEqual([
    '地点|项目|投资',
    '东区|修路|90',
    '东区|植树|1,200',
    '西区|修渠|',
    '合计|1,290',
  ]);
  expect(arranged({ column: 2, isDescending: true })[0]).toEqual([
    '地点|项目|投资',
    '东区|植树|1,200',
    '东区|修路|90',
    '西区|修渠|',
    '合计|1,290',
  ]);
});

test('words go as a dictionary has them', () => {
  expect((arranged({ column: 1 })[0] as string[]).slice(1, 4)).toEqual([
    '东区|修路|90',
    '西区|修渠|',
    '东区|植树|1,200',
  ]);
});
