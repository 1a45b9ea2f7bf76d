import { paragraphsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { typesetText } from '@/lib/text/typography';

/**
 * Gives each column's name, with that of the group above it: 投资 · 总额.
 * Takes the rows of a head and the number of columns.
 */
export function columnNames(head: readonly ast.TableRow[], columns: number): string[] {
  const cells = head.flatMap((row) => row.children);
  return Array.from({ length: columns }, (_, at) => {
    const above = cells.filter(({ column, colSpan }) => column <= at && at < column + colSpan);
    return [...new Set(above.map(cellWords))].filter(Boolean).join(' · ');
  });
}

/** What stands in a cell, as one text, as it is shown. */
const cellWords = (cell: ast.TableCell): string =>
  typesetText(
    paragraphsOf(cell)
      .flatMap(({ children }) => children.map((node) => (node.type === 'residue' ? '' : node.value)))
      .join('')
      .trim(),
  );
