import { isVocabulary } from '../../heads';
import type { TableReason } from '../../reasons';
import { isData } from '../../tokens';
import type { GridCell } from '../grid';
import { headCell } from '../grid';
import { clearLevels, columnHeads, levelRows, placeLevels, sureLevels } from '../levels';
import type { RowCells } from './row-cells';
import { filledCells, withoutPadding } from './row-cells';

/** The heads of a table whose rows are lines. */
interface RowHeader {
  /** Rows that it takes. */
  rows: number;
  names: string[];
  cells: GridCell[][];
  /** The words or a rule say that it is one. */
  sure: boolean;
}

/**
 * Reads the header of rows of up to so many cells.
 * @param ruled lines are drawn between the rows
 * @returns null where there is none; the reason where there are two rows that cannot be read
 */
export const readRowHeader = (
  rows: readonly RowCells[],
  count: number,
  ruled: boolean,
): RowHeader | null | { reason: TableReason } =>
  oneRow(rows, count, ruled) ?? twoFullRows(rows, count) ?? twoShortRows(rows, count);

const isHeadLike = (cells: RowCells): boolean =>
  filledCells(cells).every(
    (cell) => (!isData(cell) || /^\d{4}年/.test(cell.key)) && cell.key.length <= 20 && !/[。;]$/.test(cell.key),
  );

/** One row of heads; null where the first row holds data. */
function oneRow(rows: readonly RowCells[], count: number, ruled: boolean): RowHeader | null {
  const [first, ...body] = rows;
  if (!first || first.length !== count || first.some((cell) => cell === null) || !isHeadLike(first)) return null;
  const words = filledCells(first).filter((cell) => isVocabulary(cell.key)).length;
  const figures = body.flat().filter((cell) => cell && isData(cell)).length;
  // Heads stand once; a value of the first row may stand again below.
  const repeats = first.some((head, column) => body.some((row) => row[column]?.key === head!.key));
  if (!ruled && words < count * 0.3 && figures === 0 && repeats) return null;
  return {
    rows: 1,
    names: first.map((cell) => cell!.key),
    cells: [first.map((cell, column) => headCell([cell!], column))],
    sure: ruled || words >= count * 0.3 || figures >= body.length || (words > 0 && !repeats),
  };
}

/** Two rows whose empty places say what spans what: 序号 | 投资 | | 备注 above | 中央 | 地方 | . */
function twoFullRows(rows: readonly RowCells[], count: number): RowHeader | null {
  const upper = [...(rows[0] ?? [])];
  const lower = [...(rows[1] ?? [])];
  while (upper.length < count) upper.push(null);
  while (lower.length < count) lower.push(null);
  if (upper.length > count || lower.length > count || !upper[0] || !isHeadLike(upper) || !isHeadLike(lower))
    return null;
  if (filledCells(lower).length < 2 || !upper.includes(null)) return null;
  const first: GridCell[] = [];
  for (let column = 0; column < count; column++) {
    const cell = upper[column];
    if (!cell) {
      if (!lower[column] || first.length === 0 || first.at(-1)!.rowSpan) return null;
      first.at(-1)!.colSpan = column - first.at(-1)!.column + 1;
    } else first.push(headCell([cell], column, lower[column] ? {} : { rowSpan: 2 }));
  }
  const second = lower.flatMap((cell, column) => (cell ? [headCell([cell], column)] : []));
  return {
    rows: 2,
    names: lower.map((cell, column) => (cell ?? upper[column])!.key),
    cells: [first, second],
    sure: true,
  };
}

/** Two rows without their empty places: which head spans is read from the words and the body. */
function twoShortRows(rows: readonly RowCells[], count: number): RowHeader | null | { reason: TableReason } {
  const upper = withoutPadding(rows[0] ?? []);
  const lower = withoutPadding(rows[1] ?? []);
  const size = lower.length;
  if (size < 2 || upper.length + size !== count + 1 || [...upper, ...lower].includes(null)) return null;
  if (!isHeadLike(upper) || !isHeadLike(lower)) return null;
  const heads = filledCells([...upper, ...lower]);
  const body = rows.slice(2).filter((row) => row.length === count);
  const columns = Array.from({ length: count }, (_, column) => body.flatMap((row) => row[column] ?? []));
  const levels = placeLevels(
    heads.map(({ key }) => key),
    columns,
    size,
  );
  if (!levels || levels.margin < clearLevels) return { reason: 'unclearHeads' };
  const isSure = levels.margin >= sureLevels;
  const cells = levelRows(
    heads.map((head) => [head]),
    levels,
  );
  if (!isSure) for (const cell of cells.flat()) cell.inferred = true;
  return { rows: 2, names: columnHeads(heads, levels).map(({ key }) => key), cells, sure: isSure };
}
