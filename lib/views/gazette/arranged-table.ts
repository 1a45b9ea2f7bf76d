import type { Arrangement } from '@/lib/addresses/arrangement-params';
import { rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { normalise } from '@/lib/search/text/normalise';
import { cellText, isAmount } from './cell-look';

/** A table as it was arranged. */
export interface TableAsArranged {
  node: ast.Table;
  /** Rows below the head: all of them, and those that are shown. */
  rows: { all: number; shown: number };
}

/** The words of a row that sums up others: it stays at the end. */
const TOTAL = /^(?:总计|合计|共计|小计|总\s*计|合\s*计)/u;

const collator = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Arranges the rows of a table below its head: those with some words, in the order of a column.
 *
 * A merged cell is repeated in each of its rows, which may part. Figures go by their amount, other
 * words as a dictionary has them; what sums up stays last, and empty cells go after filled ones.
 */
export function arrangeTable(node: ast.Table, { words, column, isDescending }: Arrangement): TableAsArranged {
  const all = rowsOf(node);
  const first = all.findIndex((row) => row.children.some((cell) => !cell.header));
  const head = first < 0 ? all : all.slice(0, first);
  const body = first < 0 ? [] : all.slice(first);
  if (words === '' && column === null) return { node, rows: { all: body.length, shown: body.length } };
  const wanted = normalise(words);
  const found = spread(body).filter((row) => row.children.some((cell) => normalise(cellText(cell)).includes(wanted)));
  const shown = column === null ? found : sortBy(found, column, isDescending);
  return { node: { ...node, children: [...head, ...shown] }, rows: { all: body.length, shown: shown.length } };
}

/** Gives each row all of its cells: what is merged over several rows stands in each. */
function spread(rows: readonly ast.TableRow[]): ast.TableRow[] {
  let reaching: { cell: ast.TableCell; left: number }[] = [];
  return rows.map((row) => {
    const from = reaching.map(({ cell }) => ({ ...cell, rowSpan: 1 }));
    reaching = [
      ...reaching.map(({ cell, left }) => ({ cell, left: left - 1 })),
      ...row.children.map((cell) => ({ cell, left: cell.rowSpan - 1 })),
    ].filter(({ left }) => left > 0);
    const own = row.children.map((cell) => ({ ...cell, rowSpan: 1 }));
    return { ...row, children: [...from, ...own].sort((a, b) => a.column - b.column) };
  });
}

function sortBy(rows: readonly ast.TableRow[], column: number, isDescending: boolean): ast.TableRow[] {
  const textOf = (row: ast.TableRow): string => {
    const cell = row.children.find((each) => each.column <= column && column < each.column + each.colSpan);
    return cell ? cellText(cell).trim() : '';
  };
  const rank = (row: ast.TableRow): number => {
    if (row.children.some((cell) => TOTAL.test(cellText(cell).trim()))) return 2;
    return textOf(row) === '' ? 1 : 0;
  };
  return rows.toSorted((a, b) => {
    const apart = rank(a) - rank(b);
    return apart !== 0 ? apart : compare(textOf(a), textOf(b)) * (isDescending ? -1 : 1);
  });
}

/** 88,366 and 9: by amount, where both are one. */
function compare(a: string, b: string): number {
  return isAmount(a) && isAmount(b) ? amountOf(a) - amountOf(b) : collator.compare(a, b);
}

const amountOf = (text: string): number => Number(text.replace(/[^\d.−-]/gu, '').replace('−', '-'));
