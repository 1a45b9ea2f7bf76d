import type { Span } from '../source';

/** One cell of a table that the file itself drew. `rowSpan` 0: down to the last row. */
export interface GivenCell extends Span {
  header: boolean;
  rowSpan: number;
  colSpan: number;
}

/**
 * A table of a web page or a Word file. Offsets are of the text that the parser reads; each
 * paragraph of a cell is a line there, cells stand row by row. A row names only the cells that
 * begin in it, as in HTML.
 */
export interface GivenTable extends Span {
  caption?: Span;
  rows: GivenCell[][];
}

/** A cell of a given table in its column. */
export interface FoldedCell {
  header: boolean;
  /** Counted from 0. */
  column: number;
  rowSpan: number;
  colSpan: number;
  /** Its paragraphs, a line each. */
  lines: Span[];
  /** The file left the place empty: the row is short. */
  missing: boolean;
}

/** A given table as one line of the text. */
export interface FoldedTable extends Span {
  /** Lines of the caption that the file itself gives. */
  caption: Span[];
  rows: FoldedCell[][];
  columns: number;
}
