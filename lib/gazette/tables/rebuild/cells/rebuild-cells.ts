import type { Line } from '../../../line';
import { isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import { isData, readTokens } from '../../tokens';
import { isSoundShape, sure } from './certainty';
import { Features } from '../column-profile';
import type { RebuildOutcome } from '../grid';
import type { HeaderReading } from './header';
import { readHeaders } from './header';
import type { Effort, Hypothesis, SharedFacts } from './hypothesis';
import { bodyStart, fitHeader, serialColumn } from './hypothesis';
import { clearLevels, sureLevels } from '../levels';
import { bodyRows, headRows } from './placed-rows';
import { allStarts } from '../align/parameters';
import { gridOf, samePlaces, steadyGrid, typedGrid } from './plain-grids';
import { gappedRows, markedStart, steadyCut } from './steady';
import { typedCells, typedRows } from './typed-rows';
import { Joins } from '../align/seams';

const headerLimit = 16;
/** Hypotheses that are fitted in full after a first rough round. */
const fittedInFull = 6;
/** What is this much dearer after the rough round does not become the cheapest, in nats. */
const hopeless = 45;
const fittedTokens = 220;
/** The rough round looks at the first rows only. */
const roughTokens = 120;
/** One beginning is enough to tell hopeless readings: with all, the same remain. */
const rough: Effort = { rounds: 2, starts: ['first'] };
const full: Effort = { rounds: 6, starts: allStarts };
const longestTable = 3000;
/** A table costs as much as so many cells before it has any. */
const costOfTable = 100;
/** Most cells of one text, so counted: an issue has 1,000, and a hostile file no end of them. */
const mostCost = 40_000;
const costSoFar = new WeakMap<readonly Line[], number>();

/** Lines that print the header again, at an index of the tokens that are kept. */
interface Repeated {
  at: number;
  tokens: Token[];
}

/** Takes out the lines that print the header again. */
function dropRepeatedHeaders(
  tokens: readonly Token[],
  reading: HeaderReading,
): { tokens: Token[]; dropped: Repeated[] } {
  const from = bodyStart(reading);
  const header = tokens.slice(reading.caption, from);
  const kept = tokens.slice(0, from);
  const dropped: Repeated[] = [];
  for (let at = from; at < tokens.length;) {
    if (header.every((head, index) => tokens[at + index]?.key === head.key)) {
      dropped.push({ at: kept.length, tokens: tokens.slice(at, at + header.length) });
      at += header.length;
    } else kept.push(tokens[at++]!);
  }
  return { tokens: kept, dropped };
}

/** Fits the readings roughly, then the best of them in full; cheapest first. */
function fitReadings(readings: readonly HeaderReading[], tokens: readonly Token[], shared: SharedFacts): Hypothesis[] {
  const fitAll = (some: readonly HeaderReading[], limit: number, effort: Effort): Hypothesis[] =>
    some
      .map((reading) => fitHeader(reading, dropRepeatedHeaders(tokens, reading).tokens, shared, limit, effort))
      .filter((hypothesis) => hypothesis !== null)
      .sort((one, other) => one.cost - other.cost);
  const hopeful = fitAll(readings, Math.min(tokens.length, roughTokens), rough)
    .slice(0, fittedInFull)
    .filter(({ cost }, _, [cheapest]) => cost < cheapest!.cost + hopeless);
  return fitAll(
    hopeful.map(({ reading }) => reading),
    Math.min(tokens.length, fittedTokens),
    full,
  );
}

/** How much dearer than the cheapest the next hypothesis is, with other columns or other heads. */
function marginsOf(hypotheses: readonly Hypothesis[]): { margin: number; headMargin: number } {
  const [best, ...others] = hypotheses as [Hypothesis, ...Hypothesis[]];
  const sameColumns = ({ reading, names }: Hypothesis): boolean =>
    bodyStart(reading) === bodyStart(best.reading) && names.length === best.names.length;
  const dearer = (other: Hypothesis | undefined): number => (other?.cost ?? Infinity) - best.cost;
  return {
    margin: dearer(others.find((other) => !sameColumns(other))),
    headMargin: dearer(others.find(sameColumns)),
  };
}

/**
 * Reconstructs a flattened table from its lines.
 * A small search: hypotheses for header and column count, scored by how regular the columns become.
 * Method and measurements: docs/decisions.
 * @param above what stands above the lines; where it could be a head too, nothing is certain
 * @returns the grid, or the reason why none was found
 */
export function reconstructCells(
  lines: readonly Line[],
  allLines: readonly Line[],
  above: 'caption' | 'head' | 'text',
): RebuildOutcome {
  const raw = readTokens(lines);
  // A line above that could be a head may be the first of them; in front of 序号 none would do.
  const sureStart = above !== 'head' || isSerialHead(raw[0]?.key ?? '');
  const proven = sureStart ? 'certain' : 'inferred';
  const steady = steadyCut(raw);
  if (steady) return steadyGrid(raw, steady.columns, proven);
  const gapped = gappedRows(raw);
  if (gapped && gapped.flat().filter(Boolean).length === raw.length) return gridOf(gapped, proven);
  const found = searchGrid(raw, allLines, above);
  if (!('reason' in found) && found.confidence === 'certain') return found;
  const typed = typedRows(raw);
  if (typed) {
    const grid = typedGrid(typedCells(typed, raw), raw.slice(0, typed.columns));
    return 'reason' in found || !samePlaces(found, grid) ? grid : found;
  }
  const marked = markedStart(raw, (at) => at === raw.length);
  return marked ? steadyGrid(raw, marked.columns, 'inferred') : found;
}

/** Searches for the reading of the header, and the places of the cells below it. */
function searchGrid(
  raw: readonly Token[],
  allLines: readonly Line[],
  above: 'caption' | 'head' | 'text',
): RebuildOutcome {
  const cost = (costSoFar.get(allLines) ?? 0) + costOfTable + raw.length;
  if (raw.length > longestTable || cost > mostCost) return { reason: 'tooManyCells' };
  costSoFar.set(allLines, cost);
  const readings = readHeaders(raw, headerLimit, above === 'caption');
  if (readings.length === 0) return { reason: 'noHeader' };
  const shared: SharedFacts = {
    lines: allLines,
    features: new Features(),
    joins: new Joins(),
    costs: new Map(),
    alignments: new Map(),
    like: new Map(),
  };
  const hypotheses = fitReadings(readings, raw, shared);
  const best = hypotheses[0];
  if (!best) return { reason: 'tooFewCells' };
  const { margin, headMargin } = marginsOf(hypotheses);
  const { tokens, dropped } = dropRepeatedHeaders(raw, best.reading);
  const whole = fitHeader(best.reading, tokens, shared, tokens.length, full) ?? best;

  const { reading, names, alignment, levels } = whole;
  const bodyFrom = bodyStart(reading);
  const body = tokens.slice(bodyFrom);
  const ratio = alignment.cost / alignment.overall;
  if (ratio > 1) return { reason: 'irregularColumns' };
  if (levels && levels.margin < clearLevels) return { reason: 'unclearHeads' };

  // Where the header ends is known, or something else was tried.
  const tested =
    reading.anchored ||
    readings.some((other) => bodyStart(other) > bodyFrom) ||
    (body[0] !== undefined && isData(body[0]));
  const { column: serialHead, lost } = serialColumn(body, names);
  const fits =
    margin >= sure.margin &&
    ratio <= sure.ratio &&
    tested &&
    !lost &&
    above !== 'head' &&
    reading.caption === 0 &&
    isSoundShape(whole, body);
  const rows = bodyRows(whole, body, lost ? serialHead : -1, fits);
  if (rows.filter((row) => row.length >= 2).length < 2) return { reason: 'tooFewRows' };
  // 编制数 / 行政 may be one head, or one above the other.
  const doubtfulLevels = (levels !== null && levels.margin < sureLevels) || reading.cells.some((size) => size > 1);
  const header = headRows(whole, tokens, !fits || headMargin < sure.headMargin || doubtfulLevels);
  const complete = [...header, ...rows].flat().every((cell) => !cell.inferred);
  const rowStarts = alignment.cells.filter((cell) => cell.opensRow).map((cell) => cell.from + bodyFrom);
  return {
    confidence: complete ? 'certain' : 'inferred',
    columns: names.length,
    caption: tokens.slice(0, reading.caption),
    header,
    rows,
    fit: { ratio, margin },
    between: dropped.map((repeated) => ({
      rows: header.length + rowStarts.filter((start) => start < repeated.at).length,
      lines: repeated.tokens
        .flatMap((token) => [...token.lines, ...token.repeats])
        .sort((one, other) => one.number - other.number),
    })),
  };
}
