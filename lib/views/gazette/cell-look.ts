import { paragraphsOf, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';

/** From so many characters on a cell is reading text, which needs a wide column. */
const LONG = 60;
/** From so many on it needs more than the least. */
const MIDDLE = 13;

/** Gives what stands in a cell, as one text. */
export const cellText = (cell: ast.TableCell): string =>
  paragraphsOf(cell)
    .map((paragraph) => paragraph.children.map((node) => (node.type === 'residue' ? '' : node.value)).join(''))
    .join('');

/** True for a cell that holds reading text. */
export const isLong = (cell: ast.TableCell): boolean => cellText(cell).length >= LONG;

const figure = /^[-+−≥≧≤≦<>＜＞]?\d[\d,.]*[%％‰]?$/u;
/** 2023 stands in one column with 2022-2023: a year is no figure that is compared by its digits. */
const year = /^(?:19|20)\d{2}$/;

/** True for a figure that cannot be a year. Where it stands, 2000 is a figure as well. */
export const isAmount = (text: string): boolean => figure.test(text) && !year.test(text);

/**
 * Gives the style class of a cell.
 * Figures stand at the right (serial numbers and years do not), short words never wrap, longer text
 * has wider columns.
 * @param first in the first column
 * @param amongAmounts its column holds figures that are no years
 */
export function cellLook(text: string, first: boolean, amongAmounts = false): string | undefined {
  if (!first && figure.test(text) && (amongAmounts || !year.test(text))) return 'short figure';
  if (text.length >= LONG) return 'long';
  if (text.length >= MIDDLE) return 'mid';
  return text.length <= 6 ? 'short' : undefined;
}

/**
 * Finds the columns of figures.
 *
 * Every filled cell is a figure there, and one is no year. The first column counts rows.
 * @param body the rows below the head
 */
export function figureColumns(body: readonly ast.TableRow[]): ReadonlySet<number> {
  const texts = new Map<number, string[]>();
  for (const cell of body.flatMap(({ children }) => children)) {
    const text = cellText(cell).trim();
    if (cell.column === 0 || cell.colSpan > 1 || text === '') continue;
    const column = texts.get(cell.column);
    if (column) column.push(text);
    else texts.set(cell.column, [text]);
  }
  const isOfFigures = (column: string[]): boolean => column.every((text) => figure.test(text)) && column.some(isAmount);
  return new Set([...texts].flatMap(([column, all]) => (isOfFigures(all) ? [column] : [])));
}

/** True where a few cells are in doubt: only then is it worth marking them. */
export function isMostlySure(table: ast.Table): boolean {
  const cells = rowsOf(table).flatMap((row) => row.children);
  const doubtful = cells.filter((cell) => cell.inferred).length;
  return doubtful > 0 && doubtful <= cells.length / 2;
}
