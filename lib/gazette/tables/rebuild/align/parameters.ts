import type { CellType, Token } from '../../tokens';
import type { ColumnProfiles } from '../column-profile';
import { longestJoin } from './model';
import type { PlacedCell } from './path-search';
import type { TokenCosts } from './token-costs';
import { markedRow } from './token-costs';

/** What is learned of the columns in each round. */
export interface Parameters {
  columns: ColumnProfiles;
  /** Probability that a column has no cell in a row. */
  absent: number[];
  /** Probability of a further paragraph in a cell. */
  paragraph: number[];
  /** Probability that a cell is broken over lines. */
  broken: number[];
  /** Usual length of the unbroken cells. */
  width: number[];
}

/**
 * How the first columns are made up.
 * `modulo`: of every n-th token. `first`: of the first row. `lead`: of the first row, and the first
 * column of words is mostly merged.
 */
export type Start = 'modulo' | 'first' | 'lead';

/** All ways to begin. */
export const allStarts: readonly Start[] = ['modulo', 'first', 'lead'];

/** Types that each column's name lets one expect. */
type Expected = readonly (readonly CellType[])[];

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function expectTypes(columns: ColumnProfiles, expected: Expected): void {
  columns.clear();
  for (const [column, types] of expected.entries()) columns.expect(column, types, 1.2);
}

/**
 * Gives the parameters of the first round.
 * @param serial column of serial numbers, -1 for none
 */
export function startParameters(
  start: Start,
  columns: ColumnProfiles,
  expected: Expected,
  costs: TokenCosts,
  serial: number,
): Parameters {
  expectTypes(columns, expected);
  const { count } = columns;
  const most = start === 'modulo' ? costs.numbers.length : count;
  for (let at = 0, taken = 0; taken < most && at < costs.numbers.length; at++) {
    if (costs.wide[at] === markedRow) continue;
    columns.add(taken % count, costs.traits[at * longestJoin]!, start === 'modulo' ? 0.5 : 1);
    taken++;
  }
  columns.settle();
  const absent: number[] = expected.map((_, column) => (column < 2 ? 0.25 : column === count - 1 ? 0.06 : 0.04));
  const firstText = serial === 0 ? 1 : 0;
  if (start === 'lead' && firstText < count) absent[firstText] = 0.75;
  return {
    columns,
    absent,
    paragraph: expected.map(() => 0.02),
    broken: expected.map(() => 0.004),
    width: expected.map(() => 0),
  };
}

/** Learns the parameters of the next round from the cells as they were placed. */
export function learnParameters(
  columns: ColumnProfiles,
  tokens: readonly Token[],
  expected: Expected,
  costs: TokenCosts,
  cells: readonly PlacedCell[],
): Parameters {
  expectTypes(columns, expected);
  const printed = expected.map(() => 0);
  const paragraphs = expected.map(() => 0);
  const broken = expected.map(() => 0);
  const lengths: number[][] = expected.map(() => []);
  for (const { column, from, to, joined } of cells) {
    if (column >= columns.count) continue;
    if (joined === 1) lengths[column]!.push(tokens[from]!.key.length);
    columns.add(column, costs.traits[from * longestJoin + joined - 1]!, 1);
    printed[column]!++;
    paragraphs[column]! += to - from - joined;
    if (joined > 1) broken[column]!++;
  }
  columns.settle();
  const rows = rowsNeeded(cells, columns.count);
  return {
    columns,
    absent: printed.map((count, column) => clip((rows - count + (column < 2 ? 0.6 : 0.15)) / (rows + 2), 0.004, 0.97)),
    paragraph: paragraphs.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.6)),
    broken: broken.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.5)),
    width: lengths.map((some) => some.sort((one, other) => one - other)[Math.floor(some.length * 0.7)] ?? 0),
  };
}

/** Counts the rows that have columns. */
export const rowsNeeded = (cells: readonly PlacedCell[], columns: number): number =>
  cells.reduce((rows, cell) => rows + (cell.opensRow && cell.column < columns ? 1 : 0), 0);
