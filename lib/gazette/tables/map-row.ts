import type { ColumnProfile, Features } from './columns';
import type { Token } from './tokens';

/** Columns for the cells of a short row, and how much dearer the next choice is, in nats. */
export interface Mapping {
  columns: number[];
  margin: number;
}

interface Choice {
  columns: number[];
  cost: number;
}

/** Maps the cells of a short row onto columns `from`…, in order, at least cost. */
export function mapRow(
  cells: readonly (Token | null)[],
  profiles: readonly ColumnProfile[],
  features: Features,
  absent: readonly number[],
  from = 0,
): Mapping {
  const count = profiles.length;
  // The two cheapest ways that end with each cell in each column.
  let ways: Choice[][] = [];
  cells.forEach((cell, at) => {
    const next: Choice[][] = profiles.map(() => []);
    for (let column = from + at; column <= count - (cells.length - at); column++) {
      const emit = (cell ? profiles[column]!.cost(features.of(cell), 0) : 0.5) - Math.log(1 - absent[column]!);
      if (at === 0) {
        next[column]!.push({ columns: [column], cost: skipped(absent, from, column) + emit });
        continue;
      }
      for (let before = from + at - 1; before < column; before++)
        for (const way of ways[before] ?? [])
          next[column]!.push({
            columns: [...way.columns, column],
            cost: way.cost + skipped(absent, before + 1, column) + emit,
          });
      next[column] = cheapest(next[column]!);
    }
    ways = next;
  });
  const found = cheapest(
    ways.flatMap((some, column) =>
      some.map((way) => ({ ...way, cost: way.cost + skipped(absent, column + 1, count) })),
    ),
  );
  return { columns: found[0]?.columns ?? [], margin: (found[1]?.cost ?? Infinity) - (found[0]?.cost ?? 0) };
}

const cheapest = (ways: Choice[]): Choice[] => ways.sort((one, other) => one.cost - other.cost).slice(0, 2);

/** Cost of leaving out the columns from one to another. */
function skipped(absent: readonly number[], from: number, to: number): number {
  let cost = 0;
  for (let column = from; column < to; column++) cost -= Math.log(absent[column]!);
  return cost;
}
