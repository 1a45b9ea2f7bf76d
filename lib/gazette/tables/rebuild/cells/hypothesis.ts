import type { Line } from '../../../line';
import { expectedTypes, isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import type { Alignment, Beginning } from '../align/align';
import { alignCells } from '../align/align';
import type { Start } from '../align/parameters';
import type { PlacedCell } from '../align/path-search';
import { characterPairsOf } from '../align/character-pairs';
import type { Features } from '../column-profile';
import { seldomMerged } from '../grid';
import type { HeaderReading } from './header';
import { headNames } from './header';
import type { Levels } from '../levels';
import { columnHeads, placeLevels } from '../levels';
import type { Joins } from '../align/seams';
import type { TokenCosts } from '../align/token-costs';
import { computeTokenCosts } from '../align/token-costs';

/** A reading of the header with the cells placed below it, and what both cost. */
export interface Hypothesis {
  reading: HeaderReading;
  names: string[];
  /** Which head spans which, for two rows of heads. */
  levels: Levels | null;
  alignment: Alignment;
  cost: number;
}

/** What all hypotheses of one table share. */
export interface SharedFacts {
  /** All lines of the source. */
  lines: readonly Line[];
  features: Features;
  joins: Joins;
  /** Costs of the tokens below a header, by what they depend on. */
  costs: Map<string, TokenCosts>;
  /** Alignments by what they depend on: readings with like names have the same. */
  alignments: Map<string, Alignment>;
  /** Cells of the first alignment with as many columns: other names change little. */
  like: Map<string, readonly PlacedCell[]>;
}

/** At most so many rounds of learning, from each of some beginnings. */
export interface Effort {
  rounds: number;
  starts: readonly Start[];
}

/** Gives the index behind the last token of the header. */
export const bodyStart = ({ caption, tokens }: HeaderReading): number => caption + tokens;

/** The column whose cells are numbered through (1.… 2.… 3.…); -1 for none. */
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
 * Finds the serial column, and whether its numbers were lost.
 * They were where a head 序号 has no 1 among the first cells.
 */
export function serialColumn(tokens: readonly Token[], names: readonly string[]): { column: number; lost: boolean } {
  const column = names.findIndex(isSerialHead);
  const lost = column >= 0 && !tokens.slice(0, names.length * 2).some((token) => token.key === '1');
  return { column, lost };
}

/**
 * Places the cells below a reading of the header.
 * @param limit index behind the last token that is placed
 * @param effort how long the columns are learned
 * @returns null where the body is too short for the columns, or cannot have them
 */
export function fitHeader(
  reading: HeaderReading,
  tokens: readonly Token[],
  shared: SharedFacts,
  limit: number,
  { rounds, starts }: Effort,
): Hypothesis | null {
  const heads = headNames(reading, tokens);
  const body = tokens.slice(bodyStart(reading), limit);
  // In two rows only the first head has its place for certain before the cells are placed.
  const all = !reading.twoRows ? heads : [heads[0]!, ...heads.slice(2).map(() => '')];
  const { column: serialHead, lost } = serialColumn(body, all);
  const names = lost ? all.filter((_, column) => column !== serialHead) : all;
  if (names.length < 2 || body.length < names.length * 1.5) return null;
  const align = (columns: readonly string[]): Alignment => {
    const expected = columns.map(expectedTypes);
    const serial = lost ? -1 : serialHead;
    const chain = chainColumn(body, columns);
    const bodyKey = `${reading.caption} ${reading.tokens} ${limit} ${serial >= 0}`;
    const key = `${bodyKey} ${rounds} ${serial} ${chain} ${expected.join(';')}`;
    const known = shared.alignments.get(key);
    if (known) return known;
    const { features, joins } = shared;
    const pairs = characterPairsOf(shared.lines);
    const costs = shared.costs.get(bodyKey) ?? computeTokenCosts(body, { features, joins, pairs }, serial >= 0);
    shared.costs.set(bodyKey, costs);
    const likeKey = `${bodyKey} ${rounds} ${serial} ${columns.length}`;
    const like = shared.like.get(likeKey);
    const beginnings: readonly Beginning[] = like ? [like] : starts;
    const alignment = alignCells({ tokens: body, expected, serial, chain, rounds, beginnings }, costs);
    shared.alignments.set(key, alignment);
    if (!like) shared.like.set(likeKey, alignment.cells);
    return alignment;
  };
  const alignment = align(names);
  const placed = alignment.cells.filter(({ column }) => column < names.length);
  if (placed.length === 0) return null;
  const cost = reading.cost + alignment.cost + doubtfulColumns(alignment, names);
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
  const again = align(named);
  return { reading, names: named, levels, alignment: again, cost: cost + (levels.cost + again.cost - alignment.cost) };
}

/** What columns cost that are absent from the first row, or from nearly all, or mostly broken. */
function doubtfulColumns({ cells, present }: Alignment, names: readonly string[]): number {
  const placed = cells.filter(({ column }) => column < names.length);
  const second = placed.findIndex(({ opensRow }, at) => at > 0 && opensRow);
  const firstRow = new Set(placed.slice(0, second < 0 ? placed.length : second).map(({ column }) => column));
  // Columns in front of the first cell were charged by the search; those behind it are charged
  // here.
  const from = placed[0]!.column;
  let cost = 0;
  for (const [column, name] of names.entries()) {
    if (!seldomMerged.test(name)) {
      if (column > from && !firstRow.has(column)) cost += 6;
      if (present[column]! <= 0.1) cost += 10;
    }
    // A column most of whose cells are broken is two columns.
    const own = placed.filter((cell) => cell.column === column);
    const broken = own.filter(({ joined }) => joined > 1).length;
    if (own.length >= 2 && broken > own.length * 0.4) cost += 4 * broken;
  }
  return cost;
}
