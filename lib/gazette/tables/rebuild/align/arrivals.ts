import type { Model, Moves } from './model';
import { newRow, nextElsewhere, numberCost, skippedInRow } from './model';

/**
 * Finds the cheapest way to arrive at each state in front of a token.
 * Skipped columns add up, so that running minima do for all states but that of the serial column,
 * whose cost depends on the number before.
 */
export class Arrivals {
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

  /** Fills `cost` and `move` for the token at an index. */
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
