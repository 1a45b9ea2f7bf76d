import type { Line } from '../lines';
import { alignCells } from './align';
import type { Alignment } from './align';
import { TableProfile } from './columns';
import type { Grid, GridCell } from './grid';
import { headNames, readHeaders } from './header';
import type { HeaderReading } from './header';
import { neighboursOf } from './neighbours';
import type { Token } from './tokens';
import { isData, readTokens } from './tokens';

const headerLimit = 24;
/** Hypotheses that are fitted in full after a first rough round. */
const finalists = 6;
const fittedTokens = 220;
const longestTable = 3000;

interface Hypothesis {
  reading: HeaderReading;
  names: string[];
  alignment: Alignment;
  cost: number;
}

/** The column whose cells are numbered through (1.… 2.… 3.…), where there is one. */
function chainColumn(tokens: readonly Token[], names: readonly string[]): number {
  const numbers = tokens.filter((token) => token.type === 'numbered').map((token) => token.number!);
  const steps = numbers.slice(1).map((number, at) => number - numbers[at]!);
  const rising = steps.filter((step) => step === 1 || step === 2).length;
  if (numbers.length < 4 || rising < steps.length * 0.85 || steps.some((step) => step <= 0)) return -1;
  const named = names
    .map((name, column) => ({ name, column }))
    .filter(({ name }) => /内容|举措|措施|任务|事项|政策/.test(name));
  return (named.find(({ name }) => !/名称|领域/.test(name)) ?? named[0])?.column ?? -1;
}

/** The serial column, and whether its numbers were lost: a head 序号 without a 1 among the first cells. */
function serialColumn(tokens: readonly Token[], names: readonly string[]): { column: number; lost: boolean } {
  const column = names.findIndex((name) => /^(?:序号|编号|序)$/.test(name));
  const lost = column >= 0 && !tokens.slice(0, names.length * 2).some((token) => token.key === '1');
  return { column, lost };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

function fit(
  reading: HeaderReading,
  tokens: readonly Token[],
  lines: readonly Line[],
  limit: number,
  rounds: number,
): Hypothesis | null {
  const all = headNames(reading, tokens);
  const body = tokens.slice(reading.caption + reading.tokens, limit);
  const { column: serialHead, lost } = serialColumn(body, all);
  const names = lost ? all.filter((_, column) => column !== serialHead) : all;
  if (names.length < 2 || body.length < names.length * 1.5) return null;
  const alignment = alignCells({
    tokens: body,
    names,
    neighbours: neighboursOf(lines),
    table: new TableProfile(body),
    serial: lost ? -1 : serialHead,
    chain: chainColumn(body, names),
    rounds,
  });
  // Columns in front of the first cell were charged by the search; those behind it are charged here.
  const firstRow = new Set<number>(range(alignment.cells[0]!.column));
  for (const [at, cell] of alignment.cells.entries()) {
    if (at > 0 && cell.opensRow) break;
    firstRow.add(cell.column);
  }
  const rare = names.filter((name, column) => alignment.present[column]! <= 0.1 && !name.includes('备注')).length;
  const cost = reading.cost + alignment.cost + 6 * (names.length - firstRow.size) + 10 * rare;
  return { reading, names: all, alignment, cost };
}

/** Takes lines out that print the header again. */
function dropRepeatedHeaders(
  tokens: Token[],
  reading: HeaderReading,
): { tokens: Token[]; dropped: { at: number; tokens: Token[] }[] } {
  const header = tokens.slice(reading.caption, reading.caption + reading.tokens);
  const kept: Token[] = tokens.slice(0, reading.caption + reading.tokens);
  const dropped: { at: number; tokens: Token[] }[] = [];
  for (let at = kept.length; at < tokens.length;) {
    if (header.every((head, index) => tokens[at + index]?.key === head.key)) {
      dropped.push({ at: kept.length, tokens: tokens.slice(at, at + header.length) });
      at += header.length;
    } else kept.push(tokens[at++]!);
  }
  return { tokens: kept, dropped };
}

/**
 * Reconstructs a flattened table from its lines. A small search: hypotheses for header and column count, scored by how
 * regular the columns become. Method and measurements: docs/decisions.
 * @returns the grid, or the reason why none was found
 */
export function reconstruct(lines: readonly Line[], allLines: readonly Line[]): Grid | { reason: string } {
  const raw = readTokens(lines);
  if (raw.length > longestTable) return { reason: `${raw.length} cells: too many to reconstruct` };
  const readings = readHeaders(raw, headerLimit);
  if (readings.length === 0) return { reason: 'no header was recognised' };
  const limit = Math.min(raw.length, fittedTokens);
  const fitAll = (some: readonly HeaderReading[], rounds: number): Hypothesis[] =>
    some
      .map((reading) => fit(reading, dropRepeatedHeaders(raw, reading).tokens, allLines, limit, rounds))
      .filter((hypothesis) => hypothesis !== null)
      .sort((one, other) => one.cost - other.cost);
  const rough = fitAll(readings, 2).slice(0, finalists);
  const hypotheses = fitAll(
    rough.map(({ reading }) => reading),
    6,
  );
  let winner = hypotheses[0];
  if (!winner) return { reason: 'fewer cells than two rows need' };
  const rivals = hypotheses.filter(
    ({ reading }) =>
      reading.caption + reading.tokens !== winner!.reading.caption + winner!.reading.tokens ||
      reading.cells.length !== winner!.reading.cells.length,
  );
  const margin = rivals.length > 0 ? rivals[0]!.cost - winner.cost : Infinity;
  const { tokens, dropped } = dropRepeatedHeaders(raw, winner.reading);
  if (raw.length > limit) winner = fit(winner.reading, tokens, allLines, tokens.length, 6) ?? winner;

  const { reading, alignment } = winner;
  const bodyFrom = reading.caption + reading.tokens;
  const body = tokens.slice(bodyFrom);
  const table = new TableProfile(body);
  const ratio = alignment.cost / body.reduce((sum, token) => sum + table.cost(token), 0);
  const tested =
    reading.anchored ||
    readings.some((other) => other.caption + other.tokens > bodyFrom) ||
    (body[0] !== undefined && isData(body[0]));
  if (ratio > 1) return { reason: 'the columns are not regular under any header' };

  const { column: serialHead, lost } = serialColumn(body, winner.names);
  const rows: GridCell[][] = [];
  for (const cell of alignment.cells) {
    if (cell.opensRow) rows.push([]);
    const first = body.slice(cell.from, cell.from + cell.joined);
    const further = body.slice(cell.from + cell.joined, cell.to).map((token) => [token]);
    const column = lost && cell.column >= serialHead ? cell.column + 1 : cell.column;
    rows.at(-1)!.push({ column, paragraphs: [first, ...further] });
  }
  if (rows.filter((row) => row.length >= 2).length < 2) return { reason: 'fewer than two rows have two cells' };

  const complete = rows.every((row) => row.length === winner.names.length - (lost ? 1 : 0));
  const whole = alignment.cells.every((cell) => cell.joined === 1);
  let at = reading.caption;
  const header = reading.cells.map((size) => tokens.slice(at, (at += size)));
  const rowStarts = alignment.cells.filter((cell) => cell.opensRow).map((cell) => cell.from + bodyFrom);
  return {
    confidence: margin >= 8 && ratio <= 0.85 && tested && complete && whole && !lost ? 'certain' : 'inferred',
    caption: tokens.slice(0, reading.caption),
    header,
    rows,
    repeats: dropped.map((drop) => ({
      rows: rowStarts.filter((start) => start < drop.at).length,
      lines: drop.tokens.flatMap((token) => token.lines),
    })),
  };
}
