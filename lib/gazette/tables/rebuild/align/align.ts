import type { CellType, Token } from '../../tokens';
import { ColumnProfiles } from '../column-profile';
import type { Model } from './model';
import { longestJoin } from './model';
import type { Parameters, Start } from './parameters';
import { rowsNeeded, learnParameters, startParameters } from './parameters';
import type { Path, PlacedCell } from './path-search';
import { PathSearch } from './path-search';
import { posteriors } from './posterior';
import { narrowCost, opensList } from './seams';
import type { TokenCosts } from './token-costs';

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
  /** Computes the probability of each cell. */
  chances: () => number[];
}

/** The tokens of a table's body, and what its header says of the columns. */
interface AlignInput {
  tokens: readonly Token[];
  /** Types that each column's name lets one expect. */
  expected: readonly (readonly CellType[])[];
  /** Column of serial numbers, -1 for none. */
  serial: number;
  /** Column of the numbered chain (1.… 2.… in the cells), -1 for none. */
  chain: number;
  rounds: number;
  beginnings: readonly Beginning[];
}

/** What one alignment computes in: its arrays serve every round. */
class Workspace {
  readonly input: AlignInput;
  readonly costs: TokenCosts;
  readonly columns: ColumnProfiles;
  readonly emit: Float64Array;
  readonly further: Float64Array;
  readonly ownAt: Int8Array;
  readonly search: PathSearch;
  /** Cost of one token in each column. */
  readonly plain: Float64Array;

  constructor(input: AlignInput, costs: TokenCosts) {
    this.input = input;
    this.costs = costs;
    const count = input.expected.length;
    const size = input.tokens.length;
    this.columns = new ColumnProfiles(costs.table, count);
    this.emit = new Float64Array(size * longestJoin * count).fill(Infinity);
    this.further = new Float64Array(size * count).fill(Infinity);
    this.ownAt = new Int8Array(size * longestJoin);
    this.search = new PathSearch(size, count);
    this.plain = new Float64Array(count);
  }
}

/** All costs of a round. */
function modelOf(
  { input, costs, columns, emit, further, ownAt, plain }: Workspace,
  { absent, paragraph, broken, width }: Parameters,
  placed: readonly PlacedCell[],
): Model {
  const { tokens, serial, chain } = input;
  const { count } = columns;
  const size = tokens.length;
  ownAt.fill(-1);
  for (const cell of placed) ownAt[cell.from * longestJoin + cell.joined - 1] = cell.column;
  const used = Float64Array.from(absent, (probability) => -Math.log(1 - probability));
  const brokenLog = Float64Array.from(broken, (probability) => -Math.log(probability));
  const paragraphLog = Float64Array.from(paragraph, (probability) => -Math.log(probability));
  for (let at = 0; at < size; at++) {
    const token = tokens[at]!;
    const numbered = chain >= 0 && token.type === 'numbered';
    const opens = opensList(token.key) ? 2 : 0;
    for (let length = 1; length <= longestJoin; length++) {
      const index = at * longestJoin + length - 1;
      const traits = costs.traits[index];
      if (!traits) continue;
      columns.costs(traits, costs.base[index]!, plain);
      const own = ownAt[index]!;
      for (let column = 0; column < count; column++) {
        const place = index * count + column;
        if (column === serial) {
          if (length === 1) emit[place] = used[column]! + opens;
          continue;
        }
        const profile = own === column ? columns.ownCost(column, traits) : plain[column]!;
        if (length > 1) {
          const seam = costs.seams[index]! + brokenLog[column]! + narrowCost(token, width[column]!);
          emit[place] = used[column]! + opens + seam + profile;
          continue;
        }
        emit[place] = used[column]! + opens + profile + (numbered ? (column === chain ? -1.5 : 9) : 0);
        if (at === 0 || (numbered && column === chain)) continue;
        further[at * count + column] =
          costs.further[at]! + paragraphLog[column]! + 0.4 * (costs.overall[at]! + plain[column]!) + (numbered ? 9 : 0);
      }
    }
  }
  const { numbers, wide, total } = costs;
  const skip = absent.map((probability) => -Math.log(probability));
  return { size, columns: count, serial, numbers, wide, total, emit, further, skip };
}

/** Where a round of learning begins: a way to make up the first columns, or placed cells. */
export type Beginning = Start | readonly PlacedCell[];

/** Cells as a round of learning placed them. */
interface Learned {
  from: Beginning;
  path: Path;
  /** The round before cost the same. */
  settled: boolean;
}

/** Places the cells by what is learned from a beginning. */
function placeFrom(workspace: Workspace, from: Beginning): { model: Model; path: Path } {
  const { input, costs, columns } = workspace;
  const { tokens, expected, serial } = input;
  const parameters =
    typeof from === 'string'
      ? startParameters(from, columns, expected, costs, serial)
      : learnParameters(columns, tokens, expected, costs, from);
  const model = modelOf(workspace, parameters, typeof from === 'string' ? [] : from);
  return { model, path: workspace.search.find(model) };
}

const sameCells = (some: readonly PlacedCell[], others: readonly PlacedCell[]): boolean =>
  some.length === others.length &&
  some.every(({ column, from, to, joined, opensRow }, at) => {
    const other = others[at]!;
    return (
      column === other.column &&
      from === other.from &&
      to === other.to &&
      joined === other.joined &&
      opensRow === other.opensRow
    );
  });

/** After so many rounds what is so much dearer than the cheapest, in nats, stays so. */
const decidedRounds = 3;
const hopeless = 80;

/** Leaves out ways that another one has met, and those that are hopeless. */
function worthGoingOn(ways: readonly Learned[], round: number): Learned[] {
  const least = ways.reduce((low, { path }) => Math.min(low, path.cost), Infinity);
  const hopeful = round < decidedRounds ? ways : ways.filter(({ path }) => !(path.cost > least + hopeless));
  return hopeful.filter(
    ({ path }, at) => !hopeful.slice(0, at).some((other) => sameCells(other.path.cells, path.cells)),
  );
}

/** Finds the cheapest alignment of cells to columns, over some ways to begin. */
export function alignCells(input: AlignInput, costs: TokenCosts): Alignment {
  const workspace = new Workspace(input, costs);
  let ways = input.beginnings.map((from): Learned => {
    return { from, path: placeFrom(workspace, from).path, settled: false };
  });
  for (let round = 1; round < input.rounds && ways.some(({ settled }) => !settled); round++)
    ways = worthGoingOn(ways, round).map((way): Learned => {
      if (way.settled) return way;
      const { path } = placeFrom(workspace, way.path.cells);
      return { from: way.path.cells, path, settled: Math.abs(path.cost - way.path.cost) < 1e-6 };
    });
  const best = ways.reduce((one, other) => (other.path.cost < one.path.cost ? other : one));
  const { cells, cost } = best.path;
  const count = input.expected.length;
  const rows = rowsNeeded(cells, count);
  const printed = input.expected.map(() => 0);
  for (const cell of cells) if (cell.column < count) printed[cell.column]!++;
  return {
    cost,
    cells,
    rows,
    present: printed.map((number) => number / Math.max(1, rows)),
    overall: costs.overall.reduce((sum, each) => sum + each, 0),
    chances: () => {
      const { model, path } = placeFrom(new Workspace(input, costs), best.from);
      return posteriors(model, path);
    },
  };
}
