/** Middle and ends of some figures. */
export interface Spread {
  median: number;
  least: number;
  most: number;
}

/**
 * Computes the middle and the ends of at least one figure.
 * The middle of two is their mean.
 */
export function spreadOf(figures: readonly number[]): Spread {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { median, least: sorted[0]!, most: sorted.at(-1)! };
}

/** Median of one figure of each element. */
export const medianOf = <Item>(items: readonly Item[], figure: (item: Item) => number): number =>
  spreadOf(items.map(figure)).median;

/**
 * Computes a percentile.
 * @returns the smallest figure that `share` of them do not exceed
 */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Milliseconds. */
export interface Times {
  p50: number;
  p95: number;
  worst: number;
}

/** Gives the percentiles of some times. */
export const timesOf = (figures: readonly number[]): Times => ({
  p50: percentile(figures, 0.5),
  p95: percentile(figures, 0.95),
  worst: percentile(figures, 1),
});
