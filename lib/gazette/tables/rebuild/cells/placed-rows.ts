import { isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import { isData } from '../../tokens';
import { sure } from './certainty';
import { doubtRows } from './row-doubts';
import type { GridCell } from '../grid';
import { headCell, seldomMerged, takesColumn } from '../grid';
import type { Hypothesis } from './hypothesis';
import { levelRows } from '../levels';
import { placeTotals } from '../totals';

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

/** In fewer rows one merged cell is no exception. */
const fewestPrinted = 5;

/**
 * Gives the columns that one row alone lacks: a cell was lost there, and none is merged.
 * Groups in front, and words at the end, are merged more often than they lose a cell.
 */
function lostCells(rows: readonly PlacedRow[], names: readonly string[]): Set<number> {
  const own = rows.filter((row) => !isTotal(row));
  const group = isSerialHead(names[0]!) ? 1 : 0;
  return new Set(
    [...names.keys()].filter((column) => {
      const cells = own.flatMap((row) => row.cells.find((cell) => takesColumn(cell, column)) ?? []);
      if (cells.length !== own.length - 1) return false;
      const words = cells.map(({ paragraphs }) => paragraphs[0]![0]!);
      // 4, none, 6: the number was lost; 4, none, 5: it counts two rows.
      if (column < group) return words.every(({ number }, at) => at === 0 || number! > words[at - 1]!.number!) && Number(words.at(-1)!.key) === own.length; // prettier-ignore
      if (words.every(isData)) return true;
      if (column === names.length - 1) return cells.length >= 2 * fewestPrinted;
      return column > group || cells.length >= fewestPrinted;
    }),
  );
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
  const lost = lostCells(rows, names);
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
      if (parted || lost.has(column) || seldomMerged.test(name))
        row.cells.push({ column, paragraphs: [], inferred: true });
    }
    return row.cells.sort((one, other) => one.column - other.column);
  });
  placeTotals(made, names.length);
  doubtRows(made, names);
  return made;
}
