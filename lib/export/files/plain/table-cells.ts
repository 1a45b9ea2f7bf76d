import { paragraphsOf, rowsOf, textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';

/** A place of a table's grid, with the cell that stands there. */
export interface GridPlace {
  text: string;
  header: boolean;
  /** The cell begins in this row and column; else it is spanned. */
  begins: boolean;
  /** Spanned from above rather than from the left. */
  below: boolean;
  rowSpan: number;
  colSpan: number;
}

const EMPTY: GridPlace = { text: '', header: false, begins: true, below: false, rowSpan: 1, colSpan: 1 };

/**
 * Lays a table out as rows of equal length, spans included.
 * The characters are the source's, paragraphs of a cell parted by a line break. A table without
 * columns gives what each source line held, filled up with empty cells.
 */
export function layTable(table: ast.Table): GridPlace[][] {
  const rows = rowsOf(table);
  const grid: GridPlace[][] = rows.map(() => []);
  rows.forEach((row, at) => {
    for (const cell of row.children) {
      const { header, column, rowSpan, colSpan } = cell;
      const text = paragraphsOf(cell)
        .map((paragraph) => textOf(paragraph).trim())
        .join('\n');
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < colSpan; right++) {
          const begins = down === 0 && right === 0;
          grid[at + down]![column + right] = { text, header, begins, below: right === 0, rowSpan, colSpan };
        }
      }
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY));
}
