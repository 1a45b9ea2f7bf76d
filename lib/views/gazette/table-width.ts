import { rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { cellLook, cellText } from './cell-look';

/** Widths, in rem, that the style sheet knows of: tables.css has a query for each. */
const STEPS = [17, 28, 36, 44, 51] as const;
/** A width that a table needs at least. */
export type TableWidth = (typeof STEPS)[number];

/** Of a cell's type in rem, and its padding at both sides in em of that type. */
const CELL = { type: 0.833, padding: 1.5 };
/** The least widths of cells in em, without padding; tables.css has them with it. */
const LEAST = { text: 4, mid: 5.5, long: 12 };

/** Characters that are half as wide as a Han character. */
const NARROW = /[\u0020-\u007e]/gu;

/**
 * Reckons what a table needs to stand without scrolling sideways.
 * @returns the least step in rem that it fits in, null where it fits in none
 */
export function tableWidth(table: ast.Table): TableWidth | null {
  const needs = new Map<number, number>();
  for (const cell of rowsOf(table).flatMap((row) => row.children)) {
    const need = leastOf(cell) / cell.colSpan;
    for (let column = cell.column; column < cell.column + cell.colSpan; column++)
      needs.set(column, Math.max(needs.get(column) ?? 0, need));
  }
  const ems = [...needs.values()].reduce((sum, need) => sum + need + CELL.padding, 0);
  return STEPS.find((step) => ems * CELL.type <= step) ?? null;
}

function leastOf(cell: ast.TableCell): number {
  const text = cellText(cell);
  const look = cellLook(text, false, false);
  if (look === 'long') return LEAST.long;
  if (look === 'mid' && !cell.header) return LEAST.mid;
  return look?.startsWith('short') ? widthOf(text) : LEAST.text;
}

const widthOf = (text: string): number => text.length - (text.match(NARROW)?.length ?? 0) / 2;
