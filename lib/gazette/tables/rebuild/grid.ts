import type { Line } from '../../line';
import type { TableReason } from '../reasons';
import type { Token } from '../tokens';

/** A table put back into rows and columns, whatever its layout was. */
export interface Grid {
  confidence: 'certain' | 'inferred';
  columns: number;
  /** Lines of a caption that were read as the first lines of the table. */
  caption: Token[];
  /** One or two rows of heads; none where the table has no header. */
  header: GridCell[][];
  /** Cells in reading order; a cell spans the rows below it that have none in its column. */
  rows: GridCell[][];
  /**
   * Lines between the rows: headers that were printed again, drawn rules; with the number of rows,
   * heads included, above.
   */
  between: { rows: number; lines: Line[] }[];
  /**
   * How regular the columns are against one profile for all, and how much dearer the next reading
   * is, in nats.
   */
  fit?: { ratio: number; margin: number };
  /** Line of each row, heads included, where rows are lines. */
  rowLines?: Line[];
}

/** A cell of a grid in its column, which counts from 0. */
export interface GridCell {
  column: number;
  /** Columns that it spans: 1 where it is left out. */
  colSpan?: number;
  /** Rows that a head spans: 1 where it is left out. The rows below say it of other cells. */
  rowSpan?: number;
  /**
   * Paragraphs; each one or several tokens that are one broken line. Without any the cell is empty.
   */
  paragraphs: Token[][];
  /** Another reading is nearly as good. */
  inferred?: boolean;
}

/** A grid, or the reason why none was found. */
export type RebuildOutcome = Grid | { reason: TableReason };

/** Makes the cell of a head from its tokens. */
export const headCell = (
  head: Token[],
  column: number,
  spans: Pick<GridCell, 'colSpan' | 'rowSpan'> = {},
): GridCell => ({
  column,
  paragraphs: [head],
  ...spans,
});

/** True for a cell that stands in a column, or spans it. */
export const takesColumn = (cell: GridCell, column: number): boolean =>
  cell.column <= column && column < cell.column + (cell.colSpan ?? 1);

/**
 * Names of columns that are seldom merged.
 * A place without words is empty there, and no cell merged with the one above.
 */
export const seldomMerged = /备注|说明|附注|^注$|情况$/;
