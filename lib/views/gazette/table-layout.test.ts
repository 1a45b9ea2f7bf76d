import { expect, test } from 'vitest';
import { rowsOf } from '@/lib/gazette';
import { cell, table } from '@/components/gazette/testing/tree';
import { columnNames } from './table-layout';

test('a column is called by all heads above it', () => {
  const head = table([
    [cell('序号', { rowSpan: 2 }), cell('投资', { colSpan: 2 }), cell('备注', { rowSpan: 2 })],
    [cell('总额'), cell('其中(市级)')],
  ]);
  expect(columnNames(rowsOf(head), 4)).toEqual(['序号', '投资 · 总额', '投资 · 其中（市级）', '备注']);
});
