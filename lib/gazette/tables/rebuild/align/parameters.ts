import type { CellType, Token } from '../../tokens';
import { ColumnProfile } from '../column-profile';
import { longestJoin } from './model';
import type { PlacedCell } from './path-search';
import type { TokenCosts } from './token-costs';
import { markedRow } from './token-costs';

/** What is learned of the columns in each round. */
export interface Parameters {
  columns: ColumnProfile[];
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

/** Types that each column's name lets one expect. */
type Expected = readonly (readonly CellType[])[];

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function freshColumns(expected: Expected, { table }: TokenCosts): ColumnProfile[] {
  return expected.map((types) => {
    const column = new ColumnProfile(table);
    if (types.length > 0) column.expect(types, 1.2);
    return column;
  });
}

/**
 * Gives the parameters of the first round.
 * @param serial column of serial numbers, -1 for none
 */
export function startParameters(start: Start, expected: Expected, costs: TokenCosts, serial: number): Parameters {
  const columns = freshColumns(expected, costs);
  const count = columns.length;
  const size = costs.numbers.length;
  const cells = Array.from({ length: size }, (_, at) => at).filter((at) => costs.wide[at] !== markedRow);
  cells.slice(0, start === 'modulo' ? size : count).forEach((at, index) => {
    columns[index % count]!.add(costs.traits[at * longestJoin]!, start === 'modulo' ? 0.5 : 1);
  });
  const absent: number[] = columns.map((_, column) => (column < 2 ? 0.25 : column === count - 1 ? 0.06 : 0.04));
  const firstText = serial === 0 ? 1 : 0;
  if (start === 'lead' && firstText < count) absent[firstText] = 0.75;
  return {
    columns,
    absent,
    paragraph: columns.map(() => 0.02),
    broken: columns.map(() => 0.004),
    width: columns.map(() => 0),
  };
}

/** Learns the parameters of the next round from the cells as they were placed. */
export function learnParameters(
  tokens: readonly Token[],
  expected: Expected,
  costs: TokenCosts,
  cells: readonly PlacedCell[],
  rows: number,
): Parameters {
  const columns = freshColumns(expected, costs);
  const printed = columns.map(() => 0);
  const paragraphs = columns.map(() => 0);
  const broken = columns.map(() => 0);
  const lengths: number[][] = columns.map(() => []);
  for (const { column, from, to, joined } of cells) {
    if (column >= columns.length) continue;
    if (joined === 1) lengths[column]!.push(tokens[from]!.key.length);
    columns[column]!.add(costs.traits[from * longestJoin + joined - 1]!, 1);
    printed[column]!++;
    paragraphs[column]! += to - from - joined;
    if (joined > 1) broken[column]!++;
  }
  return {
    columns,
    absent: printed.map((count, column) => clip((rows - count + (column < 2 ? 0.6 : 0.15)) / (rows + 2), 0.004, 0.97)),
    paragraph: paragraphs.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.6)),
    broken: broken.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.5)),
    width: lengths.map((some) => some.sort((one, other) => one - other)[Math.floor(some.length * 0.7)] ?? 0),
  };
}
