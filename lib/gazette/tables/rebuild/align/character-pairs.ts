import type { Line } from '../../../line';

/** Counts of whole numbers below 2^32, without an object for each. */
class Counts {
  private keys = new Uint32Array(1024);
  private counts = new Int32Array(1024);
  private used = 0;

  private placeOf(key: number): number {
    const mask = this.keys.length - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.counts[place]! > 0 && this.keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Uint32Array(keys.length * 4);
    this.counts = new Int32Array(keys.length * 4);
    for (let at = 0; at < keys.length; at++) {
      if (counts[at] === 0) continue;
      const place = this.placeOf(keys[at]!);
      this.keys[place] = keys[at]!;
      this.counts[place] = counts[at]!;
    }
  }

  add(key: number): void {
    if (this.used * 2 > this.keys.length) this.grow();
    const place = this.placeOf(key);
    if (this.counts[place] === 0) {
      this.keys[place] = key;
      this.used++;
    }
    this.counts[place]!++;
  }

  of(key: number): number {
    return this.counts[this.placeOf(key)]!;
  }
}

const pairOf = (left: number, right: number): number => ((left << 16) | right) >>> 0;

/**
 * Counts which characters stand side by side inside the lines of a source.
 * A broken line differs from two cells in that.
 */
export class CharacterPairs {
  private readonly pairs = new Counts();
  private readonly characters = new Counts();
  private total = 0;

  constructor(lines: readonly Line[]) {
    for (const { key } of lines) {
      for (let at = 0; at < key.length; at++) {
        this.characters.add(key.charCodeAt(at));
        if (at > 0) this.pairs.add(pairOf(key.charCodeAt(at - 1), key.charCodeAt(at)));
      }
      this.total += key.length;
    }
  }

  /**
   * Cost in nats of reading two texts as one.
   * The pair across the break never occurs: 2.5. It occurs far more than by chance: −3.
   */
  straddling(first: string, second: string): number {
    const left = first.charCodeAt(first.length - 1);
    const right = second.charCodeAt(0);
    const count = this.pairs.of(pairOf(left, right));
    if (count === 0) return 2.5;
    const chance = (this.characters.of(left) * this.characters.of(right)) / Math.max(1, this.total);
    return count >= 2 && count > 12 * chance ? -3 : 0;
  }
}

const cache = new WeakMap<readonly Line[], CharacterPairs>();

/** Gives the pairs of a source's lines, counted once. */
export function characterPairsOf(lines: readonly Line[]): CharacterPairs {
  const known = cache.get(lines);
  if (known) return known;
  const counted = new CharacterPairs(lines);
  cache.set(lines, counted);
  return counted;
}
