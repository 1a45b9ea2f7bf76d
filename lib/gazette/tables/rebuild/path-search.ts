/**
 * The search itself, on numbers only: a semi-Markov chain whose states are the column of the last
 * cell. All costs are in nats; Infinity is what may not be.
 */

/** Tokens that one broken cell may take. */
export const longestJoin = 3;

/** States: the columns, then two kinds of rows that have no columns of their own. */
export interface Model {
  size: number;
  /**
   * Number of columns. State `columns` is a row of one cell (一、基础设施类), `columns + 1` the label of a
   * total row (合计).
   */
  columns: number;
  /** Column of serial numbers, -1 for none. */
  serial: number;
  /** Value of each token that is a bare integer, -1 for the others. */
  numbers: Int32Array;
  /** Cost of a cell by (token × longestJoin + tokens − 1) × columns + column. */
  emit: Float64Array;
  /**
   * Cost of reading a token as a further paragraph of the cell before, by token × columns + column.
   */
  further: Float64Array;
  /** Cost of a row of one cell, by token. */
  wide: Float64Array;
  /** Cost of the label of a total row, by token. */
  total: Float64Array;
  /** Cost of a column without a cell. */
  skip: readonly number[];
}

/**
 * Costs of going from one state to the next, by from × states + to; the row behind the last state
 * is the beginning.
 */
interface Moves {
  states: number;
  same: Float64Array;
  fresh: Float64Array;
  /** Cost of ending behind each state. */
  close: Float64Array;
  /** Cost of leaving out all columns in front of each. */
  before: readonly number[];
}

const skippedInRow = 2;
const newRow = 0.4;
/** The next serial number stands in another column. */
const nextElsewhere = 0.7;
/**
 * A merged cell is printed in the first row that it spans: a column absent from the first row is
 * suspect.
 */
const absentFromFirst = 6;

export function movesOf({ columns, skip }: Model): Moves {
  const states = columns + 2;
  const wide = columns;
  const total = columns + 1;
  const same = new Float64Array((states + 1) * states).fill(Infinity);
  const fresh = new Float64Array((states + 1) * states).fill(Infinity);
  const close = new Float64Array(states);
  const before = [0];
  for (const cost of skip) before.push(before.at(-1)! + cost);
  for (let from = 0; from < columns; from++) close[from] = before[columns]! - before[from + 1]!;
  close[total] = 4;
  for (let to = 0; to < columns; to++) {
    for (let from = 0; from < columns; from++) {
      if (to > from) same[from * states + to] = before[to]! - before[from + 1]! + skippedInRow * (to - from - 1);
      fresh[from * states + to] = close[from]! + before[to]! + newRow + (from === to ? 1 : 0);
    }
    for (const from of [wide, total]) fresh[from * states + to] = close[from]! + before[to]! + newRow;
    if (to > 0) same[total * states + to] = 0.3 * to;
    fresh[states * states + to] = before[to]! + absentFromFirst * to;
  }
  for (const to of [wide, total])
    for (let from = 0; from <= states; from++) fresh[from * states + to] = from === states ? 0 : close[from]! + newRow;
  return { states, same, fresh, close, before };
}

/** Cost of a token in the serial column. */
function serialCost(number: number, last: number, restarts: boolean): number {
  if (number < 0) return 14;
  const step = number - last;
  if (step === 1) return last === 0 ? 0.3 : 0.1;
  if (number === 1) return restarts ? 0.3 : 6;
  return step === 2 || step === 3 ? 4 : 11;
}

/**
 * What a step costs because of the numbers before it: a serial that counts, or the next serial in
 * another column.
 */
export function numberCost(model: Model, at: number, to: number, from: number, last: number): number {
  const number = model.numbers[at]!;
  if (to === model.serial) return serialCost(number, last, from === model.columns);
  return number >= 0 && model.serial >= 0 && number === last + 1 ? nextElsewhere : 0;
}

/**
 * A cell as it was placed: tokens `from`…`to` (exclusive), of which the first `joined` are one
 * broken line.
 */
export interface PlacedCell {
  column: number;
  from: number;
  to: number;
  joined: number;
  opensRow: boolean;
}

/** The best path, with what is needed to ask how good the others are. */
export interface Path {
  cost: number;
  cells: PlacedCell[];
  /** Last serial number of the best path to each state, by token × states + state. */
  lastSerial: Int32Array;
}

/** The cheapest way through the lattice. */
export function findPath(model: Model): Path {
  const { size, columns, serial } = model;
  const moves = movesOf(model);
  const { states, fresh, close } = moves;
  const best = new Float64Array((size + 1) * states).fill(Infinity);
  const lastSerial = new Int32Array((size + 1) * states);
  /** ((from + 1) × 4 + tokens) × 2 + opens a row; no tokens: a further paragraph. */
  const back = new Int32Array((size + 1) * states).fill(-1);
  const arrivals = new Arrivals(model, moves);

  for (let at = 0; at < size; at++) {
    const numbered = model.numbers[at]! >= 0;
    if (at > 0) arrivals.read(at, best, lastSerial);
    for (let to = 0; to < states; to++) {
      const cost = at === 0 ? fresh[states * states + to]! + numberCost(model, 0, to, -1, 0) : arrivals.cost[to]!;
      if (cost === Infinity) continue;
      const move = at === 0 ? 1 : arrivals.move[to]!;
      const last = at === 0 ? 0 : lastSerial[at * states + (move >> 1) - 1]!;
      for (let length = 1; length <= longestJoin && at + length <= size; length++) {
        const emit =
          to < columns
            ? model.emit[(at * longestJoin + length - 1) * columns + to]!
            : length > 1
              ? Infinity
              : (to === columns ? model.wide : model.total)[at]!;
        const target = (at + length) * states + to;
        if (cost + emit >= best[target]!) continue;
        best[target] = cost + emit;
        back[target] = ((move >> 1) * 4 + length) * 2 + (move & 1);
        lastSerial[target] = to === serial && numbered ? model.numbers[at]! : last;
      }
    }
    if (at === 0) continue;
    for (let column = 0; column < columns; column++) {
      const cost = best[at * states + column]! + model.further[at * columns + column]!;
      const target = (at + 1) * states + column;
      if (!(cost < best[target]!)) continue;
      best[target] = cost;
      back[target] = (column + 1) * 8;
      lastSerial[target] = lastSerial[at * states + column]!;
    }
  }

  let column = 0;
  let cost = Infinity;
  for (let state = 0; state < states; state++) {
    const whole = best[size * states + state]! + close[state]!;
    if (whole < cost) {
      cost = whole;
      column = state;
    }
  }
  return { cost, cells: trace(back, states, size, column), lastSerial };
}

/**
 * The cheapest way to arrive at each state in front of a token. Skipped columns add up, so that
 * running minima do for all states but that of the serial column, whose cost depends on the number
 * before.
 */
class Arrivals {
  readonly cost: Float64Array;
  /** (from + 1) × 2 + opens a row. */
  readonly move: Int32Array;
  private readonly reached: Float64Array;
  private readonly model: Model;
  private readonly moves: Moves;

  constructor(model: Model, moves: Moves) {
    this.model = model;
    this.moves = moves;
    this.cost = new Float64Array(moves.states);
    this.move = new Int32Array(moves.states);
    this.reached = new Float64Array(moves.states);
  }

  read(at: number, best: Float64Array, lastSerial: Int32Array): void {
    const { model, reached, cost, move } = this;
    const { states, close, before } = this.moves;
    const { columns, serial } = model;
    const number = model.numbers[at]!;
    const counts = serial >= 0 && number >= 0;
    // The two cheapest states to begin a new row behind.
    let first = -1;
    let second = -1;
    for (let from = 0; from < states; from++) {
      const place = at * states + from;
      reached[from] = best[place]! + (counts && number === lastSerial[place]! + 1 ? nextElsewhere : 0);
      const whole = reached[from]! + close[from]!;
      if (first < 0 || whole < reached[first]! + close[first]!) {
        second = first;
        first = from;
      } else if (second < 0 || whole < reached[second]! + close[second]!) second = from;
    }
    let inRow = -1; // the cheapest state in front of the column, in its row
    let inRowCost = Infinity;
    for (let to = 0; to < states; to++) {
      const own = first === to && to < columns;
      const other = own && reached[second]! + close[second]! < reached[first]! + close[first]! + 1;
      const from = other ? second : first;
      const front = to < columns ? before[to]! : 0;
      cost[to] = reached[from]! + close[from]! + newRow + front + (own && !other ? 1 : 0);
      move[to] = (from + 1) * 2 + 1;
      if (to >= columns) continue;
      if (to > 0) {
        const open = reached[to - 1]! - front - skippedInRow * (to - 1);
        if (open < inRowCost) {
          inRow = to - 1;
          inRowCost = open;
        }
      }
      const along = inRowCost + front + skippedInRow * (to - 1);
      if (along < cost[to]!) {
        cost[to] = along;
        move[to] = (inRow + 1) * 2;
      }
      const behindTotal = to > 0 ? reached[columns + 1]! + 0.3 * to : Infinity;
      if (behindTotal < cost[to]!) {
        cost[to] = behindTotal;
        move[to] = (columns + 2) * 2;
      }
    }
    if (serial >= 0) this.readSerial(at, best, lastSerial);
  }

  private readSerial(at: number, best: Float64Array, lastSerial: Int32Array): void {
    const { states, same, fresh } = this.moves;
    const to = this.model.serial;
    this.cost[to] = Infinity;
    for (let from = 0; from < states; from++) {
      const place = at * states + from;
      if (best[place] === Infinity) continue;
      const reached = best[place]! + numberCost(this.model, at, to, from, lastSerial[place]!);
      for (const opens of [0, 1]) {
        const whole = reached + (opens === 1 ? fresh : same)[from * states + to]!;
        if (whole >= this.cost[to]) continue;
        this.cost[to] = whole;
        this.move[to] = (from + 1) * 2 + opens;
      }
    }
  }
}

/** Reads the best path back into cells. */
function trace(back: Int32Array, states: number, size: number, last: number): PlacedCell[] {
  const cells: PlacedCell[] = [];
  let column = last;
  let to = size;
  for (let at = size; at > 0;) {
    const entry = back[at * states + column]!;
    const joined = (entry >> 1) % 4;
    if (joined === 0) {
      at--;
      continue;
    }
    at -= joined;
    cells.push({ column, from: at, to, joined, opensRow: entry % 2 === 1 });
    to = at;
    column = (entry >> 3) - 1;
  }
  return cells.reverse();
}
