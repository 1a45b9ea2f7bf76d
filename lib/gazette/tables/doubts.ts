import type * as ast from '../ast';
import { rowsOf } from '../tree/walk';
import { tableReasons } from './reasons';

/**
 * Says what is in doubt of a table that is not certain.
 * `12 of 96 cells could stand elsewhere`, or why it was not rebuilt.
 * @returns one English sentence, without a full stop
 */
export function doubtsOf(table: ast.Table): string {
  if (table.reason) return tableReasons[table.reason];
  const cells = rowsOf(table).flatMap((row) => row.children);
  const doubtful = cells.filter((cell) => cell.inferred);
  const spans = doubtful.filter((cell) => cell.rowSpan > 1 || cell.colSpan > 1).length;
  if (doubtful.length === 0 || doubtful.length === cells.length)
    return 'the columns are inferred from what the cells hold';
  const filled = spans > 0 ? `, ${spans} of them merged ones whose extent is inferred` : '';
  return `${doubtful.length} of ${cells.length} cells could stand elsewhere${filled}`;
}
