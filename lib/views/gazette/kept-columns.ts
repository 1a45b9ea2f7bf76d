import type * as ast from '@/lib/gazette/ast';
import { cellText, isLong } from './cell-look';

/**
 * Up to so many characters a first column only counts (序号) or sorts: what the row is about stands
 * in the second.
 */
const SHORT = 4;

/**
 * Counts the first columns of a wide table that stay in sight while it scrolls.
 * These are the first, and the second where the first only counts; none where they hold reading
 * text, which would leave no space to scroll in.
 * @param body the rows below the head
 */
export function countKept(body: readonly ast.TableRow[]): 0 | 1 | 2 {
  const cellsOf = (at: number): ast.TableCell[] =>
    body.flatMap(({ children }) => children.filter(({ column, colSpan }) => column === at && colSpan === 1));
  const [first, second] = [cellsOf(0), cellsOf(1)];
  if (first.some(isLong)) return 0;
  const counts = first.every((cell) => cellText(cell).length <= SHORT);
  return counts && !second.some(isLong) ? 2 : 1;
}
