import type { Model } from './model';
import { emitCost, longestJoin, movesOf, numberCost } from './model';
import type { Path, PlacedCell } from './path-search';

/** How sure each cell of the best path is: one forward and one backward pass over all paths. */

/** −ln(e^−one + e^−other), for costs. */
function sum(one: number, other: number): number {
  if (one === Infinity) return other;
  if (other === Infinity) return one;
  const low = one < other ? one : other;
  return low - Math.log1p(Math.exp(low - (one < other ? other : one)));
}

/**
 * Gives the probability of each placed cell among all ways to place the tokens.
 * It is that it begins there, in that column, as the first of its row or not, and that its further
 * paragraphs are its own.
 */
export function posteriors(model: Model, { cells, lastSerial }: Path): number[] {
  const { size, columns } = model;
  const { states, same, fresh, close } = movesOf(model);
  const emitAt = (at: number, length: number, to: number): number => emitCost(model, at, length, to);
  const moveTo = (at: number, from: number, to: number, opens: boolean): number =>
    (opens ? fresh : same)[from * states + to]! +
    (at === 0 ? numberCost(model, 0, to, -1, 0) : numberCost(model, at, to, from, lastSerial[at * states + from]!));

  const forward = new Float64Array((size + 1) * states).fill(Infinity);
  const backward = new Float64Array((size + 1) * states).fill(Infinity);
  for (let state = 0; state < states; state++) backward[size * states + state] = close[state]!;
  for (let at = 0; at < size; at++) {
    for (let to = 0; to < states; to++) {
      let arrive = at === 0 ? moveTo(0, states, to, true) : Infinity;
      for (let from = 0; at > 0 && from < states; from++) {
        const reached = forward[at * states + from]!;
        if (reached === Infinity) continue;
        arrive = sum(arrive, reached + sum(moveTo(at, from, to, false), moveTo(at, from, to, true)));
      }
      for (let length = 1; length <= longestJoin && at + length <= size; length++) {
        const target = (at + length) * states + to;
        forward[target] = sum(forward[target]!, arrive + emitAt(at, length, to));
      }
    }
    for (let column = 0; at > 0 && column < columns; column++) {
      const target = (at + 1) * states + column;
      forward[target] = sum(forward[target]!, forward[at * states + column]! + model.further[at * columns + column]!);
    }
  }
  for (let at = size - 1; at > 0; at--) {
    const leave = new Float64Array(states).fill(Infinity);
    for (let to = 0; to < states; to++)
      for (let length = 1; length <= longestJoin && at + length <= size; length++)
        leave[to] = sum(leave[to]!, emitAt(at, length, to) + backward[(at + length) * states + to]!);
    for (let from = 0; from < states; from++) {
      let cost = from < columns ? model.further[at * columns + from]! + backward[(at + 1) * states + from]! : Infinity;
      for (let to = 0; to < states; to++)
        if (leave[to] !== Infinity)
          cost = sum(cost, sum(moveTo(at, from, to, false), moveTo(at, from, to, true)) + leave[to]!);
      backward[at * states + from] = cost;
    }
  }
  let whole = Infinity;
  for (let state = 0; state < states; state++) whole = sum(whole, forward[size * states + state]! + close[state]!);

  const chance = (cell: PlacedCell): number => {
    const end = cell.from + cell.joined;
    let arrive = cell.from === 0 ? moveTo(0, states, cell.column, true) : Infinity;
    for (let from = 0; cell.from > 0 && from < states; from++)
      arrive = sum(arrive, forward[cell.from * states + from]! + moveTo(cell.from, from, cell.column, cell.opensRow));
    let cost = arrive + emitAt(cell.from, cell.joined, cell.column) + backward[end * states + cell.column]!;
    for (let at = end; at < cell.to; at++) {
      const here = forward[at * states + cell.column]! + model.further[at * columns + cell.column]!;
      cost = Math.max(cost, here + backward[(at + 1) * states + cell.column]!);
    }
    return Math.min(1, Math.exp(whole - cost));
  };
  return cells.map(chance);
}
