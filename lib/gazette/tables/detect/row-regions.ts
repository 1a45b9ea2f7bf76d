import type { Line } from '../../line';
import type { Source } from '../../source';
import { isVocabulary } from '../heads';
import type { RowLayout } from '../pieces';
import { countPieces, isRule, piecesOf } from '../pieces';
import type { TableLines } from '../region';
import { isDataKey } from '../tokens';
import { isForm } from './forms';
import type { TableSearch } from './table-rule';
import { withoutPrint } from './table-rule';
import { cellsBelow } from '../wrapped';

/** Finds tables whose rows are lines. */

/** Length of the longest row that is none of pipes, in UTF-16 units. */
export const longestRow = 2000;

/** Words of the cells of a line, without the empty ones. */
const keysOf = (source: Source, line: Line, layout: RowLayout): string[] =>
  piecesOf(source, line, layout)
    .filter(({ start, end }) => end > start)
    .map((span) => source.folded.slice(span.start, span.end).replace(/ /g, ''));

/** The lines, with the reason where they are those of a blank form. */
function withForm({ source, lines }: TableSearch, rows: TableLines & { layout: RowLayout }): TableLines {
  const keys = lines
    .slice(rows.from, rows.to)
    .flatMap((line) => (isRule(line) || line.print ? [] : keysOf(source, line, rows.layout)));
  return isForm(keys) ? { ...rows, reason: 'blankForm' } : rows;
}

/** Drawn lines that may stand above the first row. */
const mostRules = 4;

/**
 * Finds rows of pipes.
 * A row of one cell may stand between them, and drawn lines around them.
 */
export function pipeRows(search: TableSearch, from: number): TableLines | null {
  const { lines, to } = search;
  const first = lines[from]!;
  if (first.kind !== 'pipes' && !isRule(first)) return null;
  let end = from;
  let rows = 0;
  for (; end < to; end++) {
    const line = lines[end]!;
    if (rows === 0 && end - from > mostRules) break;
    if (isRule(line) || (line.print && end > from)) continue;
    if (line.kind !== 'pipes' && !(rows > 0 && line.key.endsWith('|') && line.key.length <= 60)) break;
    rows++;
  }
  return rows >= 2 ? withForm(search, { layout: 'pipes', from, to: withoutPrint(lines, end) }) : null;
}

/** 组长:张某某  副组长:… and 地址:…  电话:…: what a colon names is no row. */
const labelled = /^[\u4e00-\u9fff]{2,8}:/;

/**
 * A table may begin below a line that looks like a row of it; a stretch that was refused so often
 * is none.
 */
const mostTries = 4;
interface Refused {
  /** Index behind the stretch that was looked at. */
  to: number;
  times: number;
}
const refusedStretches = new WeakMap<readonly Line[], Record<'tabbed' | 'blanks', Refused>>();

function refusedOf(lines: readonly Line[], layout: 'tabbed' | 'blanks'): Refused {
  let known = refusedStretches.get(lines);
  if (!known) refusedStretches.set(lines, (known = { tabbed: { to: 0, times: 0 }, blanks: { to: 0, times: 0 } }));
  return known[layout];
}

/** Counts the cells with words of a line; 0 where no row can stand. */
function cellsAt({ source, lines, to }: TableSearch, index: number, layout: 'tabbed' | 'blanks'): number {
  const line = lines[index];
  return line && index < to && line.kind !== 'table' && line.key.length <= longestRow
    ? countPieces(source, line, layout)
    : 0;
}

/** Counts the cells of each line from the first row to the last, page numbers aside. */
function measureRows(
  search: TableSearch,
  from: number,
  layout: 'tabbed' | 'blanks',
): { counts: number[]; end: number } {
  const { lines, to } = search;
  const width = cellsAt(search, from, layout);
  const counts: number[] = [];
  let main: Line | null = null;
  let end = from;
  for (; end < to; end++) {
    if (lines[end]!.print && end > from) continue;
    const count = cellsAt(search, end, layout);
    if (layout === 'blanks' && main && count > 0 && cellsBelow(search.source, main, lines[end]!)) {
      continue;
    }
    const single = count === 1 && end > from && lines[end]!.key.length <= 40 && cellsAt(search, end + 1, layout) >= 2;
    if (count < 2 && !single) break;
    if (layout === 'blanks' && count > 1 && Math.abs(count - width) > Math.max(1, width / 3)) break;
    counts.push(count);
    if (count > 1 && end > from) main = lines[end]!;
  }
  return { counts, end };
}

/** Every line has as many tabs. */
function hasEvenTabs({ source, lines }: TableSearch, from: number, to: number): boolean {
  const counts = lines
    .slice(from, to)
    .filter((line) => !line.print)
    .map((line) => piecesOf(source, line, 'tabbed').length);
  return counts.every((count) => count === counts[0]);
}

/** Words in front of a figure on every line but the first, which has words alone. */
function namesFigures([head, ...rows]: readonly string[][], likely: boolean): boolean {
  return (
    rows.length >= (likely ? 3 : 4) &&
    head!.length === 2 &&
    !head!.some((key) => /\d/.test(key)) &&
    rows.every(([name, figure]) => name && figure && !isDataKey(name) && isDataKey(figure))
  );
}

/** Finds rows whose cells are parted by tabs, or by wide blanks, inside their lines. */
function partedRows(search: TableSearch, from: number, layout: 'tabbed' | 'blanks'): TableLines | null {
  const { source, lines, likely } = search;
  if (cellsAt(search, from, layout) < 2 || lines[from]!.marker) return null;
  const refused = refusedOf(lines, layout);
  if (from < refused.to && refused.times >= mostTries) return null;
  const { counts, end } = measureRows(search, from, layout);
  // Until the stretch turns out to be a table it counts as refused.
  refused.times = from < refused.to ? refused.times + 1 : 1;
  refused.to = Math.max(refused.to, end);
  const region = { layout, from, to: withoutPrint(lines, end) };
  const rows = counts.filter((count) => count >= 2).length;
  const most = counts.reduce((max, count) => Math.max(max, count), 0);
  if (rows < 3) return null;
  if (layout === 'blanks' && counts.filter((count) => count === most).length < rows * 0.6) return null;
  const cells = lines
    .slice(from, region.to)
    .filter((line) => !line.print)
    .map((line) => keysOf(source, line, layout));
  if (cells.filter((row) => row.some((key) => labelled.test(key))).length > rows * 0.3) return null;
  const head = cells[0]!;
  if (head.some((key) => key.length > 20 || /[。;]$/.test(key))) return null;
  const words = head.filter(isVocabulary).length;
  const data = cells.slice(1).filter((row) => row.some((key) => isDataKey(key))).length;
  // A head and at least three rows with the same two tabs or more: rows, whatever stands in them.
  const evenly = layout === 'tabbed' && most >= 3 && rows >= 4 && hasEvenTabs(search, from, region.to);
  const regular = evenly || (data >= (rows - 1) * 0.7 && !head.some((key) => isDataKey(key)));
  const enough =
    most === 2 ? (words >= 1 && (likely || regular)) || namesFigures(cells, likely) : words >= 2 || likely || regular;
  if (!enough) return isForm(cells.flat()) ? { ...region, reason: 'blankForm' } : null;
  return withForm(search, region);
}

/** Finds rows whose cells are parted by tabs. */
export const tabbedRows = (search: TableSearch, from: number): TableLines | null => partedRows(search, from, 'tabbed');

/** Finds rows whose cells are parted by wide blanks. */
export const blankRows = (search: TableSearch, from: number): TableLines | null => partedRows(search, from, 'blanks');
