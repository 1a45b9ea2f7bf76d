import type { RowCells } from './row-cells';
import { filledCells } from './row-cells';

/** Whether the tabs of rows say in which column a cell stands. */

const fewestRows = 3;

/** Leaves out the tab in front of every row: it is their indent, and no empty cell. */
function withoutIndent(rows: readonly RowCells[]): readonly RowCells[] {
  let indent = Infinity;
  for (const row of rows) {
    const first = row.findIndex((cell) => cell !== null);
    if (first >= 0) indent = Math.min(indent, first);
  }
  return indent === Infinity || indent === 0 ? rows : rows.map((row) => row.slice(indent));
}

/** Rows whose tabs were looked at. */
interface TabbedRows {
  rows: readonly RowCells[];
  /** Tabs only align the cells: an empty one is not to be seen. */
  aligned: boolean;
  /** Some row lacks a cell, and nothing says which. */
  doubtful: boolean;
}

/**
 * Reads what the tabs between cells mean.
 * Each is a place; but short words may have two behind them and long ones one. Then all rows have
 * as many cells and not as many tabs, or the heads are as many as any row has cells and yet two
 * tabs stand between them.
 */
export function readTabs(printed: readonly RowCells[]): TabbedRows {
  const rows = withoutIndent(printed);
  const counts = rows.map((row) => filledCells(row).length);
  const heads = counts[0] ?? 0;
  const uneven = rows.some((row) => row.length !== rows[0]!.length);
  const even = counts.every((count) => count === heads);
  const spreadHeads = rows[0]?.includes(null) === true && counts.every((count) => count <= heads);
  const aligned = rows.length >= fewestRows && heads >= 2 && ((even && uneven) || (!even && spreadHeads));
  return { rows: aligned ? rows.map(filledCells) : rows, aligned, doubtful: aligned && !even };
}
