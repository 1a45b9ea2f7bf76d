import { LikenessCounter, SketchIndex } from './likeness';
import type { Passage } from './passages';

/**
 * Likeness from which two documents without a common number or title are the same one. Short ones
 * share half of their words with any other: whom they are to, who signs.
 */
const ALIKE = 0.7;
const CANDIDATES = 4;

/**
 * Finds which of the next documents former ones are, by their words alone: a number or title was
 * corrected.
 * @returns of each former document the next one; null where nothing is alike
 */
export function pairByWords(
  former: readonly (readonly Passage[])[],
  next: readonly (readonly Passage[])[],
): (number | null)[] {
  if (former.length === 0 || next.length === 0) return former.map(() => null);
  const wordsOf = (passages: readonly Passage[]) => ({
    words: passages.flatMap(({ parent, body }) => (parent === -1 ? [body] : [])).join('\n'),
  });
  const texts = next.map(wordsOf);
  const index = new SketchIndex<number>();
  for (const [at, { words }] of texts.entries()) index.add(at, words);
  const counter = new LikenessCounter();
  const scored = former.flatMap((passages, at) => {
    const text = wordsOf(passages);
    return index.find(text.words, CANDIDATES).map((to) => ({ at, to, ...counter.compare(text, texts[to]!) }));
  });
  const pairs: (number | null)[] = former.map(() => null);
  const taken = new Set<number>();
  for (const { at, to, shared } of scored.sort((one, other) => other.shared - one.shared)) {
    if (shared < ALIKE || pairs[at] !== null || taken.has(to)) continue;
    pairs[at] = to;
    taken.add(to);
  }
  return pairs;
}
