import { Arrivals } from './arrivals';
import type { Model } from './model';
import { emitCost, longestJoin, movesOf, numberCost } from './model';

/**
 * A cell as it was placed: the tokens `from`…`to`, exclusive.
 * The first `joined` of them are one broken line.
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

/** Finds the cheapest way to place all tokens. Its arrays serve many searches. */
export class PathSearch {
  private readonly best: Float64Array;
  private readonly lastSerial: Int32Array;
  /** ((from + 1) × 4 + tokens) × 2 + opens a row; no tokens: a further paragraph. */
  private readonly back: Int32Array;

  constructor(size: number, columns: number) {
    const places = (size + 1) * (columns + 2);
    this.best = new Float64Array(places);
    this.lastSerial = new Int32Array(places);
    this.back = new Int32Array(places);
  }

  /** Gives the cheapest path; its `lastSerial` holds until the next search. */
  find(model: Model): Path {
    const { best, lastSerial, back } = this;
    const { size, columns, serial } = model;
    const moves = movesOf(model);
    const { states, fresh, close } = moves;
    best.fill(Infinity);
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
          const whole = cost + emitCost(model, at, length, to);
          const target = (at + length) * states + to;
          if (whole >= best[target]!) continue;
          best[target] = whole;
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
