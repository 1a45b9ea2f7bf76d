import type { Line } from '../../line';
import type { TableContext, TableLines } from '../region';

/** Where a table is looked for: up to the line `to`, exclusive. */
export interface TableSearch extends TableContext {
  lines: readonly Line[];
  to: number;
  /** A caption or 如下: stands above. */
  likely: boolean;
}

/** One way in which tables stand in lines. */
export interface TableRule {
  /** A table that this rule finds, and no rule above it. */
  specimen: string;
  /** Gives the lines of the table whose first row begins at a line; null where none does. */
  find: (search: TableSearch, index: number) => TableLines | null;
}

/**
 * Gives the end of a table without page numbers.
 * Those behind its last row are not of it.
 */
export function withoutPrint(lines: readonly Line[], end: number): number {
  let last = end;
  while (last > 0 && lines[last - 1]!.print) last--;
  return last;
}
