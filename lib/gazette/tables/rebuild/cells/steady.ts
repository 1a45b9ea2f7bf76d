import type { Token } from '../../tokens';
import { isAlike, readSigns } from '../signs';

/**
 * Tables whose rows all have the same number of cells, each of them one token: they need no search
 * where a second sign says what that number is.
 */

const mostColumns = 14;

/** A cut into rows that a sign proves. */
export interface SteadyCut {
  columns: number;
  /** Rows without that of the heads. */
  rows: number;
}

/** Empty lines stand in front of all rows and nowhere else. */
function partedByGaps(tokens: readonly Token[], columns: number): boolean {
  return (
    columns > 2 &&
    tokens.length >= 4 * columns &&
    tokens.every(({ lines }, at) => at === 0 || lines[0]!.gap > 0 === (at % columns === 0))
  );
}

const rowsOf = (tokens: readonly Token[], columns: number): Token[][] =>
  Array.from({ length: Math.floor(tokens.length / columns) }, (_, row) =>
    tokens.slice(row * columns, (row + 1) * columns),
  );

/** Finds the one cut into equal rows that a second sign proves; null for none. */
export function steadyCut(tokens: readonly Token[]): SteadyCut | null {
  const found: SteadyCut[] = [];
  for (let columns = 2; columns <= mostColumns && columns * 3 <= tokens.length; columns++) {
    if (tokens.length % columns !== 0) continue;
    const [heads, ...rows] = rowsOf(tokens, columns) as [Token[], ...Token[][]];
    const { proven, named } = readSigns(heads, rows);
    if (proven || (named && partedByGaps(tokens, columns))) found.push({ columns, rows: rows.length });
  }
  return found.length === 1 ? found[0]! : null;
}

/**
 * Finds the one cut of the first tokens into equal rows that a sign proves.
 * @param mayEnd tells whether a table may end in front of a token
 */
export function steadyStart(tokens: readonly Token[], mayEnd: (at: number) => boolean): SteadyCut | null {
  const found: SteadyCut[] = [];
  for (let columns = 2; columns <= mostColumns && columns * 3 <= tokens.length; columns++) {
    const rows = rowsOf(tokens, columns);
    const heads = rows.shift()!;
    // Rows go on until one is unlike the first: the last that may end the table counts.
    let count = rows.findIndex((row) => !isAlike(row, rows[0]!));
    if (count < 0) count = rows.length;
    while (count >= 2 && !mayEnd((count + 1) * columns)) count--;
    if (count >= 2 && readSigns(heads, rows.slice(0, count)).proven) found.push({ columns, rows: count });
  }
  return found.length === 1 ? found[0]! : null;
}

/** Names of agencies, or numbers of documents, that stand in so many rows are a column. */
const fewestMarks = 4;

/**
 * Finds a cut of the first tokens in which one column holds agencies alone.
 *
 * Or document numbers, and another column none. It is likely, and no proof.
 * @param mayEnd tells whether a table may end in front of a token
 */
export function markedStart(tokens: readonly Token[], mayEnd: (at: number) => boolean): SteadyCut | null {
  const found: SteadyCut[] = [];
  for (const type of ['agency', 'docNumber'] as const)
    for (let columns = 2; columns <= mostColumns && columns * (fewestMarks + 1) <= tokens.length; columns++) {
      const [heads, ...rows] = rowsOf(tokens, columns) as [Token[], ...Token[][]];
      const isMarked = (row: readonly Token[], column: number): boolean => row[column]!.type === type;
      const column = heads.findIndex((_, at) => rows.slice(0, fewestMarks).every((row) => isMarked(row, at)));
      if (column < 0 || heads[column]!.type === type) continue;
      const unmarked = rows.findIndex((row) => !isMarked(row, column));
      let count = unmarked < 0 ? rows.length : unmarked;
      while (count >= fewestMarks && !mayEnd((count + 1) * columns)) count--;
      const own = rows.slice(0, count);
      const other = heads.some((_, at) => own.every((row) => !isMarked(row, at)));
      if (count >= fewestMarks && other && readSigns(heads, own).named) found.push({ columns, rows: count });
    }
  return found.length === 1 ? found[0]! : null;
}

/**
 * Reads the rows that empty lines part.
 *
 * A row may lack its first cells, which are merged with those above.
 * @returns the rows, that of the heads first; null where no sign proves them
 */
export function gappedRows(tokens: readonly Token[]): (Token | null)[][] | null {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (groups.length === 0 || token.lines[0]!.gap > 0) groups.push([token]);
    else groups.at(-1)!.push(token);
  }
  const columns = groups[0]?.length ?? 0;
  if (columns < 3 || columns > mostColumns) return null;
  let count = groups.findIndex((group) => group.length > columns || group.length < columns - 2);
  if (count < 0) count = groups.length;
  if (count < 4 || groups[1]!.length < columns) return null;
  const rows = groups.slice(0, count).map((group) => [...new Array<null>(columns - group.length).fill(null), ...group]);
  return readSigns(rows[0]!, rows.slice(1)).proven ? rows : null;
}
