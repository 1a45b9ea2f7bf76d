import { describe, expect, test } from 'vitest';
import { dropUnused, fillHoles, placeCells } from './place-cells';

/** `甲`, or `甲/2` over two columns, `甲|2` over two rows. */
const row = (...cells: string[]) =>
  cells.map((cell) => {
    const [, words, colSpan = '1', rowSpan = '1'] = /^([^/|]*)(?:\/(\d))?(?:\|(\d))?$/.exec(cell)!;
    return { words, colSpan: Number(colSpan), rowSpan: Number(rowSpan) };
  });
const columnsOf = (...rows: ReturnType<typeof row>[]): number[][] | undefined =>
  placeCells(rows)?.map((cells) => cells.map(({ column }) => column));

describe('the columns of cells', () => {
  test('a cell merged over rows keeps its column in the rows below', () => {
    expect(columnsOf(row('甲|3', '1', '2'), row('3', '4'), row('5', '6'), row('乙', '7', '8'))).toEqual([
      [0, 1, 2],
      [1, 2],
      [1, 2],
      [0, 1, 2],
    ]);
  });

  test('and one merged over columns takes several', () => {
    expect(columnsOf(row('合计/2', '3'), row('甲', '乙|2', '丙'), row('丁', '戊'))).toEqual([
      [0, 2],
      [0, 1, 2],
      [0, 2],
    ]);
  });

  test('a span ends where a place is taken, and at the last row', () => {
    const placed = placeCells([row('甲', '乙|2'), row('丙/3|9')])!;
    expect(placed[1]).toMatchObject([{ column: 0, colSpan: 1, rowSpan: 1 }]);
  });

  test('columns and rows in which none begins are dropped, and places that none covers are named', () => {
    const { rows, columns } = dropUnused(placeCells([row('甲/2|2', '乙'), [], row('丙')])!);
    expect(columns).toBe(2);
    expect(rows.map((cells) => cells.map(({ column, colSpan, rowSpan }) => [column, colSpan, rowSpan]))).toEqual([
      [
        [0, 1, 1],
        [1, 1, 1],
      ],
      [[0, 1, 1]],
    ]);
    expect(fillHoles(rows, columns)[1]!.map(({ cell }) => cell?.words)).toEqual(['丙', undefined]);
  });

  test('a table that is too wide is refused', () => {
    expect(placeCells([Array.from({ length: 201 }, () => ({ colSpan: 1, rowSpan: 1 }))])).toBeNull();
  });
});
