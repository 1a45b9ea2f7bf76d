import type { Line } from '../../line';
import type { Source } from '../../source';
import { isVocabulary } from '../heads';
import type { Token } from '../tokens';
import { isData, makeToken, typeOf } from '../tokens';
import type { GridCell, RebuildOutcome } from './grid';
import { seldomMerged } from './grid';
import { readSigns } from './signs';

/** A cell of a table whose cells are opened by tabs; `lines` is empty where its place is. */
interface TabCell {
  lines: Line[];
  /** An empty line stands in front: rows begin so. */
  afterBlank: boolean;
}

/** Lines without words that stand in front of a line, or behind it: those with a tab are places. */
function wordlessLines(source: Source, number: number, step: -1 | 1): ('place' | 'blank')[] {
  const found: ('place' | 'blank')[] = [];
  for (let at = number + step; at >= 1 && at <= source.lineCount; at += step) {
    const whole = source.lineSpan(at);
    const words = source.trim(whole);
    if (words.start < words.end) break;
    found.push(source.text.slice(whole.start, whole.end).includes('\t') ? 'place' : 'blank');
  }
  return step < 0 ? found.reverse() : found;
}

/**
 * Cells of a tab layout: a tab opens a cell, a line without one goes on with it. A line of nothing
 * but a tab is an empty place, or opens the cell whose label follows without a tab.
 */
function readCells(source: Source, lines: readonly Line[]): TabCell[] {
  const cells: TabCell[] = [];
  let afterBlank = false;
  for (const [index, line] of lines.entries()) {
    const wordless = line.gap + line.blankLines > 0 && index > 0 ? wordlessLines(source, line.number, -1) : [];
    for (const each of wordless) {
      if (each === 'blank') afterBlank = true;
      else {
        cells.push({ lines: [], afterBlank });
        afterBlank = false;
      }
    }
    const last = cells.at(-1);
    const goesOn = last && !line.tabbed && !afterBlank && (wordless.length === 0 || last.lines.length === 0);
    if (goesOn) last.lines.push(line);
    else cells.push({ lines: [line], afterBlank });
    afterBlank = false;
  }
  for (const each of lines.length > 0 ? wordlessLines(source, lines.at(-1)!.number, 1) : []) {
    if (each === 'blank') break;
    cells.push({ lines: [], afterBlank: false });
  }
  return cells;
}

const mostColumns = 14;
/** A cell that is empty at the end may as well be the blank line behind the table. */
const withoutEnd = (cells: readonly TabCell[]): TabCell[] => {
  let end = cells.length;
  while (end > 0 && cells[end - 1]!.lines.length === 0) end--;
  return cells.slice(0, end);
};

/** One way to cut the cells into rows. */
interface Cut {
  columns: number;
  heads: (Token | null)[];
  rows: (Token | null)[][];
  /** How well the columns are kept; compared only. */
  score: number;
  proven: boolean;
}

/**
 * Blank lines stand in front of all rows, and hardly elsewhere: behind the label of a group they
 * may.
 */
function partedByBlanks(cells: readonly TabCell[], columns: number): boolean {
  const starts = cells.filter((_, at) => at > 0 && at % columns === 0);
  const inside = cells.filter((cell, at) => at % columns !== 0 && cell.afterBlank).length;
  return starts.every((cell) => cell.afterBlank) && inside * 2 <= starts.length;
}

function cutInto(cells: readonly TabCell[], columns: number): Cut {
  const tokens = cells.map(({ lines }) => (lines.length > 0 ? makeToken(lines, 0) : null));
  const rows = Array.from({ length: tokens.length / columns }, (_, row) =>
    tokens.slice(row * columns, (row + 1) * columns),
  );
  const [heads, ...body] = rows as [(Token | null)[], ...(Token | null)[][]];
  let score = 0;
  cells.forEach((cell, at) => {
    if (cell.afterBlank && at > 0) score += at % columns === 0 ? 1 : -3;
  });
  // Shares, not numbers: two rows read as one have as many words of heads, and more cells.
  score += (6 * heads.filter((head) => head && isVocabulary(head.key)).length) / columns;
  score -= (12 * heads.filter((head) => !head || isData(head)).length) / columns;
  const shares = heads.map((_, column) => mainShare(body.map((row) => row[column] ?? null)));
  score += (6 * shares.reduce((sum, share) => sum + share, 0)) / columns;
  const proven = readSigns(heads, body).proven || (partedByBlanks(cells, columns) && !heads.includes(null));
  return { columns, heads, rows: body, score: score + (proven ? 20 : 0), proven };
}

/** Share of the most frequent type among the cells of a column. */
function mainShare(cells: readonly (Token | null)[]): number {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const cell of cells) {
    if (!cell) continue;
    const { type } = typeOf(cell.key);
    counts.set(type, (counts.get(type) ?? 0) + 1);
    filled++;
  }
  return filled === 0 ? 0 : [...counts.values()].reduce((most, count) => Math.max(most, count), 0) / filled;
}

/** A place without words: merged with the cell above where it stands in front of all others. */
function rowCells(row: readonly (Token | null)[], names: readonly string[], first: boolean): GridCell[] {
  const lead = row.findIndex((cell) => cell !== null);
  return row.flatMap((cell, column): GridCell[] => {
    if (cell) return [{ column, paragraphs: [[cell]] }];
    const numbered = column === 1 && lead === 0 && row[0]!.type === 'integer';
    if (!first && (column < lead || numbered) && !seldomMerged.test(names[column]!)) return [];
    return [{ column, paragraphs: [], ...(seldomMerged.test(names[column]!) ? {} : { inferred: true as const }) }];
  });
}

/** Reconstructs a table whose cells are opened by tabs. */
export function reconstructTabs(source: Source, lines: readonly Line[]): RebuildOutcome {
  const all = readCells(source, lines);
  const cuts = [all, withoutEnd(all)]
    .flatMap((cells) =>
      Array.from({ length: mostColumns - 1 }, (_, index) => index + 2)
        .filter((columns) => cells.length % columns === 0 && cells.length / columns >= 2)
        .map((columns) => cutInto(cells, columns)),
    )
    .sort((one, other) => other.score - one.score);
  const [best] = cuts;
  // The header is one run of cells up to the first blank line: rows of another length are no rows.
  const header = all.findIndex((cell, at) => at > 0 && cell.afterBlank);
  if (best && !best.proven && header > 1 && best.columns !== header) return { reason: 'headerMisfit' };
  if (!best) return { reason: 'missingCell' };
  const names = best.heads.map((head) => head?.key ?? '');
  const rows = best.rows.map((row, at) => rowCells(row, names, at === 0));
  const rivals = cuts.some((cut) => cut !== best && cut.proven && cut.columns !== best.columns);
  const proven = best.proven && !rivals;
  const doubted = (row: GridCell[]): GridCell[] => (proven ? row : row.map((cell) => ({ ...cell, inferred: true })));
  return {
    confidence: proven && rows.flat().every((cell) => !cell.inferred) ? 'certain' : 'inferred',
    columns: best.columns,
    caption: [],
    header: [doubted(best.heads.map((head, column) => ({ column, paragraphs: head ? [[head]] : [] })))],
    rows: rows.map(doubted),
    between: [],
  };
}
