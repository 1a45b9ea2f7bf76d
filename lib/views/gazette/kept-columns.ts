import type * as ast from '@/lib/gazette/ast';
import { cellText, isLong } from './cell-look';

/**
 * Up to so many characters a first column only counts (序号) or sorts: what the row is about stands
 * in the second.
 */
const SHORT = 4;

/**
 * How many first columns of a wide table stay in sight while it scrolls: the first, and the second
 * where the first only counts; none where they hold reading text, which would leave no room to
 * scroll in. Takes the rows with the column of each cell, and how many rows the head has.
 */
export function countKept(rows: readonly ast.TableRow[], columns: readonly number[][], headRows: number): 0 | 1 | 2 {
  const cellsOf = (column: number): ast.TableCell[] =>
    rows
      .slice(headRows)
      .flatMap((row, at) =>
        row.children.filter((cell, index) => columns[headRows + at]![index] === column && cell.colSpan === 1),
      );
  const [first, second] = [cellsOf(0), cellsOf(1)];
  if (first.some(isLong)) return 0;
  const counts = first.every((cell) => cellText(cell).length <= SHORT);
  return counts && !second.some(isLong) ? 2 : 1;
}
