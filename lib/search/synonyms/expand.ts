import { normalise, type Range } from '@/lib/search/text/normalise';
import { sameWords } from './synonyms';

/** What a reader has taken off the other words that are looked for. */
export interface Expansion {
  /** All of it: what was typed stands for itself alone. */
  isOff: boolean;
  /** These words, normalised. */
  off: string[];
}

/** Names that the corpus defines, by their short forms (以下简称). */
export type DefinedWords = ReadonlyMap<string, string>;

const none: DefinedWords = new Map();

/** Alternatives of a word, the typed one among them. */
const ALTERNATIVES_LIMIT = 4;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const longest = Math.max(...[...sameWords.keys()].map((word) => word.length));

/**
 * Lists other words for a typed one: 最低生活保障标准 for 低保标准.
 *
 * Those of the word itself, else of the words inside it that begin and end where words do.
 * @param word normalised
 * @param expansion what was taken off
 */
export function expandWord(word: string, expansion: Expansion, defined = none): string[] {
  if (expansion.isOff) return [];
  const name = defined.get(word);
  const found = [...(sameWords.get(word) ?? []), ...(name === undefined ? [] : [name])];
  return choose(word, found.length > 0 ? found : listInside(word), expansion);
}

/** Takes the first ones that find more: what contains another alternative is found by that. */
function choose(word: string, found: readonly string[], { off }: Expansion): string[] {
  const others = [...new Set(found.map(normalise))].filter((other) => !other.includes(word));
  const widest = others.filter((other) => !others.some((wider) => wider !== other && other.includes(wider)));
  return widest.filter((other) => !off.includes(other)).slice(0, ALTERNATIVES_LIMIT - 1);
}

/** Lists the word with one of the words inside it replaced. */
function listInside(word: string): string[] {
  const inside: string[] = [];
  for (const { start, end } of wordsInside(word))
    for (const other of sameWords.get(word.slice(start, end))!)
      if (!word.includes(other)) inside.push(word.slice(0, start) + other + word.slice(end));
  return inside;
}

/** Lists known words inside a word that begin and end where words do, the longest at each place. */
function wordsInside(word: string): Range[] {
  const known: Range[] = [];
  for (let start = 0; start < word.length; start++)
    for (let end = Math.min(word.length, start + longest); end > start + 1; end--)
      if (sameWords.has(word.slice(start, end))) known.push({ start, end });
  if (known.length === 0) return [];
  const edges = new Set([word.length, ...Array.from(segmenter.segment(word), ({ index }) => index)]);
  let last = 0;
  return known.filter(({ start, end }) => {
    const isTaken = start >= last && edges.has(start) && edges.has(end);
    if (isTaken) last = end;
    return isTaken;
  });
}
