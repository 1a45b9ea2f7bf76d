import type { Line } from '../../line';
import { alignCells } from './align';
import type { Alignment } from './align';
import { Features } from './columns';
import type { GridCell, RebuildOutcome } from './grid';
import { seldomMerged } from './grid';
import { expectedTypes, isSerialHead } from '../heads';
import { headNames, readHeaders } from './header';
import type { HeaderReading } from './header';
import { columnHeads, placeLevels } from './levels';
import type { Levels } from './levels';
import { characterPairsOf } from './character-pairs';
import { Joins } from './seams';
import type { Token } from '../tokens';
import { isData, readTokens } from '../tokens';

const headerLimit = 24;
/** Hypotheses that are fitted in full after a first rough round. */
const finalists = 6;
/** What is this much dearer after the rough round does not win, in nats. */
const hopeless = 45;
const fittedTokens = 220;
/** The rough round looks at the first rows only. */
const roughTokens = 120;
const longestTable = 3000;

/** What is claimed to be sure: measured with lib/gazette/tables/testing. */
const sure = { margin: 8, headMargin: 3, ratio: 0.85, chance: 0.97, rowChance: 0.9 };

interface Hypothesis {
  reading: HeaderReading;
  names: string[];
  levels: Levels | null;
  alignment: Alignment;
  cost: number;
}

/** What all hypotheses of one table share. */
interface Bench {
  lines: readonly Line[];
  features: Features;
  joins: Joins;
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

/**
 * The serial column, and whether its numbers were lost: a head 序号 without a 1 among the first
 * cells.
 */
function serialColumn(tokens: readonly Token[], names: readonly string[]): { column: number; lost: boolean } {
  const column = names.findIndex(isSerialHead);
  const lost = column >= 0 && !tokens.slice(0, names.length * 2).some((token) => token.key === '1');
  return { column, lost };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

function fit(
  reading: HeaderReading,
  tokens: readonly Token[],
  bench: Bench,
  limit: number,
  rounds: number,
  withChances = false,
): Hypothesis | null {
  const heads = headNames(reading, tokens);
  const body = tokens.slice(reading.caption + reading.tokens, limit);
  // In two rows only the first head has its place for certain before the cells are placed.
  const all = !reading.twoRows ? heads : [heads[0]!, ...heads.slice(2).map(() => '')];
  const { column: serialHead, lost } = serialColumn(body, all);
  const names = lost ? all.filter((_, column) => column !== serialHead) : all;
  if (names.length < 2 || body.length < names.length * 1.5) return null;
  const align = (heads: readonly string[], withChances: boolean): Alignment =>
    alignCells({
      tokens: body,
      expected: heads.map(expectedTypes),
      neighbours: characterPairsOf(bench.lines),
      features: bench.features,
      joins: bench.joins,
      serial: lost ? -1 : serialHead,
      chain: chainColumn(body, heads),
      rounds,
      withChances,
    });
  let alignment = align(names, withChances && !reading.twoRows);
  const placed = alignment.cells.filter(({ column }) => column < names.length);
  if (placed.length === 0) return null;
  // Columns in front of the first cell were charged by the search; those behind it are charged
  // here.
  const firstRow = new Set<number>(range(placed[0]!.column));
  for (const [at, cell] of placed.entries()) {
    if (at > 0 && cell.opensRow) break;
    firstRow.add(cell.column);
  }
  const missing = names.filter((name, column) => !firstRow.has(column) && !seldomMerged.test(name)).length;
  const rare = names.filter((name, column) => alignment.present[column]! <= 0.1 && !seldomMerged.test(name)).length;
  let cost = reading.cost + alignment.cost + 6 * missing + 10 * rare + brokenColumns(alignment, names.length);
  if (!reading.twoRows) return { reading, names: all, levels: null, alignment, cost };
  if (lost) return null;
  const cells = names.map((_, column) =>
    placed.filter((cell) => cell.column === column && cell.joined === 1).map((cell) => body[cell.from]!),
  );
  const levels = placeLevels(heads, cells);
  if (!levels) return null;
  // Only with the names of its columns does a reading in two rows cost what one in a single row
  // costs.
  const named = columnHeads(heads, levels);
  const before = alignment.cost;
  alignment = align(named, withChances);
  cost += levels.cost + alignment.cost - before;
  return { reading, names: named, levels, alignment, cost };
}

/** A column most of whose cells are broken is two columns. */
function brokenColumns({ cells }: Alignment, columns: number): number {
  return range(columns).reduce((sum, column) => {
    const own = cells.filter((cell) => cell.column === column);
    const broken = own.filter(({ joined }) => joined > 1).length;
    return own.length >= 2 && broken > own.length * 0.4 ? sum + 4 * broken : sum;
  }, 0);
}

/**
 * Few cells of each column are broken; and none of the first row below a broken head, or below two
 * rows of heads, which would be two columns read as one.
 */
function seldomBroken({ reading, names, alignment: { cells } }: Hypothesis, body: readonly Token[]): boolean {
  // Short words with short words below them are two cells as likely as two paragraphs.
  const isBroken = ({ from, to, joined }: Alignment['cells'][number]): boolean =>
    joined > 1 || (to - from > joined && body[from]!.key.length <= 12 && body[from + 1]!.key.length <= 24);
  const broken = cells.filter(isBroken);
  const second = cells.findIndex(({ opensRow }, at) => at > 0 && opensRow);
  const first = cells.slice(0, second < 0 ? cells.length : second).some(isBroken);
  if (broken.length > 0 && reading.twoRows) return false;
  if (first && reading.cells.some((size) => size > 1)) return false;
  return range(names.length).every((column) => {
    const own = cells.filter((cell) => cell.column === column).length;
    return broken.filter((cell) => cell.column === column).length <= Math.max(1, own * 0.12);
  });
}

/** Every column but that of remarks has a cell in the first row, where merged cells are printed. */
function firstIsWhole({ names, alignment: { cells } }: Hypothesis): boolean {
  const from = cells.findIndex(({ column }) => column < names.length);
  const next = cells.findIndex(({ opensRow }, at) => at > from && opensRow);
  const first = cells.slice(from, next < 0 ? cells.length : next).map(({ column }) => column);
  return names.every((name, column) => first.includes(column) || seldomMerged.test(name));
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

/** Heads in one row or two, each with its tokens. */
function headRows({ reading, levels }: Hypothesis, tokens: readonly Token[], doubtful: boolean): GridCell[][] {
  let from = reading.caption;
  const heads = reading.cells.map((size) => tokens.slice(from, (from += size)));
  const cellOf = (head: Token[], column: number, spans: Pick<GridCell, 'span' | 'down'> = {}): GridCell => ({
    column,
    paragraphs: [head],
    ...spans,
    ...(doubtful ? { inferred: true } : {}),
  });
  if (!levels) return [heads.map((head, column) => cellOf(head, column))];
  const first = heads.slice(0, heads.length - levels.size).map((head, at) => {
    if (at === levels.at) return cellOf(head, at, { span: levels.size });
    return cellOf(head, at < levels.at ? at : at + levels.size - 1, { down: 2 });
  });
  const second = heads.slice(heads.length - levels.size).map((head, at) => cellOf(head, levels.at + at));
  return [first, second];
}

/** Rows of cells with their doubts; `fits` says that the hypothesis as a whole is sure. */
function bodyRows(
  { names, alignment }: Hypothesis,
  body: readonly Token[],
  lostColumn: number,
  fits: boolean,
): GridCell[][] {
  const columns = names.length - (lostColumn >= 0 ? 1 : 0);
  const rows: { cells: GridCell[]; chances: number[]; joined: boolean[] }[] = [];
  for (const [at, cell] of alignment.cells.entries()) {
    if (cell.opensRow) rows.push({ cells: [], chances: [], joined: [] });
    const row = rows.at(-1)!;
    const first = body.slice(cell.from, cell.from + cell.joined);
    const further = body.slice(cell.from + cell.joined, cell.to).map((token) => [token]);
    const shift = (column: number): number => (lostColumn >= 0 && column >= lostColumn ? column + 1 : column);
    row.chances.push(alignment.chances[at] ?? 0);
    row.joined.push(cell.joined > 1 || cell.to - cell.from > cell.joined);
    const next = alignment.cells[at + 1];
    if (cell.column === columns) row.cells.push({ column: 0, span: names.length, paragraphs: [first] });
    else if (cell.column === columns + 1)
      row.cells.push({ column: 0, span: next && !next.opensRow ? shift(next.column) : 1, paragraphs: [first] });
    else row.cells.push({ column: shift(cell.column), paragraphs: [first, ...further] });
  }
  const isTotal = (row: { cells: GridCell[] }): boolean => (row.cells[0]!.span ?? 1) > 1;
  return rows.map((row, at) => {
    const whole = row.cells.reduce((sum, { span = 1 }) => sum + span, 0) === names.length - (lostColumn >= 0 ? 1 : 0);
    const total = isTotal(row) && row.cells[0]!.span! < names.length;
    const low = total ? 0 : Math.min(...row.chances);
    row.cells.forEach((cell, index) => {
      const certain =
        fits && whole && !row.joined[index]! && row.chances[index]! >= sure.chance && low >= sure.rowChance;
      if (!certain) cell.inferred = true;
    });
    const missing = range(names.length).filter(
      (column) => !row.cells.some((cell) => cell.column <= column && column < cell.column + (cell.span ?? 1)),
    );
    for (const column of missing) {
      const empty = isTotal(row) || (rows[at - 1] && isTotal(rows[at - 1]!)) || seldomMerged.test(names[column]!);
      if (empty) row.cells.push({ column, paragraphs: [], inferred: true });
    }
    return row.cells.sort((one, other) => one.column - other.column);
  });
}

/**
 * Where a row has no first cell, the last cell of the row above may be it; where it has no last
 * cell, the first cell below. Serial numbers part rows for certain.
 */
function doubtBorders(rows: readonly GridCell[][], names: readonly string[]): void {
  if (isSerialHead(names[0]!)) return;
  rows.forEach((row, at) => {
    const whole =
      row.reduce((sum, { span = 1, paragraphs }) => sum + (paragraphs.length > 0 ? span : 0), 0) === names.length;
    if (whole) return;
    const above = rows[at - 1]?.at(-1);
    const below = rows[at + 1]?.[0];
    if (above) above.inferred = true;
    if (below) below.inferred = true;
  });
}

/**
 * Reconstructs a flattened table from its lines. A small search: hypotheses for header and column
 * count, scored by how regular the columns become. Method and measurements: docs/decisions.
 * @param above what stands above the lines; where it could be a head too, nothing is certain
 * @returns the grid, or the reason why none was found
 */
export function reconstruct(
  lines: readonly Line[],
  allLines: readonly Line[],
  above: 'caption' | 'head' | 'text',
): RebuildOutcome {
  const raw = readTokens(lines);
  if (raw.length > longestTable) return { reason: 'tooManyCells' };
  const readings = readHeaders(raw, headerLimit, above === 'caption');
  if (readings.length === 0) return { reason: 'noHeader' };
  const limit = Math.min(raw.length, fittedTokens);
  const bench: Bench = { lines: allLines, features: new Features(), joins: new Joins() };
  const fitAll = (some: readonly HeaderReading[], to: number, rounds: number): Hypothesis[] =>
    some
      .map((reading) => fit(reading, dropRepeatedHeaders(raw, reading).tokens, bench, to, rounds))
      .filter((hypothesis) => hypothesis !== null)
      .sort((one, other) => one.cost - other.cost);
  const rough = fitAll(readings, Math.min(limit, roughTokens), 2)
    .slice(0, finalists)
    .filter(({ cost }, _, [cheapest]) => cost < cheapest!.cost + hopeless);
  const hypotheses = fitAll(
    rough.map(({ reading }) => reading),
    limit,
    6,
  );
  const best = hypotheses[0];
  if (!best) return { reason: 'tooFewCells' };
  const end = ({ reading }: Hypothesis): number => reading.caption + reading.tokens;
  const marginTo = (isRival: (other: Hypothesis) => boolean): number =>
    (hypotheses.find((other) => other !== best && isRival(other))?.cost ?? Infinity) - best.cost;
  const elsewhere = (other: Hypothesis): boolean =>
    end(other) !== end(best) || other.names.length !== best.names.length;
  const margin = marginTo(elsewhere);
  const headMargin = marginTo((other) => !elsewhere(other));
  const { tokens, dropped } = dropRepeatedHeaders(raw, best.reading);
  const winner = fit(best.reading, tokens, bench, tokens.length, 6, true) ?? best;

  const { reading, alignment, levels } = winner;
  const bodyFrom = end(winner);
  const body = tokens.slice(bodyFrom);
  const ratio = alignment.cost / alignment.overall;
  const tested =
    reading.anchored ||
    readings.some((other) => other.caption + other.tokens > bodyFrom) ||
    (body[0] !== undefined && isData(body[0]));
  if (ratio > 1) return { reason: 'irregularColumns' };
  if (levels && levels.margin < 1.5) return { reason: 'unclearHeads' };

  const { column: serialHead, lost } = serialColumn(body, winner.names);
  // A table whose last row is not full may have begun later, or goes on below.
  const closed = alignment.cells.at(-1)!.column === winner.names.length - 1;
  const fits =
    margin >= sure.margin &&
    ratio <= sure.ratio &&
    tested &&
    !lost &&
    closed &&
    above !== 'head' &&
    reading.caption === 0 &&
    seldomBroken(winner, body) &&
    firstIsWhole(winner) &&
    alignment.cells.every((cell) => cell.column !== winner.names.length || body[cell.from]!.type === 'comma');
  const rows = bodyRows(winner, body, lost ? serialHead : -1, fits);
  doubtBorders(rows, winner.names);
  if (rows.filter((row) => row.length >= 2).length < 2) return { reason: 'tooFewRows' };
  const header = headRows(
    winner,
    tokens,
    !fits ||
      headMargin < sure.headMargin ||
      (levels !== null && (levels.margin < 4 || reading.cells.some((size) => size > 1))),
  );
  const complete = [...header, ...rows].flat().every((cell) => !cell.inferred);
  const rowStarts = alignment.cells.filter((cell) => cell.opensRow).map((cell) => cell.from + bodyFrom);
  return {
    confidence: complete ? 'certain' : 'inferred',
    columns: winner.names.length,
    caption: tokens.slice(0, reading.caption),
    header,
    rows,
    fit: { ratio, margin },
    between: dropped.map((drop) => ({
      rows: header.length + rowStarts.filter((start) => start < drop.at).length,
      lines: drop.tokens
        .flatMap((token) => [...token.lines, ...token.repeats])
        .sort((one, other) => one.number - other.number),
    })),
  };
}
