import type { Token } from '../../tokens';
import { isData } from '../../tokens';

/** The cells of a row that is a line; null where one is empty. */
export type RowCells = (Token | null)[];

/** Gives the cells with words. */
export const filledCells = (cells: RowCells): Token[] => cells.filter((cell) => cell !== null);

/** True for the label of a total row. */
export const isTotal = (cell: Token | null | undefined): boolean => /^(?:合计|小计|总计|共计)$/.test(cell?.key ?? '');

/** True for a row of one cell between rows of many: 一、基础设施类. */
export const isSection = (cells: RowCells, count: number): boolean =>
  count >= 3 &&
  filledCells(cells).length === 1 &&
  cells[0] !== null &&
  !isData(cells[0]!) &&
  cells[0]!.key.length <= 40;

/**
 * Gives the cells without the empty ones at the end.
 * A row that was shifted left is padded there.
 */
export function withoutPadding(cells: RowCells): RowCells {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end--;
  return cells.slice(0, end);
}
