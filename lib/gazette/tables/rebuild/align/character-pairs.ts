import type { Line } from '../../../line';

/**
 * Counts which characters stand side by side inside the lines of a source.
 * A broken line differs from two cells in that.
 */
export class CharacterPairs {
  private readonly pairs = new Map<string, number>();
  private readonly characters = new Map<string, number>();
  private total = 0;

  constructor(lines: readonly Line[]) {
    for (const { key } of lines) {
      for (let at = 0; at < key.length; at++) {
        this.characters.set(key[at]!, (this.characters.get(key[at]!) ?? 0) + 1);
        if (at > 0) this.pairs.set(key[at - 1]! + key[at]!, (this.pairs.get(key[at - 1]! + key[at]!) ?? 0) + 1);
      }
      this.total += key.length;
    }
  }

  /**
   * Cost in nats of reading two texts as one.
   * The pair across the break never occurs: 2.5. It occurs far more than by chance: −3.
   */
  straddling(first: string, second: string): number {
    const left = first.slice(-1);
    const right = second.slice(0, 1);
    const count = this.pairs.get(left + right) ?? 0;
    if (count === 0) return 2.5;
    const chance = ((this.characters.get(left) ?? 0) * (this.characters.get(right) ?? 0)) / Math.max(1, this.total);
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
