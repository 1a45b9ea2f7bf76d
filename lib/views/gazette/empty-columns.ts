import { rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { typesetText } from '@/lib/text/typography';
import { cellText } from './cell-look';
import { columnNames } from './table-layout';

/** A table as pages show it, and what they leave out. */
interface TableWithoutEmpty {
  node: ast.Table;
  /** Names of the columns without one filled cell; empty for one that has none. */
  left: string[];
  /** Of each column that is shown, its place in print. */
  columns: number[];
}

/**
 * Leaves out the columns in which nothing stands below the head.
 *
 * Only for the eye: files keep them, and what is left out is told by name.
 * @param keeps tells of a cell of the head that it must be seen: words that were searched for
 * @param whole the table with all of its rows, where `node` has some of them
 */
export function withoutEmptyColumns(
  node: ast.Table,
  keeps: (cell: ast.TableCell) => boolean,
  whole = node,
): TableWithoutEmpty {
  const rows = rowsOf(whole);
  const all = Array.from({ length: node.columns ?? 0 }, (_, column) => column);
  const first = rows.findIndex((row) => row.children.some((cell) => !cell.header));
  const unchanged = { node, left: [], columns: all };
  if (node.confidence === 'unreconstructed' || first < 1) return unchanged;
  const head = rows.slice(0, first);
  const body = rows.slice(first);
  const empty = new Set(all.filter((column) => isEmpty(body, column) && !isKept(head, column, keeps)));
  const reachesNowhere = body.some(({ children }) =>
    children.some((cell) => isFilled(cell) && columnsOf(cell).every((column) => empty.has(column))),
  );
  if (empty.size === 0 || empty.size === all.length || reachesNowhere) return unchanged;
  const columns = all.filter((column) => !empty.has(column));
  const names = columnNames(head, all.length);
  return {
    node: { ...node, columns: columns.length, children: node.children.map((child) => narrow(child, empty)) },
    left: [...empty].map((column) => typesetText(names[column] ?? '')),
    columns,
  };
}

/** True for a column that has cells of its own, and nothing in any of them. */
function isEmpty(body: readonly ast.TableRow[], column: number): boolean {
  const own = body.flatMap(({ children }) => children.filter((cell) => cell.column === column && cell.colSpan === 1));
  return own.length > 0 && !own.some(isFilled);
}

const isFilled = (cell: ast.TableCell): boolean => cellText(cell).trim() !== '';

const columnsOf = ({ column, colSpan }: ast.TableCell): number[] =>
  Array.from({ length: colSpan }, (_, at) => column + at);

const isKept = (head: readonly ast.TableRow[], column: number, keeps: (cell: ast.TableCell) => boolean): boolean =>
  head.some(({ children }) => children.some((cell) => columnsOf(cell).includes(column) && keeps(cell)));

/** Takes the columns out of a row; what reaches over them reaches less far. */
function narrow<Node extends ast.Table['children'][number]>(row: Node, empty: ReadonlySet<number>): Node {
  if (row.type !== 'tableRow') return row;
  const before = (column: number): number => [...empty].filter((each) => each < column).length;
  const cells = row.children.flatMap((cell) => {
    const colSpan = columnsOf(cell).filter((column) => !empty.has(column)).length;
    return colSpan === 0 ? [] : [{ ...cell, column: cell.column - before(cell.column), colSpan }];
  });
  return { ...row, children: cells };
}
