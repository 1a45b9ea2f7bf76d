import { isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import { sure } from './certainty';
import type { GridCell } from '../grid';
import { headCell, seldomMerged, takesColumn } from '../grid';
import type { Hypothesis } from './hypothesis';
import { levelRows } from '../levels';

/** Makes the rows of a grid from cells that were placed, with their doubts. */

/** Makes the heads in one row or two, each with its tokens. */
export function headRows({ reading, levels }: Hypothesis, tokens: readonly Token[], doubtful: boolean): GridCell[][] {
  let from = reading.caption;
  const heads = reading.cells.map((size) => tokens.slice(from, (from += size)));
  const rows = levels ? levelRows(heads, levels) : [heads.map((head, column) => headCell(head, column))];
  if (doubtful) for (const cell of rows.flat()) cell.inferred = true;
  return rows;
}

interface PlacedRow {
  cells: GridCell[];
  chances: number[];
  /** The cell is of several tokens. */
  joined: boolean[];
}

const isTotal = ({ cells }: PlacedRow): boolean => (cells[0]!.colSpan ?? 1) > 1;

function readRows({ names, alignment }: Hypothesis, body: readonly Token[], lostColumn: number): PlacedRow[] {
  const columns = names.length - (lostColumn >= 0 ? 1 : 0);
  const shift = (column: number): number => (lostColumn >= 0 && column >= lostColumn ? column + 1 : column);
  const chances = alignment.chances();
  const rows: PlacedRow[] = [];
  for (const [at, { column, from, to, joined, opensRow }] of alignment.cells.entries()) {
    if (opensRow) rows.push({ cells: [], chances: [], joined: [] });
    const row = rows.at(-1)!;
    const first = body.slice(from, from + joined);
    const further = body.slice(from + joined, to).map((token) => [token]);
    const next = alignment.cells[at + 1];
    row.chances.push(chances[at] ?? 0);
    row.joined.push(joined > 1 || to - from > joined);
    if (column === columns) row.cells.push({ column: 0, colSpan: names.length, paragraphs: [first] });
    else if (column === columns + 1)
      row.cells.push({ column: 0, colSpan: next && !next.opensRow ? shift(next.column) : 1, paragraphs: [first] });
    else row.cells.push({ column: shift(column), paragraphs: [first, ...further] });
  }
  return rows;
}

/**
 * Makes the rows below the header, with their doubts.
 * @param lostColumn column of the serial numbers, where these were lost; else -1
 * @param fits the hypothesis as a whole is sure
 */
export function bodyRows(
  hypothesis: Hypothesis,
  body: readonly Token[],
  lostColumn: number,
  fits: boolean,
): GridCell[][] {
  const { names } = hypothesis;
  const columns = names.length - (lostColumn >= 0 ? 1 : 0);
  const rows = readRows(hypothesis, body, lostColumn);
  const made = rows.map((row, at) => {
    const whole = row.cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0) === columns;
    const total = isTotal(row) && row.cells[0]!.colSpan! < names.length;
    const low = total ? 0 : row.chances.reduce((least, chance) => Math.min(least, chance), 1);
    row.cells.forEach((cell, index) => {
      const certain =
        fits && whole && !row.joined[index]! && row.chances[index]! >= sure.chance && low >= sure.rowChance;
      if (!certain) cell.inferred = true;
    });
    const parted = isTotal(row) || (at > 0 && isTotal(rows[at - 1]!));
    for (const [column, name] of names.entries()) {
      if (row.cells.some((cell) => takesColumn(cell, column))) continue;
      if (parted || seldomMerged.test(name)) row.cells.push({ column, paragraphs: [], inferred: true });
    }
    return row.cells.sort((one, other) => one.column - other.column);
  });
  doubtBorders(made, names);
  // With two columns and no numbers each row stands where the ones above it end.
  const unsure = made.flat().some(({ inferred }) => inferred);
  if (names.length === 2 && unsure && !isSerialHead(names[0]!)) for (const cell of made.flat()) cell.inferred = true;
  return made;
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
