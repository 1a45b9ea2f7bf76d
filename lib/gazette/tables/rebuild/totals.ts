import type { Token } from '../tokens';
import type { GridCell } from './grid';
import { takesColumn } from './grid';

/** Total rows: 合计 in front of sums, each below the figures that it is the sum of. */

const isTotalRow = ([label, ...sums]: readonly GridCell[]): boolean =>
  /^(?:合计|小计|总计|共计)$/.test(wordsOf(label)?.key ?? '') && sums.some((cell) => wordsOf(cell));

/** The one token of a cell; null for an empty one, and for one of several. */
function wordsOf(cell: GridCell | undefined): Token | null {
  const tokens = cell?.paragraphs.flat() ?? [];
  return tokens.length === 1 ? tokens[0]! : null;
}

const isFigure = (token: Token | null): boolean => token?.type === 'integer' || token?.type === 'decimal';

/** Columns that hold figures alone: sums may stand below them. Numbers of rows are none. */
function summedColumns(rows: readonly GridCell[][], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => column).filter((column) => {
    const own = rows.flatMap((row) => row.find((cell) => cell.column === column && !cell.colSpan) ?? []);
    const tokens = own.flatMap((cell) => wordsOf(cell) ?? []);
    const counts = tokens.every(({ key }, at) => key === String(at + 1));
    return column > 0 && tokens.length > 0 && !counts && tokens.every(isFigure);
  });
}

/**
 * Puts the sums of total rows below the figures.
 * They stay where they are unless there are as many of either.
 * @param rows below the header; their cells are changed
 */
export function placeTotals(rows: readonly GridCell[][], columns: number): void {
  const own = rows.filter((row) => !isTotalRow(row));
  const summed = summedColumns(own, columns);
  for (const row of rows) {
    if (!isTotalRow(row)) continue;
    const sums = row.slice(1).filter((cell) => cell.paragraphs.length > 0);
    if (sums.length !== summed.length || !sums.every((cell) => isFigure(wordsOf(cell)))) continue;
    if (sums.every(({ column }, at) => column === summed[at])) continue;
    sums.forEach((cell, at) => {
      cell.column = summed[at]!;
      cell.inferred = true;
    });
    const label = row[0]!;
    label.colSpan = summed[0]! - label.column;
    label.inferred = true;
    row.length = 0;
    for (const cell of [label, ...sums]) row.push(cell);
    for (let column = 0; column < columns; column++)
      if (!row.some((cell) => takesColumn(cell, column))) row.push({ column, paragraphs: [], inferred: true });
    row.sort((one, other) => one.column - other.column);
  }
}
