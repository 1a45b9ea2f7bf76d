import { isSerialHead } from '../../heads';
import { isData } from '../../tokens';
import type { GridCell } from '../grid';
import { takesColumn } from '../grid';

/**
 * What rows say against their cells, whatever each of these costs: parts of broken cells that stand
 * where others belong, and borders of rows that are not whole.
 */

/**
 * Doubts cells of rows for what stands beside them.
 * @param rows below the header; their cells are changed
 */
export function doubtRows(rows: readonly GridCell[][], names: readonly string[]): void {
  doubtBroken(rows);
  doubtFirstLabels(rows, names);
  doubtRests(rows, names);
  doubtHalves(rows, isSerialHead(names[0]!));
  doubtBorders(rows, names);
  // With two columns and no numbers each row stands where the ones above it end.
  const unsure = rows.flat().some(({ inferred }) => inferred);
  if (names.length === 2 && unsure && !isSerialHead(names[0]!)) for (const cell of rows.flat()) cell.inferred = true;
}

/** True for a cell of one token of words, as either part of a broken cell is. */
const isWord = (cell: GridCell | undefined): cell is GridCell =>
  cell?.paragraphs.length === 1 && cell.paragraphs[0]!.length === 1 && !isData(cell.paragraphs[0]![0]!);

const keyLength = (cell: GridCell): number =>
  cell.paragraphs.flat().reduce((length, { key }) => length + key.length, 0);

/** Doubts what stands beside a joined cell: it may be the next part of it. */
function doubtBroken(rows: readonly GridCell[][]): void {
  for (const row of rows)
    row.forEach((cell, at) => {
      if (cell.paragraphs.flat().length < 2) return;
      for (const beside of [row[at - 1], row[at + 1]]) if (isWord(beside)) beside.inferred = true;
    });
}

/** A longer cell is no rest of another one. */
const longestRest = 5;

/**
 * Doubts two cells that may be one that was broken.
 * No row need lack one: 供热管网 stands once where groups do, and cells of the column of 达标率
 * end so.
 */
export function doubtHalves(rows: readonly GridCell[][], serial: boolean): void {
  const column = serial ? 1 : 0;
  const firsts = rows.map((row) => wordsIn(row, column));
  const seconds = rows.map((row) => wordsIn(row, column + 1));
  for (const [at, row] of rows.entries()) {
    const [first, second] = [firsts[at], seconds[at]];
    if (!first || !second || second.length > longestRest || firsts.indexOf(first) !== firsts.lastIndexOf(first))
      continue;
    if (!seconds.some((key) => key !== second && (key?.endsWith(second) || key?.startsWith(first)))) continue;
    for (const cell of row) if (cell.column === column || cell.column === column + 1) cell.inferred = true;
  }
}

/** The words of a row's cell in a column; null for figures, agencies and what is not one token. */
function wordsIn(row: readonly GridCell[], column: number): string | null {
  const cell = row.find((each) => each.column === column && (each.colSpan ?? 1) === 1);
  if (!isWord(cell)) return null;
  const { key, type } = cell.paragraphs[0]![0]!;
  return type === 'agency' ? null : key;
}

/**
 * Doubts a short cell behind a column that is printed only sometimes, with the one in front.
 * It may be the rest of what was taken for a label.
 */
function doubtRests(rows: readonly GridCell[][], names: readonly string[]): void {
  for (let column = 0; column + 1 < names.length; column++) {
    if (rows.every((row) => row.some((cell) => takesColumn(cell, column)))) continue;
    const behind = rows.flatMap((row) => row.find((cell) => cell.column === column + 1) ?? []);
    for (const row of rows) {
      const at = row.findIndex((cell) => cell.column === column);
      const [label, next] = [row[at], row[at + 1]];
      if (!isWord(label) || !isWord(next) || next.column !== column + 1) continue;
      const others = behind.filter((cell) => cell !== next && cell.paragraphs.length > 0);
      const shortest = others.reduce((least, cell) => Math.min(least, keyLength(cell)), Infinity);
      const key = label.paragraphs[0]![0]!.key;
      const within = others.some((cell) => cell.paragraphs[0]![0]!.key.includes(key));
      if (keyLength(next) <= shortest || within) label.inferred = next.inferred = true;
    }
  }
}

/**
 * Doubts a short label in front of a row, and the last cell above, of which it may be the rest.
 * Labels that stand in every row, or again, are none.
 */
function doubtFirstLabels(rows: readonly GridCell[][], names: readonly string[]): void {
  if (isSerialHead(names[0]!) || rows.every((row) => row.some((cell) => takesColumn(cell, 0)))) return;
  const labels = rows.map((row) => (row[0]?.column === 0 && isWord(row[0]) ? row[0] : null));
  const keys = labels.map((label) => label?.paragraphs[0]![0]!.key);
  for (const [at, label] of labels.entries()) {
    if (!label || at === 0 || keys.some((key, other) => other !== at && key === keys[at])) continue;
    const others = labels.filter((other) => other !== null && other !== label) as GridCell[];
    if (keyLength(label) > others.reduce((least, cell) => Math.min(least, keyLength(cell)), Infinity)) continue;
    label.inferred = true;
    const above = rows[at - 1]!.at(-1);
    if (above) above.inferred = true;
  }
}

/**
 * Where a row has no first cell, the last cell of the row above may be it; where it has no last
 * cell, the first cell below. Serial numbers part rows for certain.
 */
function doubtBorders(rows: readonly GridCell[][], names: readonly string[]): void {
  if (isSerialHead(names[0]!)) return;
  rows.forEach((row, at) => {
    const whole =
      row.reduce((sum, { colSpan = 1, paragraphs }) => sum + (paragraphs.length > 0 ? colSpan : 0), 0) === names.length;
    if (whole) return;
    const above = rows[at - 1]?.at(-1);
    const below = rows[at + 1]?.[0];
    if (above) above.inferred = true;
    if (below) below.inferred = true;
  });
}
