/** Gives items in another order, the same for a seed on every machine. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  // A linear congruential generator: good enough to mix a handful.
  const next = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = next(at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
