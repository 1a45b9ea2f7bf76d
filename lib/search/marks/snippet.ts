import { normaliseWithOffsets, sourceRange, type Range } from '@/lib/search/text/normalise';

/** A cut of a text. Marks are ranges of `text`, ascending and disjoint. */
export interface Snippet {
  text: string;
  marks: Range[];
  /** Whether the source has text before the first character shown. */
  cutBefore: boolean;
  /** Whether it has text after the last one. */
  cutAfter: boolean;
}

const WORDS_BEFORE_HIT = 15;

/**
 * Cuts a text around the place where most different words are close together.
 * @param words normalised
 * @param length characters shown, about
 * @returns the beginning of the text, unmarked, where no word occurs
 */
export function makeSnippet(source: string, words: string[], length = 90): Snippet {
  const hits = findNear(source, words, length) ?? findWords(source, words);
  const first = bestStart(hits, length);
  const start = first > WORDS_BEFORE_HIT ? atCharacter(source, first - WORDS_BEFORE_HIT) : 0;
  const cutAt = Math.min(source.length, start + length);
  // A hit is not cut in two, unless it is very long.
  const across = hits.find((hit) => hit.start < cutAt && hit.end > cutAt && hit.end - cutAt < WORDS_BEFORE_HIT);
  const end = atCharacter(source, across?.end ?? cutAt);
  const cut = source.slice(start, end);
  const text = cut.trim();
  const shift = start + (cut.length - cut.trimStart().length);
  const marks = mergeRanges(hits)
    .map((hit) => ({ start: Math.max(0, hit.start - shift), end: Math.min(text.length, hit.end - shift) }))
    .filter((mark) => mark.start < mark.end);
  return { text, marks, cutBefore: source.slice(0, start).trim() !== '', cutAfter: source.slice(end).trim() !== '' };
}

/**
 * Gives the ranges of the words in a heading or title, ascending and disjoint.
 * @param words normalised
 */
export function markWords(source: string, words: string[]): Range[] {
  return mergeRanges(findWords(source, words));
}

/**
 * Does what findWords does, but normalises only the part that a snippet can show.
 *
 * Nearly all words stand in the source as they were normalised, and can be found there directly.
 * @returns null where that does not find them
 */
function findNear(source: string, words: string[], length: number): Hit[] | null {
  const margin = 2 * WORDS_BEFORE_HIT;
  if (source.length <= length + 2 * margin) return null;
  const plain: Hit[] = [];
  for (const word of words) {
    const before = plain.length;
    for (let at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + word.length))
      plain.push({ word, start: at, end: at + word.length });
    if (plain.length === before) return null;
  }
  const middle = bestStart(plain.sort(bySource), length);
  const from = atCharacter(source, Math.max(0, middle - margin));
  const to = atCharacter(source, Math.min(source.length, middle + length + margin));
  const hits = findWords(source.slice(from, to), words);
  if (!hits.some(({ start }) => start + from === middle)) return null;
  return hits.map(({ word, start, end }) => ({ word, start: start + from, end: end + from }));
}

const bySource = (one: Range, other: Range): number => one.start - other.start || one.end - other.end;

interface Hit extends Range {
  word: string;
}

function findWords(source: string, words: string[]): Hit[] {
  const normalised = normaliseWithOffsets(source);
  const hits: Hit[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = normalised.text.indexOf(word); at >= 0; at = normalised.text.indexOf(word, at + word.length)) {
      hits.push({ word, ...sourceRange(normalised, { start: at, end: at + word.length }) });
    }
  }
  return hits.sort(bySource);
}

/**
 * Gives the start of the hit from which `length` characters show most different words, then most
 * hits.
 */
function bestStart(hits: Hit[], length: number): number {
  let best = { start: 0, words: 0, hits: 0 };
  const counts = new Map<string, number>();
  let last = 0;
  for (const [index, hit] of hits.entries()) {
    for (; last < hits.length && (hits[last]?.end ?? 0) - hit.start <= length - WORDS_BEFORE_HIT; last++) {
      const word = hits[last]?.word ?? '';
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const seen = last - index;
    if (best.hits === 0 || counts.size > best.words || (counts.size === best.words && seen > best.hits)) {
      best = { start: hit.start, words: counts.size, hits: seen };
    }
    const left = (counts.get(hit.word) ?? 0) - 1;
    if (left > 0) counts.set(hit.word, left);
    else counts.delete(hit.word);
    last = Math.max(last, index + 1);
  }
  return best.start;
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of ranges) {
    const before = merged.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Moves an index out of the middle of a surrogate pair. */
function atCharacter(source: string, index: number): number {
  return /[\udc00-\udfff]/.test(source.charAt(index)) && /[\ud800-\udbff]/.test(source.charAt(index - 1))
    ? index - 1
    : index;
}
