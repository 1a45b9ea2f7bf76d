/**
 * The model that cells are placed by, on numbers only: a semi-Markov chain whose states are the
 * column of the last cell. All costs are in nats; Infinity is what may not be.
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
 * Costs of going from one state to the next, by from × states + to.
 * The row behind the last state is the beginning.
 */
export interface Moves {
  states: number;
  same: Float64Array;
  fresh: Float64Array;
  /** Cost of ending behind each state. */
  close: Float64Array;
  /** Cost of leaving out all columns in front of each. */
  before: readonly number[];
}

/** Cost of each column that is left out inside a row. */
export const skippedInRow = 2;
/** Cost of a row. */
export const newRow = 0.4;
/** Cost of the next serial number in another column. */
export const nextElsewhere = 0.7;
/**
 * A merged cell is printed in the first row that it spans: a column absent from the first row is
 * suspect.
 */
const absentFromFirst = 6;

/** Computes the costs of all moves. */
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

/** Cost of the `length` tokens from `at` as one cell in a state. */
export function emitCost({ columns, emit, wide, total }: Model, at: number, length: number, state: number): number {
  if (state < columns) return emit[(at * longestJoin + length - 1) * columns + state]!;
  if (length > 1) return Infinity;
  return (state === columns ? wide : total)[at]!;
}

/**
 * Cost of a move because of the numbers before it.
 * A serial counts; the next serial may stand in another column.
 */
export function numberCost(model: Model, at: number, to: number, from: number, last: number): number {
  const number = model.numbers[at]!;
  if (to === model.serial) return serialCost(number, last, from === model.columns);
  return number >= 0 && model.serial >= 0 && number === last + 1 ? nextElsewhere : 0;
}
