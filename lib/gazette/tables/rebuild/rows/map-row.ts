import type { ColumnProfiles } from '../column-profile';
import type { Token } from '../../tokens';

/** Columns for the cells of a short row. */
export interface Mapping {
  columns: number[];
  /**
   * How much dearer the next choice is, in nats: as a whole, or by what the cells themselves say,
   * whichever is less.
   */
  margin: number;
}

interface Choice {
  columns: number[];
  cost: number;
  /** Part of the cost that the cells themselves make. */
  cells: number;
}

/** Maps the cells of a short row onto columns `from`…, in order, at least cost. */
export function mapRow(
  cells: readonly (Token | null)[],
  profiles: ColumnProfiles,
  absent: readonly number[],
  from = 0,
): Mapping {
  const { count, table } = profiles;
  const own = new Float64Array(count);
  // The two cheapest ways that end with each cell in each column.
  let ways: Choice[][] = [];
  cells.forEach((cell, at) => {
    const next: Choice[][] = absent.map(() => []);
    if (cell) profiles.costs(table.features.of(cell), table.cost(table.features.of(cell)), own);
    else own.fill(0.5);
    for (let column = from + at; column <= count - (cells.length - at); column++) {
      const emit = own[column]! - Math.log(1 - absent[column]!);
      if (at === 0) {
        next[column]!.push({ columns: [column], cost: skipped(absent, from, column) + emit, cells: own[column]! });
        continue;
      }
      for (let before = from + at - 1; before < column; before++)
        for (const way of ways[before] ?? [])
          next[column]!.push({
            columns: [...way.columns, column],
            cost: way.cost + skipped(absent, before + 1, column) + emit,
            cells: way.cells + own[column]!,
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
  const [best, next] = found;
  if (!best || !next) return { columns: best?.columns ?? [], margin: Infinity };
  return { columns: best.columns, margin: Math.min(next.cost - best.cost, next.cells - best.cells) };
}

const cheapest = (ways: Choice[]): Choice[] => ways.sort((one, other) => one.cost - other.cost).slice(0, 2);

/** Cost of leaving out the columns from one to another. */
function skipped(absent: readonly number[], from: number, to: number): number {
  let cost = 0;
  for (let column = from; column < to; column++) cost -= Math.log(absent[column]!);
  return cost;
}
