import { describe, expect, test } from 'vitest';
import type * as ast from '@/lib/gazette/ast';
import { columnNames, columnsOfCells } from './table-layout';

/** `甲`, or `甲/2` over two columns, `甲|2` over two rows. */
const row = (...cells: string[]): ast.TableRow =>
  ({
    type: 'tableRow',
    children: cells.map((cell) => {
      const [words, colSpan = '1', rowSpan = '1'] = /^([^/|]*)(?:\/(\d))?(?:\|(\d))?$/.exec(cell)!.slice(1);
      const text = { type: 'text', value: words };
      return {
        type: 'tableCell',
        colSpan: +colSpan,
        rowSpan: +rowSpan,
        children: [{ type: 'paragraph', children: [text] }],
      };
    }),
  }) as unknown as ast.TableRow;

describe('the columns of a table', () => {
  test('a cell merged over rows keeps its column in the rows below', () => {
    expect(columnsOfCells([row('甲|3', '1', '2'), row('3', '4'), row('5', '6'), row('乙', '7', '8')])).toEqual([
      [0, 1, 2],
      [1, 2],
      [1, 2],
      [0, 1, 2],
    ]);
  });

  test('and one merged over columns takes several', () => {
    expect(columnsOfCells([row('合计/2', '3'), row('甲', '乙|2', '丙'), row('丁', '戊')])).toEqual([
      [0, 2],
      [0, 1, 2],
      [0, 2],
    ]);
  });

  test('a column is called by all heads above it', () => {
    const head = [row('序号|2', '投资/2', '备注|2'), row('总额', '其中(市级)')];
    expect(columnNames(head, 4)).toEqual(['序号', '投资 · 总额', '投资 · 其中（市级）', '备注']);
  });
});
