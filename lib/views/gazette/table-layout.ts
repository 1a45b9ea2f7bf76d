import { paragraphsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { typesetText } from '@/lib/text/typography';

/**
 * Takes rows with merged cells; gives for each cell of each row the column in which it begins, from
 * 0.
 */
export function columnsOfCells(rows: readonly ast.TableRow[]): number[][] {
  /** How many further rows a cell from above still takes, by column. */
  const taken: number[] = [];
  return rows.map((row) => {
    let column = 0;
    const free = taken.map((rest) => rest === 0);
    taken.forEach((rest, at) => (taken[at] = Math.max(0, rest - 1)));
    return row.children.map(({ colSpan, rowSpan }) => {
      while (free[column] === false) column++;
      const start = column;
      for (; column < start + colSpan; column++) taken[column] = rowSpan - 1;
      return start;
    });
  });
}

/**
 * Takes the rows of a head and the number of columns; gives each column's name, with that of the
 * group above it: 投资 · 总额.
 */
export function columnNames(head: readonly ast.TableRow[], columns: number): string[] {
  const starts = columnsOfCells(head);
  return Array.from({ length: columns }, (_, column) => {
    const above = head.flatMap((row, at) =>
      row.children.filter((cell, index) => {
        const start = starts[at]![index]!;
        return start <= column && column < start + cell.colSpan;
      }),
    );
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
