/** Pairs of characters of a text, with how often each stands there. */
export type PairCounts = ReadonlyMap<number, number>;

/** Pairs that are counted at most; of a longer text an even sample is, the same of every text. */
const MOST_PAIRS = 4000;

/** How finely a text has to be sampled: 1 counts every pair, 2 every other one, 4 … */
function gaugeOf(length: number): number {
  let gauge = 1;
  while (length / gauge > MOST_PAIRS) gauge *= 2;
  return gauge;
}

const scatter = (code: number): number => Math.imul(code ^ (code >>> 15), 0x2c1b3c6d) >>> 4;

function countPairs(text: string, gauge: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1);
    if (gauge > 1 && scatter(pair) % gauge !== 0) continue;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

const sumOf = (counts: PairCounts): number => {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
};

/** How much two texts have in common, 0 to 1 each. */
export interface Likeness {
  /** Of both together. */
  shared: number;
  /** Of the former: 1 where all of it stands in the other. */
  kept: number;
}

/** Something with words, compared by identity: what was counted of it is kept as long as it is. */
interface WithWords {
  words: string;
}

/** Counts what texts have in common, by the pairs of their characters. */
export class LikenessCounter {
  private readonly counted = new WeakMap<WithWords, Map<number, { counts: PairCounts; sum: number }>>();

  /** Compares two texts; the cost is bounded however long they are. */
  compare(former: WithWords, next: WithWords): Likeness {
    if (former.words === next.words) return { shared: 1, kept: 1 };
    const gauge = gaugeOf(Math.max(former.words.length, next.words.length));
    const one = this.countsOf(former, gauge);
    const other = this.countsOf(next, gauge);
    if (one.sum === 0 || other.sum === 0) return { shared: 0, kept: 0 };
    const [few, many] = one.counts.size < other.counts.size ? [one.counts, other.counts] : [other.counts, one.counts];
    let common = 0;
    for (const [pair, count] of few) common += Math.min(count, many.get(pair) ?? 0);
    return { shared: (2 * common) / (one.sum + other.sum), kept: common / one.sum };
  }

  private countsOf(text: WithWords, gauge: number): { counts: PairCounts; sum: number } {
    const ofText = this.counted.get(text) ?? new Map<number, { counts: PairCounts; sum: number }>();
    this.counted.set(text, ofText);
    const held = ofText.get(gauge);
    if (held) return held;
    const counts = countPairs(text.words, gauge);
    const counted = { counts, sum: sumOf(counts) };
    ofText.set(gauge, counted);
    return counted;
  }
}

/** Groups of characters by which texts with common words are found. */
const GROUP = 4;
const SKETCH = 24;
/** Texts that share one group, at most; a group of more says nothing. */
const CROWD = 64;

/** Lists the groups of a text with the smallest hashes: texts with common words share some. */
function sketch(text: string): number[] {
  const hashes = new Set<number>();
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = 0;
    for (let of = Math.max(0, at - GROUP + 1); of <= at; of++) hash = Math.imul(hash ^ text.charCodeAt(of), 0x01000193);
    if (at >= GROUP - 1) hashes.add(scatter(hash));
  }
  return [...hashes].sort((one, other) => one - other).slice(0, SKETCH);
}

/** Finds texts that may be alike, without comparing each with each. */
export class SketchIndex<Item> {
  private readonly items = new Map<number, Item[]>();

  add(item: Item, text: string): void {
    for (const hash of sketch(text)) {
      const there = this.items.get(hash);
      if (!there) this.items.set(hash, [item]);
      else if (there.length < CROWD) there.push(item);
    }
  }

  /** Lists what shares most with a text, best first. */
  find(text: string, most: number): Item[] {
    const hits = new Map<Item, number>();
    for (const hash of sketch(text))
      for (const item of this.items.get(hash) ?? []) hits.set(item, (hits.get(item) ?? 0) + 1);
    return [...hits]
      .sort(([, one], [, other]) => other - one)
      .slice(0, most)
      .map(([item]) => item);
  }
}
