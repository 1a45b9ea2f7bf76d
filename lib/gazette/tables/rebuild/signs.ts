import { isSerialHead } from '../heads';
import type { Token } from '../tokens';
import { isData } from '../tokens';

/**
 * Signs that say which cells stand in one row, apart from their number: any number divides some
 * counts. A reading that has one is sure.
 */

/** Cells of a row in their columns; null where one is empty. */
type Row = readonly (Token | null)[];

/** Fewer rows could agree by chance. */
const fewestRows = 3;

const isTotalKey = (key: string | undefined): boolean => /^(?:合计|小计|总计|共计)$/.test(key ?? '');

/** True where a column counts the rows: 1, 2, 3 …. */
function isCounted(rows: readonly Row[], column: number): boolean {
  const last = isTotalKey(rows.at(-1)![0]?.key) ? rows.length - 1 : rows.length;
  // Where the next number stands in another column the last row is none.
  if (rows.at(-1)!.some((cell) => cell?.key === String(rows.length + 1))) return false;
  return last >= fewestRows && rows.slice(0, last).every((row, at) => row[column]?.key === String(at + 1));
}

/** What the cells of a column are: figures, words, both, or nothing that says so. */
function kindOf(cells: Row): 'figures' | 'words' | 'mixed' | 'empty' {
  // 每3000人2辆 may stand among figures and 3号楼 among words: neither says anything.
  const telling = cells.filter(
    (cell) => cell !== null && cell.type !== 'dash' && (isData(cell) || !/\d/.test(cell.key)),
  );
  const figures = telling.filter((cell) => isData(cell!)).length;
  if (telling.length === 0) return 'empty';
  return figures === 0 ? 'words' : figures === telling.length ? 'figures' : 'mixed';
}

const columnOf = (rows: readonly Row[], column: number): Row => rows.map((row) => row[column] ?? null);

/** True where each column holds figures or words, never both, and there are both kinds. */
function areKept(rows: readonly Row[], columns: number): boolean {
  const all = Array.from({ length: columns }, (_, column) => columnOf(rows, column));
  const kinds = all.map(kindOf);
  return !kinds.includes('mixed') && kinds.includes('figures') && kinds.includes('words') && !isScattered(all);
}

/**
 * True where agencies, document numbers or sentences stand among other words in two columns.
 * That is what rows that begin at a wrong place look like.
 */
function isScattered(columns: readonly Row[]): boolean {
  return (['agency', 'docNumber', 'sentence'] as const).some((type) => {
    const counts = columns.map((cells) => cells.filter((cell) => cell?.type === type).length);
    return counts.filter((count, column) => count > 0 && count < columns[column]!.length).length > 1;
  });
}

/** True where fewer columns would hold the same cells as regularly: two rows may be read as one. */
function isDoubled(rows: readonly Row[], columns: number): boolean {
  const cells = rows.flat();
  for (let fewer = 2; fewer * 2 <= columns; fewer++) {
    if (columns % fewer !== 0) continue;
    const cut = Array.from({ length: cells.length / fewer }, (_, row) => cells.slice(row * fewer, (row + 1) * fewer));
    if (areKept(cut, fewer)) return true;
  }
  return false;
}

/** True where two rows have figures and words in the same places. */
export const isAlike = (row: Row, other: Row): boolean =>
  row.every((cell, column) => kindOf([cell, other[column] ?? null]) !== 'mixed');

const figureOf = (cell: Token | null | undefined): number =>
  cell && (cell.type === 'integer' || cell.type === 'decimal') ? Number(cell.key) : NaN;

const isSum = (whole: number, parts: readonly number[]): boolean =>
  parts.length >= 2 && Math.abs(whole - parts.reduce((sum, part) => sum + part, 0)) < 0.006 * parts.length;

/** True where the last row is the sum of those above, in every column of figures. */
function haveTotals(rows: readonly Row[], columns: number): boolean {
  const above = rows.slice(0, -1);
  if (!isTotalKey(rows.at(-1)![0]?.key)) return false;
  let agree = 0;
  for (let column = 1; column < columns; column++) {
    const whole = figureOf(rows.at(-1)![column]);
    if (Number.isNaN(whole) || whole === 0) continue;
    if (
      !isSum(
        whole,
        above.map((row) => figureOf(row[column])),
      )
    )
      return false;
    agree++;
  }
  return agree >= 1;
}

/** Words that may name a column: no figure, and no number of a row of one cell (一、基础设施类). */
const isHead = (head: Token): boolean =>
  (!isData(head) || /^\d{4}年/.test(head.key)) &&
  head.key.length <= 20 &&
  !['comma', 'bracketed', 'numbered'].includes(head.type);

/** What says that rows are what they seem to be. */
export interface Signs {
  /** The first row can be the heads. */
  named: boolean;
  /** A second sign agrees with the number of cells. */
  proven: boolean;
}

/**
 * Reads the signs of a table that was cut into rows of equal length.
 * @param heads the first row
 */
export function readSigns(heads: Row, rows: readonly Row[]): Signs {
  const columns = heads.length;
  const keys = heads.map((head) => head?.key ?? '');
  const named = new Set(keys).size === columns && heads.every((head) => head !== null && isHead(head));
  // 备注 in the first row is the last head: the rows begin behind it.
  if (rows[0]?.some((cell) => cell && /^(?:备注|附注|说明|注)$/.test(cell.key))) return { named, proven: false };
  if (!named || rows.length < 2) return { named, proven: false };
  // Numbers below another head than 序号 are counted too where the heads are cut at a wrong place.
  const serial = keys.findIndex(isSerialHead);
  const counted = heads.findIndex((_, column) => isCounted(rows, column));
  if (counted >= 0) return { named, proven: counted === (serial < 0 ? 0 : serial) };
  if (!areKept(rows, columns) || isDoubled(rows, columns)) return { named, proven: false };
  return { named, proven: rows.length >= fewestRows || haveTotals(rows, columns) };
}
