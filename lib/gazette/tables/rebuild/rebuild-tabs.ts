import type { Line } from '../../line';
import type { GridCell, RebuildOutcome } from './grid';
import type { Token } from '../tokens';
import { makeToken, typeOf } from '../tokens';
import { isVocabulary } from '../heads';

/**
 * A cell of a table whose cells are opened by tabs; `lines` is empty for a cell that was merged
 * with the one above.
 */
interface TabCell {
  lines: Line[];
  /** A blank line stands in front: rows begin so. */
  afterBlank: boolean;
}

/**
 * Cells of a tab layout: a tab opens a cell, a line without one goes on with it. A line of nothing
 * but a tab is an empty cell, or opens the one whose label follows without a tab.
 */
function readCells(lines: readonly Line[]): TabCell[] {
  const cells: TabCell[] = [];
  for (const line of lines) {
    const afterBlank = line.gap + line.blankLines > 0;
    const last = cells.at(-1);
    if (line.tabbed) {
      if (line.blankLines > 0 && last) cells.push({ lines: [], afterBlank: true });
      cells.push({ lines: [line], afterBlank: afterBlank && !(line.blankLines > 0 && last) });
    } else if (afterBlank || !last || last.lines.length === 0) cells.push({ lines: [line], afterBlank });
    else last.lines.push(line);
  }
  return cells;
}

const mostColumns = 14;

/**
 * How well the cells fall into rows of n: blank lines at row ends, column words in the header,
 * columns of one type.
 */
function score(cells: readonly TabCell[], count: number): number {
  let total = 0;
  cells.forEach((cell, at) => {
    if (cell.afterBlank && at > 0) total += at % count === 0 ? 1 : -3;
  });
  const keys = cells.map((cell) => cell.lines.map((line) => line.key).join(''));
  for (const key of keys.slice(0, count)) total += isVocabulary(key) ? 1 : 0;
  let share = 0;
  for (let column = 0; column < count; column++) {
    const types = keys
      .filter((key, at) => at >= count && at % count === column && key !== '')
      .map((key) => typeOf(key).type);
    const counts = new Map<string, number>();
    for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
    const most = [...counts.values()].reduce((max, times) => Math.max(max, times), 0);
    share += types.length > 0 ? most / types.length : 0;
  }
  return total + (6 * share) / count;
}

/** Reconstructs a table whose cells are opened by tabs. */
export function reconstructTabs(lines: readonly Line[]): RebuildOutcome {
  const cells = readCells(lines);
  const candidates = Array.from({ length: mostColumns - 1 }, (_, index) => index + 2)
    .filter((count) => cells.length % count === 0 && cells.length / count >= 2)
    .map((count) => ({ count, score: score(cells, count) }))
    .sort((one, other) => other.score - one.score);
  const [best, second] = candidates;
  // The header is one run of cells up to the first blank line: rows of another length are no rows.
  const header = cells.findIndex((cell, at) => at > 0 && cell.afterBlank);
  if (header > 1 && best && best.count !== header) {
    return { reason: 'headerMisfit' };
  }
  if (!best) return { reason: 'missingCell' };
  const token = (cell: TabCell): Token => makeToken(cell.lines, 0);
  const rows: GridCell[][] = [];
  for (let start = best.count; start < cells.length; start += best.count) {
    const row = cells.slice(start, start + best.count);
    rows.push(
      row.flatMap((cell, column) => (cell.lines.length === 0 ? [] : [{ column, paragraphs: [[token(cell)]] }])),
    );
  }
  return {
    confidence: best.score - (second?.score ?? -Infinity) >= 2 ? 'certain' : 'inferred',
    columns: best.count,
    caption: [],
    header: [
      cells
        .slice(0, best.count)
        .map((cell, column) => ({ column, paragraphs: cell.lines.length === 0 ? [] : [[token(cell)]] })),
    ],
    rows,
    between: [],
  };
}
