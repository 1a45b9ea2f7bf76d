import type { Line } from '../../line';
import type { Source } from '../../source';
import { formReason, isForm } from './forms';
import { isVocabulary } from '../rebuild/header';
import type { RowLayout } from '../pieces';
import { countPieces, isRule, piecesOf } from '../pieces';
import { isDataKey } from '../tokens';

/** Finds tables whose rows are lines. */

export interface RowRegion {
  layout: RowLayout;
  from: number;
  to: number;
  /** The table is not to be rebuilt. */
  reason?: string;
}

const longestRow = 2000;

/** Words of the cells of a line, without the empty ones. */
const keysOf = (source: Source, line: Line, layout: RowLayout): string[] =>
  piecesOf(source, line, layout)
    .filter(({ start, end }) => end > start)
    .map((span) => source.folded.slice(span.start, span.end).replace(/ /g, ''));

const named = (source: Source, region: RowRegion, lines: readonly Line[]): RowRegion => {
  const keys = lines
    .slice(region.from, region.to)
    .flatMap((line) => (isRule(line) || line.print ? [] : keysOf(source, line, region.layout)));
  return isForm(keys) ? { ...region, reason: formReason } : region;
};

/** Drawn lines that may stand above the first row. */
const mostRules = 4;

/** Page numbers behind the last row are not of the table. */
export function withoutPrint(lines: readonly Line[], end: number): number {
  let last = end;
  while (last > 0 && lines[last - 1]!.print) last--;
  return last;
}

/** Rows of pipes; a row of one cell may stand between them, and drawn lines around them. */
export function pipeRegion(source: Source, lines: readonly Line[], from: number, to: number): RowRegion | null {
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
  return rows >= 2 ? named(source, { layout: 'pipes', from, to: withoutPrint(lines, end) }, lines) : null;
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

/** Rows whose cells are parted by tabs, or by wide blanks, inside their lines. */
function partedRegion(
  source: Source,
  lines: readonly Line[],
  from: number,
  to: number,
  layout: 'tabbed' | 'blanks',
  captioned: boolean,
): RowRegion | null {
  const pieces = (index: number): number =>
    index < to && lines[index]!.kind !== 'table' && lines[index]!.key.length <= longestRow
      ? countPieces(source, lines[index]!, layout)
      : 0;
  const width = pieces(from);
  if (width < 2 || lines[from]!.marker) return null;
  const refused = refusedOf(lines, layout);
  if (from < refused.to && refused.times >= mostTries) return null;
  const counts: number[] = [];
  let end = from;
  for (; end < to; end++) {
    if (lines[end]!.print && end > from) continue;
    const count = pieces(end);
    const single = count === 1 && end > from && lines[end]!.key.length <= 40 && pieces(end + 1) >= 2;
    if (count < 2 && !single) break;
    if (layout === 'blanks' && count > 1 && Math.abs(count - width) > Math.max(1, width / 3)) break;
    counts.push(count);
  }
  // Until the stretch turns out to be a table it counts as refused.
  refused.times = from < refused.to ? refused.times + 1 : 1;
  refused.to = Math.max(refused.to, end);
  end = withoutPrint(lines, end);
  const rows = counts.filter((count) => count >= 2).length;
  const most = Math.max(...counts);
  if (rows < 3) return null;
  if (layout === 'blanks' && counts.filter((count) => count === most).length < rows * 0.6) return null;
  const cells = lines
    .slice(from, end)
    .filter((line) => !line.print)
    .map((line) => keysOf(source, line, layout));
  if (cells.filter((row) => row.some((key) => labelled.test(key))).length > rows * 0.3) return null;
  const head = cells[0]!;
  if (head.some((key) => key.length > 20 || /[。;]$/.test(key))) return null;
  const words = head.filter(isVocabulary).length;
  const data = cells.slice(1).filter((row) => row.some((key) => isDataKey(key))).length;
  const regular = data >= (rows - 1) * 0.7 && !head.some((key) => isDataKey(key));
  const enough = most === 2 ? words >= 1 && (captioned || regular) : words >= 2 || captioned || regular;
  const region = { layout, from, to: end };
  if (!enough) return isForm(cells.flat()) ? { ...region, reason: formReason } : null;
  return named(source, region, lines);
}

/** The table whose first row is a line; null where none begins. */
export function rowRegion(
  source: Source,
  lines: readonly Line[],
  from: number,
  to: number,
  captioned: boolean,
): RowRegion | null {
  return (
    pipeRegion(source, lines, from, to) ??
    partedRegion(source, lines, from, to, 'tabbed', captioned) ??
    partedRegion(source, lines, from, to, 'blanks', captioned)
  );
}
