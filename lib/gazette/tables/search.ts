/**
 * The search itself, on numbers only: a semi-Markov chain whose states are the column of the last cell. All costs are in
 * nats; Infinity is what may not be.
 */

/** Tokens that one broken cell may take. */
export const longestJoin = 3;

/** States: the columns, then two kinds of rows that have no columns of their own. */
export interface Model {
  size: number;
  /** Number of columns. State `columns` is a row of one cell (一、基础设施类), `columns + 1` the label of a total row (合计). */
  columns: number;
  /** Column of serial numbers, -1 for none. */
  serial: number;
  /** Value of each token that is a bare integer, -1 for the others. */
  numbers: Int32Array;
  /** Cost of a cell by (token × longestJoin + tokens − 1) × columns + column. */
  emit: Float64Array;
  /** Cost of reading a token as a further paragraph of the cell before, by token × columns + column. */
  further: Float64Array;
  /** Cost of a row of one cell, by token. */
  wide: Float64Array;
  /** Cost of the label of a total row, by token. */
  total: Float64Array;
  /** Cost of a column without a cell. */
  skip: readonly number[];
}

/** Costs of going from one state to the next, by from × states + to; the row behind the last state is the beginning. */
interface Moves {
  states: number;
  same: Float64Array;
  fresh: Float64Array;
  /** Cost of ending behind each state. */
  close: Float64Array;
}

const skippedInRow = 2;
const newRow = 0.4;
/** A merged cell is printed in the first row that it spans: a column absent from the first row is suspect. */
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
  return { states, same, fresh, close };
}

/** Cost of a token in the serial column. */
function serialCost(number: number, last: number, restarts: boolean): number {
  if (number < 0) return 14;
  const step = number - last;
  if (step === 1) return last === 0 ? 0.3 : 0.1;
  if (number === 1) return restarts ? 0.3 : 6;
  return step === 2 || step === 3 ? 4 : 11;
}

/** What a step costs because of the numbers before it: a serial that counts, or the next serial in another column. */
export function numberCost(model: Model, at: number, to: number, from: number, last: number): number {
  const number = model.numbers[at]!;
  if (to === model.serial) return serialCost(number, last, from === model.columns);
  return number >= 0 && model.serial >= 0 && number === last + 1 ? 0.7 : 0;
}

/** A cell as it was placed: tokens `from`…`to` (exclusive), of which the first `joined` are one broken line. */
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
  const { size, columns } = model;
  const moves = movesOf(model);
  const { states, same, fresh, close } = moves;
  const best = new Float64Array((size + 1) * states).fill(Infinity);
  const lastSerial = new Int32Array((size + 1) * states);
  /** ((from + 1) × 4 + tokens) × 2 + opens a row; no tokens: a further paragraph. */
  const back = new Int32Array((size + 1) * states).fill(-1);

  for (let at = 0; at < size; at++) {
    const numbered = model.numbers[at]! >= 0;
    for (let to = 0; to < states; to++) {
      let cost = Infinity;
      let from = -1;
      let opens = 0;
      if (at === 0) {
        cost = fresh[states * states + to]! + numberCost(model, 0, to, -1, 0);
        opens = 1;
      } else {
        for (let state = 0; state < states; state++) {
          const reached = best[at * states + state]!;
          if (reached === Infinity) continue;
          const extra =
            numbered || to === model.serial ? numberCost(model, at, to, state, lastSerial[at * states + state]!) : 0;
          const move = state * states + to;
          if (reached + same[move]! + extra < cost) {
            cost = reached + same[move]! + extra;
            from = state;
            opens = 0;
          }
          if (reached + fresh[move]! + extra < cost) {
            cost = reached + fresh[move]! + extra;
            from = state;
            opens = 1;
          }
        }
      }
      if (cost === Infinity) continue;
      const last = from < 0 ? 0 : lastSerial[at * states + from]!;
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
        back[target] = ((from + 1) * 4 + length) * 2 + opens;
        lastSerial[target] = to === model.serial && numbered ? model.numbers[at]! : last;
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
