import type { Line } from '../../line';
import { isHeaderCell, isVocabulary } from '../heads';
import { sure } from '../rebuild/cells/certainty';
import type { GridCell } from '../rebuild/grid';
import { reconstructCells } from '../rebuild/cells/rebuild-cells';
import type { TableLines } from '../region';
import { isData } from '../tokens';
import { headerBelow, headerRun } from './header-run';
import { isBodyText, lineWindow } from './line-window';
import type { TableSearch } from './table-rule';

const longestWeakHeader = 8;
/** A header of two and three rows of two. */
const fewestCells = 8;
/**
 * Up to where a try without the help of words was in vain: the lines of a long list are not fitted
 * again and again.
 */
const rejectedTo = new WeakMap<readonly Line[], number>();

/**
 * Finds a table of a line a cell.
 * Where the words of its header do not say that it is one, its columns must.
 */
export function lineCells(search: TableSearch, from: number): TableLines | null {
  const { lines, to, likely } = search;
  if (isBodyText(lines[from]!, search) || !isHeaderCell(lines[from]!)) return null;
  const header = headerRun(lines, from, to) || headerBelow(lines, from, to);
  if (header > 0) return lineWindow(search, from, header);
  let heads = 0;
  while (heads < longestWeakHeader && from + heads < to && isHeaderCell(lines[from + heads]!)) heads++;
  const words = lines.slice(from, from + heads).filter((line) => isVocabulary(line.key)).length;
  if (heads < 2 || (!likely && words === 0)) return null;
  if (from < (rejectedTo.get(lines) ?? 0)) return null;
  const region = lineWindow(search, from, 2);
  if (!region || region.to - from < fewestCells) return null;
  const window = lines.slice(from, region.to);
  const short = window.filter((line) => line.key.length <= 40).length;
  if (short < window.length * 0.6 || !isRegular(window, lines, likely)) {
    rejectedTo.set(lines, region.to);
    return null;
  }
  return region;
}

/**
 * The lines fall into columns by themselves: mostly complete rows, and a column of figures or of
 * few words.
 */
function isRegular(window: readonly Line[], lines: readonly Line[], likely: boolean): boolean {
  const grid = reconstructCells(window, lines, likely ? 'caption' : 'text');
  if ('reason' in grid || grid.rows.length < 3 || grid.caption.length > 0) return false;
  if (grid.confidence === 'certain') return true;
  const { ratio = 1, margin = 0 } = grid.fit ?? {};
  const whole = grid.rows.filter((row) => row.length === grid.columns).length;
  if (whole === grid.rows.length && ratio <= sure.ratio && margin >= sure.margin) return true;
  if (!hasData(grid.rows)) return false;
  if (whole === grid.rows.length) return ratio <= (likely ? 0.95 : 0.88);
  // Groups are printed once: cells are missing in front, and seldom elsewhere.
  const ragged = grid.rows.filter((row) =>
    row.some(({ column }, at) => at > 0 && column !== row[at - 1]!.column + 1),
  ).length;
  return likely
    ? whole >= grid.rows.length * 0.2 && ratio <= 0.85
    : whole >= 2 && ragged <= grid.rows.length * 0.1 && ratio <= 0.75 && margin >= 3;
}

function hasData(rows: readonly GridCell[][]): boolean {
  return rows[0]!.some(({ column }) => {
    const cells = rows.flatMap((row) => row.find((cell) => cell.column === column)?.paragraphs[0]?.[0] ?? []);
    return (
      cells.filter((cell) => isData(cell)).length >= rows.length * 0.8 ||
      new Set(cells.map(({ key }) => key)).size <= rows.length / 2
    );
  });
}
