import type { Features, Traits } from './columns';
import { ColumnProfile, TableProfile } from './columns';
import type { CharacterPairs } from './character-pairs';
import { posteriors } from './posterior';
import type { Joins } from './seams';
import { brokenCost, narrowCost, opensList, paragraphCost } from './seams';
import type { Model, Path, PlacedCell } from './path-search';
import { findPath, longestJoin } from './path-search';
import type { CellType, Token } from '../tokens';

/**
 * Puts the cells of a flattened table into rows and columns: the columns are learned in turns with
 * the assignment (hard EM). All costs are in nats; smaller is better.
 */

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

export interface AlignInput {
  tokens: readonly Token[];
  /** Types that each column's name lets one expect. */
  expected: readonly (readonly CellType[])[];
  neighbours: CharacterPairs;
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

type Start = 'modulo' | 'first' | 'lead';

const clip = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

interface Parameters {
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

/** Rows of one cell: 一、基础设施类, (二)民生类, and the words in front of a serial number that goes on. */
function wideCost(tokens: readonly Token[], at: number, serial: boolean): number {
  const { key, type } = tokens[at]!;
  const next = tokens[at + 1];
  if (key.length > 30 || !next) return Infinity;
  if (!serial) return type === 'comma' ? markedRow : Infinity;
  if (next.type !== 'integer') return Infinity;
  return type === 'comma' || type === 'bracketed'
    ? markedRow
    : type === 'short' || type === 'name'
      ? unmarkedRow
      : Infinity;
}

/** A seam that costs more joins nothing: two cells of their own are cheaper. */
const hopelessSeam = 18;
/** Cost of a row of one cell that its number marks. */
const markedRow = 3;
/** Without a number it may as well be the last cell of the row above. */
const unmarkedRow = 12;

class Aligner {
  private readonly count: number;
  private readonly size: number;
  private readonly table: TableProfile;
  private readonly overall: Float64Array;
  /** By token × longestJoin + tokens − 1; null where they may not be joined. */
  private readonly traits: (Traits | null)[];
  private readonly seams: Float64Array;
  private readonly further: Float64Array;
  private readonly model: Omit<Model, 'emit' | 'further' | 'skip'>;
  private readonly input: AlignInput;

  constructor(input: AlignInput) {
    const { tokens, features, joins, neighbours } = input;
    this.input = input;
    this.count = input.expected.length;
    this.size = tokens.length;
    this.traits = [];
    for (let at = 0; at < this.size; at++)
      for (let length = 1; length <= longestJoin; length++) {
        const token = length === 1 ? tokens[at]! : joins.at(tokens, at, length);
        this.traits.push(token && features.of(token));
      }
    this.table = new TableProfile(features, tokens);
    this.overall = Float64Array.from(tokens, (_, at) => this.table.cost(this.traits[at * longestJoin]!));
    const repeats = new Map<string, number>();
    for (const { key } of tokens) repeats.set(key, (repeats.get(key) ?? 0) + 1);
    this.seams = Float64Array.from(this.traits, (traits, index) => {
      const length = (index % longestJoin) + 1;
      const at = Math.floor(index / longestJoin);
      return length === 1 ? 0 : traits ? brokenCost(tokens, at, length, this.overall, neighbours, repeats) : Infinity;
    });
    this.seams.forEach((cost, index) => {
      if (cost > hopelessSeam) this.traits[index] = null;
    });
    this.further = Float64Array.from(tokens, (token, at) =>
      at === 0 ? Infinity : paragraphCost(token, tokens[at - 1]!),
    );
    this.model = {
      size: this.size,
      columns: this.count,
      serial: input.serial,
      numbers: Int32Array.from(tokens, (token) => (token.type === 'integer' ? token.number! : -1)),
      wide: Float64Array.from(tokens, (_, at) => wideCost(tokens, at, input.serial >= 0)),
      total: Float64Array.from(tokens, ({ key }) => (/^(?:合计|小计|总计|共计|总\(合\)计)$/.test(key) ? 3 : Infinity)),
    };
  }

  private freshColumns(): ColumnProfile[] {
    return this.input.expected.map((types) => {
      const column = new ColumnProfile(this.table);
      if (types.length > 0) column.expect(types, 1.2);
      return column;
    });
  }

  private startParameters(start: Start): Parameters {
    const columns = this.freshColumns();
    const cells = Array.from({ length: this.size }, (_, at) => at).filter((at) => this.model.wide[at] !== markedRow);
    cells.slice(0, start === 'modulo' ? this.size : this.count).forEach((at, index) => {
      columns[index % this.count]!.add(this.traits[at * longestJoin]!, start === 'modulo' ? 0.5 : 1);
    });
    const absent: number[] = columns.map((_, column) => (column < 2 ? 0.25 : column === this.count - 1 ? 0.06 : 0.04));
    const firstText = this.input.serial === 0 ? 1 : 0;
    if (start === 'lead' && firstText < this.count) absent[firstText] = 0.75;
    return {
      columns,
      absent,
      paragraph: columns.map(() => 0.02),
      broken: columns.map(() => 0.004),
      width: columns.map(() => 0),
    };
  }

  private learn(cells: readonly PlacedCell[], rows: number): Parameters {
    const columns = this.freshColumns();
    const printed = new Array<number>(this.count).fill(0);
    const paragraphs = new Array<number>(this.count).fill(0);
    const broken = new Array<number>(this.count).fill(0);
    const lengths: number[][] = columns.map(() => []);
    for (const cell of cells) {
      if (cell.column >= this.count) continue;
      if (cell.joined === 1) lengths[cell.column]!.push(this.input.tokens[cell.from]!.key.length);
      columns[cell.column]!.add(this.traits[cell.from * longestJoin + cell.joined - 1]!, 1);
      printed[cell.column]!++;
      paragraphs[cell.column]! += cell.to - cell.from - cell.joined;
      if (cell.joined > 1) broken[cell.column]!++;
    }
    return {
      columns,
      absent: printed.map((count, column) =>
        clip((rows - count + (column < 2 ? 0.6 : 0.15)) / (rows + 2), 0.004, 0.97),
      ),
      paragraph: paragraphs.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.6)),
      broken: broken.map((count, column) => clip((count + 0.1) / (printed[column]! + 2), 0.008, 0.5)),
      width: lengths.map((some) => some.sort((one, other) => one - other)[Math.floor(some.length * 0.7)] ?? 0),
    };
  }

  /** All costs of a round. */
  private modelOf({ columns, absent, paragraph, broken, width }: Parameters, placed: readonly PlacedCell[]): Model {
    const { tokens, serial, chain } = this.input;
    const { count, size } = this;
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
        const plain = column === serial ? 0 : profile.cost(this.traits[at * longestJoin]!, 0);
        for (let length = 1; length <= longestJoin; length++) {
          const index = at * longestJoin + length - 1;
          const traits = this.traits[index];
          if (!traits) continue;
          if (column === serial && length > 1) break;
          let cost =
            used[column]! +
            opens +
            (length === 1 ? 0 : this.seams[index]! + brokenLog[column]! + narrowCost(token, width[column]!));
          if (column !== serial)
            cost += ownAt[index] === column ? profile.cost(traits, 1) : length === 1 ? plain : profile.cost(traits, 0);
          if (length === 1 && numbered) cost += column === chain ? -1.5 : 9;
          emit[index * count + column] = cost;
        }
        if (at === 0 || column === serial || (numbered && column === chain)) continue;
        further[at * count + column] =
          this.further[at]! + paragraphLog[column]! + 0.4 * (this.overall[at]! + plain) + (numbered ? 9 : 0);
      }
    }
    return { ...this.model, emit, further, skip: absent.map((probability) => -Math.log(probability)) };
  }

  run(start: Start): Alignment {
    let parameters = this.startParameters(start);
    let path: Path | null = null;
    let model: Model | null = null;
    for (let round = 0; round < this.input.rounds; round++) {
      model = this.modelOf(parameters, path?.cells ?? []);
      const next = findPath(model);
      const settled = path !== null && Math.abs(next.cost - path.cost) < 1e-6;
      path = next;
      if (settled || round === this.input.rounds - 1) break;
      parameters = this.learn(path.cells, rowsOf(path.cells, this.count));
    }
    const { cells, cost } = path!;
    const rows = rowsOf(cells, this.count);
    const printed = new Array<number>(this.count).fill(0);
    for (const cell of cells) if (cell.column < this.count) printed[cell.column]!++;
    return {
      cost,
      cells,
      rows,
      present: printed.map((number) => number / Math.max(1, rows)),
      overall: this.overall.reduce((sum, each) => sum + each, 0),
      chances: this.input.withChances ? posteriors(model!, path!) : [],
    };
  }
}

/** Rows that have columns. */
const rowsOf = (cells: readonly PlacedCell[], columns: number): number =>
  cells.filter((cell) => cell.opensRow && cell.column < columns).length;

/** The cheapest alignment of cells to columns, over three ways to begin. */
export function alignCells(input: AlignInput): Alignment {
  const aligner = new Aligner(input);
  const starts: Start[] = ['modulo', 'first', 'lead'];
  return starts.map((start) => aligner.run(start)).reduce((one, other) => (other.cost < one.cost ? other : one));
}
