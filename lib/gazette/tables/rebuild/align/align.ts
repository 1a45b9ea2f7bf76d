import type { CellType, Token } from '../../tokens';
import type { CharacterPairs } from './character-pairs';
import type { Features } from '../column-profile';
import type { Model } from './model';
import { longestJoin } from './model';
import type { Parameters, Start } from './parameters';
import { learnParameters, startParameters } from './parameters';
import type { Path, PlacedCell } from './path-search';
import { findPath } from './path-search';
import { posteriors } from './posterior';
import type { Joins } from './seams';
import { narrowCost, opensList } from './seams';
import type { TokenCosts } from './token-costs';
import { computeTokenCosts } from './token-costs';

/**
 * Puts the cells of a flattened table into rows and columns: the columns are learned in turns with
 * the assignment (hard EM). All costs are in nats; smaller is better.
 */

/** Cells in rows and columns, and what the placement costs. */
export interface Alignment {
  cost: number;
  /**
   * Cells by column; a column that is the number of columns is a row of one cell, one more the
   * label of a total row.
   */
  cells: PlacedCell[];
  rows: number;
  /** Share of the rows in which a column has a cell of its own. */
  present: number[];
  /** Cost of all tokens under one profile for the whole table. */
  overall: number;
  /** Probability of each cell; only where they were asked for. */
  chances: number[];
}

/** The tokens of a table's body, and what its header says of the columns. */
interface AlignInput {
  tokens: readonly Token[];
  /** Types that each column's name lets one expect. */
  expected: readonly (readonly CellType[])[];
  pairs: CharacterPairs;
  features: Features;
  joins: Joins;
  /** Column of serial numbers, -1 for none. */
  serial: number;
  /** Column of the numbered chain (1.… 2.… in the cells), -1 for none. */
  chain: number;
  rounds: number;
  /** Also compute how sure each cell is. */
  withChances: boolean;
}

/** All costs of a round. */
function modelOf(
  { tokens, serial, chain }: AlignInput,
  costs: TokenCosts,
  { columns, absent, paragraph, broken, width }: Parameters,
  placed: readonly PlacedCell[],
): Model {
  const count = columns.length;
  const size = tokens.length;
  const ownAt = new Int8Array(size * longestJoin).fill(-1);
  for (const cell of placed) ownAt[cell.from * longestJoin + cell.joined - 1] = cell.column;
  const used = absent.map((probability) => -Math.log(1 - probability));
  const brokenLog = broken.map((probability) => -Math.log(probability));
  const paragraphLog = paragraph.map((probability) => -Math.log(probability));
  const emit = new Float64Array(size * longestJoin * count).fill(Infinity);
  const further = new Float64Array(size * count).fill(Infinity);
  for (let at = 0; at < size; at++) {
    const token = tokens[at]!;
    const numbered = chain >= 0 && token.type === 'numbered';
    const opens = opensList(token.key) ? 2 : 0;
    for (let column = 0; column < count; column++) {
      const profile = columns[column]!;
      const plain = column === serial ? 0 : profile.cost(costs.traits[at * longestJoin]!, 0);
      for (let length = 1; length <= longestJoin; length++) {
        const index = at * longestJoin + length - 1;
        const traits = costs.traits[index];
        if (!traits) continue;
        if (column === serial && length > 1) break;
        let cost =
          used[column]! +
          opens +
          (length === 1 ? 0 : costs.seams[index]! + brokenLog[column]! + narrowCost(token, width[column]!));
        if (column !== serial)
          cost += ownAt[index] === column ? profile.cost(traits, 1) : length === 1 ? plain : profile.cost(traits, 0);
        if (length === 1 && numbered) cost += column === chain ? -1.5 : 9;
        emit[index * count + column] = cost;
      }
      if (at === 0 || column === serial || (numbered && column === chain)) continue;
      further[at * count + column] =
        costs.further[at]! + paragraphLog[column]! + 0.4 * (costs.overall[at]! + plain) + (numbered ? 9 : 0);
    }
  }
  const { numbers, wide, total } = costs;
  const skip = absent.map((probability) => -Math.log(probability));
  return { size, columns: count, serial, numbers, wide, total, emit, further, skip };
}

/** Counts the rows that have columns. */
const countRows = (cells: readonly PlacedCell[], columns: number): number =>
  cells.filter((cell) => cell.opensRow && cell.column < columns).length;

function alignFrom(start: Start, input: AlignInput, costs: TokenCosts): Alignment {
  const { tokens, expected, rounds } = input;
  const count = expected.length;
  let parameters = startParameters(start, expected, costs, input.serial);
  let path: Path | null = null;
  let model: Model | null = null;
  for (let round = 0; round < rounds; round++) {
    model = modelOf(input, costs, parameters, path?.cells ?? []);
    const next = findPath(model);
    const settled = path !== null && Math.abs(next.cost - path.cost) < 1e-6;
    path = next;
    if (settled || round === rounds - 1) break;
    parameters = learnParameters(tokens, expected, costs, path.cells, countRows(path.cells, count));
  }
  const { cells, cost } = path!;
  const rows = countRows(cells, count);
  const printed = expected.map(() => 0);
  for (const cell of cells) if (cell.column < count) printed[cell.column]!++;
  return {
    cost,
    cells,
    rows,
    present: printed.map((number) => number / Math.max(1, rows)),
    overall: costs.overall.reduce((sum, each) => sum + each, 0),
    chances: input.withChances ? posteriors(model!, path!) : [],
  };
}

const starts: readonly Start[] = ['modulo', 'first', 'lead'];

/** Finds the cheapest alignment of cells to columns, over three ways to begin. */
export function alignCells(input: AlignInput): Alignment {
  const costs = computeTokenCosts(input.tokens, input, input.serial >= 0);
  return starts
    .map((start) => alignFrom(start, input, costs))
    .reduce((one, other) => (other.cost < one.cost ? other : one));
}
