import type { Span } from '../source';

/** One cell of a table that the file itself drew. `rowSpan` 0: down to the last row. */
export interface GivenCell extends Span {
  header: boolean;
  rowSpan: number;
  colSpan: number;
}

/**
 * A table of a web page or a Word file. Offsets are of the text handed to the parser; each
 * paragraph of a cell is a line there, cells stand row by row. A row names only the cells that
 * begin in it, as in HTML.
 */
export interface GivenTable extends Span {
  caption?: Span;
  rows: GivenCell[][];
}

/**
 * A given cell in its column. Rows and columns count from 0; `cell` is null where no cell of the
 * file covers the place.
 */
export interface PlacedGivenCell {
  cell: GivenCell | null;
  column: number;
  row: number;
  colSpan: number;
  rowSpan: number;
}
