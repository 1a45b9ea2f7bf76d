/** Gives the next number of a row, from 0 up to 1. */
export type Random = () => number;

/**
 * Makes a sequence of random numbers from a 32-bit seed.
 * It is the same on every machine (the generator known as mulberry32).
 */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Makes one seed from numbers and words.
 * Each part of a corpus can then be made without the others.
 */
export function seedOf(...parts: (number | string)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join(' ')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** A whole number, ends included. */
export const integer = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1));

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/**
 * Lengths of texts: many short ones, few long ones. `spread` is the standard deviation of the
 * logarithm.
 */
export function logNormal(random: Random, mean: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return mean * Math.exp(spread * normal - (spread * spread) / 2);
}

/**
 * Prepares a weighted choice (Vose's alias method: no search at each pick).
 * @param weights how often each thing is picked
 * @returns what picks the index of a thing
 */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const share = weights.map((weight) => weight / mean);
  const alias = weights.map((_weight, at) => at);
  const small = [...share.keys()].filter((at) => share[at]! < 1);
  const large = [...share.keys()].filter((at) => share[at]! >= 1);
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop()!, large.at(-1)!];
    alias[less] = more;
    share[more] = share[more]! + share[less]! - 1;
    if (share[more] < 1) small.push(large.pop()!);
  }
  return (random) => {
    const drawn = random() * share.length;
    const at = Math.floor(drawn);
    return drawn - at < share[at]! ? at : alias[at]!;
  };
}

/**
 * Picks by rank as words of natural text are met (Zipf's law): the tenth about a tenth as often as
 * the first.
 */
export const zipf = (count: number, shift = 0): ((random: Random) => number) =>
  weighted(Array.from({ length: count }, (_each, rank) => 1 / (rank + 1 + shift)));
