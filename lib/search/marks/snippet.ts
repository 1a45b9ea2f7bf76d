import { normaliseWithOffsets, sourceRange, type Range } from '@/lib/search/text/normalise';

/** A cut of a text. Marks are stretches of `text` (UTF-16 units), ascending and apart. */
export interface Snippet {
  text: string;
  marks: Range[];
  /** True where the source goes on before the first and after the last character shown. */
  cutBefore: boolean;
  cutAfter: boolean;
}

const WORDS_BEFORE_HIT = 15;

/**
 * Takes a text and the normalised words searched for; gives about `length` characters around the
 * place where most different words meet, with every occurrence marked. Without an occurrence it is
 * the beginning of the text, unmarked.
 */
export function makeSnippet(source: string, words: string[], length = 90): Snippet {
  const hits = findNear(source, words, length) ?? findWords(source, words);
  const first = bestStart(hits, length);
  const start = first > WORDS_BEFORE_HIT ? atCharacter(source, first - WORDS_BEFORE_HIT) : 0;
  const cutAt = Math.min(source.length, start + length);
  // A word that was found is not cut in two, unless it is very long.
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
 * Takes a heading or title and the normalised words; gives the stretches to mark, ascending and
 * apart.
 */
export function markWords(source: string, words: string[]): Range[] {
  return mergeRanges(findWords(source, words));
}

/**
 * The same for what a snippet can show, where the words stand in the source as they were
 * normalised, which nearly all do: looks at the stretch around the place where most of them meet,
 * and normalises no more. Null where that does not show them.
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

/** Start of the hit from which a window of `length` sees most different words, then most hits. */
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

/** Moves off the middle of a surrogate pair. */
function atCharacter(source: string, index: number): number {
  return /[\udc00-\udfff]/.test(source.charAt(index)) && /[\ud800-\udbff]/.test(source.charAt(index - 1))
    ? index - 1
    : index;
}
