import type { Line } from '../lines';
import type { Token } from './tokens';

/** A table put back into rows and columns, whatever its layout was. */
export interface Grid {
  confidence: 'certain' | 'inferred';
  /** Lines of a caption that were read as the first lines of the table. */
  caption: Token[];
  /** Tokens of each head; empty where the table has no header. */
  header: Token[][];
  /** Cells in reading order; a cell spans the rows below it that have none in its column. */
  rows: GridCell[][];
  /** Lines of headers that were printed again at a page break, with the number of rows that stand above them. */
  repeats: { rows: number; lines: Line[] }[];
}

export interface GridCell {
  column: number;
  /** Paragraphs; each one or several tokens that are one broken line. */
  paragraphs: Token[][];
}
