import { ownScheme, type SharedScheme } from './scheme';

/**
 * Grams: the numbers by which the index finds a text. They are signed 32-bit integers, the elements
 * of PostgreSQL's int4[].
 *
 * - a pair of adjacent letters or digits of the basic plane: `first << 16 | second`. No pair
 * crosses punctuation or a blank;
 * - a single character, also punctuation: `(D800 + plane) << 16 | low half`. D800 to DFFF are
 * halves of surrogate pairs and no characters, so no pair has these numbers;
 * - a condition, such as the year 2022: D9C0 to DBFF, see `conditionCode`;
 * - a triple of adjacent letters: DC00 and above, see `tripleCode`.
 *
 * No two kinds share a number, and no two pairs or characters do. So the number of a pair proves
 * it; only for longer words the text has to be compared. Pairs alone would find these too, but
 * pairs of frequent characters are in every other section, and seldom adjacent: triples leave
 * hardly a section to be compared in vain.
 */

const SINGLES = 0xd800;
const CONDITIONS = 0xda00;
const TRIPLES = 0xdc00;
const TRIPLE_BITS = 18;

const letters = new Map<number, boolean>();

/** Whether pairs are formed with the character. */
function isLetter(point: number): boolean {
  if (point > 0xffff) return false;
  let known = letters.get(point);
  if (known === undefined) {
    known = /^[\p{L}\p{N}\p{M}]$/u.test(String.fromCharCode(point));
    letters.set(point, known);
  }
  return known;
}

const singleCode = (point: number): number => ((SINGLES + (point >> 16)) << 16) | (point & 0xffff);
const pairCode = (first: number, second: number): number => (first << 16) | second;

/**
 * Gives the code of a triple. Triples share a quarter of a million numbers: with a number for each
 * the index would be three times as large, and a triple only has to show in which texts that have
 * both pairs these overlap. The multipliers are those of Knuth's multiplicative hashing and of
 * xxHash.
 */
const tripleCode = (first: number, second: number, third: number): number =>
  (TRIPLES << 16) |
  (Math.imul(Math.imul(pairCode(first, second), 0x9e3779b1) + third, 0x85ebca77) >>> (32 - TRIPLE_BITS));

/** Whether it is the blank between Latin words, or the line break between heading and text. */
const isGap = (point: number): boolean => point === 0x20 || point === 0x0a;

/**
 * Lists the grams of a normalised text: its characters, pairs and triples, blanks left out.
 * @returns each once, ascending: the index sorts the numbers of a row, and sorted ones cost it
 * little
 */
export function listGrams(text: string): number[] {
  const codes = new Set<number>();
  // The two letters before; -1 where there is none.
  let before = -1;
  let beforeThat = -1;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!;
    if (point > 0xffff) at++;
    if (!isGap(point)) codes.add(singleCode(point));
    if (isLetter(point)) {
      if (before >= 0) codes.add(pairCode(before, point));
      if (beforeThat >= 0) codes.add(tripleCode(beforeThat, before, point));
      beforeThat = before;
      before = point;
    } else before = beforeThat = -1;
  }
  const sorted = new Int32Array(codes.size);
  let end = 0;
  for (const code of codes) sorted[end++] = code;
  return Array.from(sorted.sort());
}

/** The grams by which a word is looked for. */
export interface WordGrams {
  /** A text that lacks one of them does not contain the word. */
  codes: number[];
  /** How many of them, the first ones, are triples. A text that has these mostly has the word. */
  triples: number;
  /** Whether a text that has them all contains the word: it is one character or one pair. */
  exact: boolean;
}

/**
 * Gives the grams of a normalised word, the most selective first.
 *
 * These are triples, then pairs of less than four letters in a row, then single characters; of them
 * those that all rows have. They may be none.
 * @param scheme what the rows have that are searched; without it all
 */
export function gramsOf(word: string, scheme: SharedScheme = ownScheme): WordGrams {
  const points = [...word].map((character) => character.codePointAt(0)!);
  const triples = new Set<number>();
  const others = new Set<number>();
  const has = { character: scheme.has('character'), pair: scheme.has('pair'), triple: scheme.has('triple') };
  // A character that some rows spell in another way is in none of their grams.
  const isSpeltAlike = (point: number): boolean => !scheme.spelling?.to.includes(String.fromCodePoint(point));
  const isJoined = (point: number): boolean => isLetter(point) && isSpeltAlike(point);
  for (let at = 0, end = 0; at < points.length; at = end) {
    end = at + 1;
    if (isJoined(points[at]!)) while (end < points.length && isJoined(points[end]!)) end++;
    if (!isSpeltAlike(points[at]!)) continue;
    const length = end - at;
    if (has.character && (length === 1 || !has.pair) && !isGap(points[at]!))
      for (let next = at; next < end; next++) others.add(singleCode(points[next]!));
    // Two triples are selective enough: further codes take longer to look up than they save.
    if (has.pair && (length < 4 || !has.triple))
      for (let next = at; next + 1 < end; next++) others.add(pairCode(points[next]!, points[next + 1]!));
    if (has.triple)
      for (let next = at; next + 2 < end; next++)
        triples.add(tripleCode(points[next]!, points[next + 1]!, points[next + 2]!));
  }
  return { codes: [...triples, ...others], triples: triples.size, exact: isExact() };

  function isExact(): boolean {
    if (!points.every(isSpeltAlike)) return false;
    if (points.length === 1) return has.character && !points.some(isGap);
    return points.length === 2 && has.pair && points.every(isLetter);
  }
}

/** Lists the codes of all grams of some words, each once. */
export const codesOfWords = (words: readonly string[], scheme: SharedScheme = ownScheme): number[] => [
  ...new Set(words.flatMap((word) => gramsOf(word, scheme).codes)),
];

/** What a section or document can be limited to, besides its words; the numbers are stored. */
const CONDITION_KINDS = {
  year: 0,
  municipality: 1,
  issue: 2,
  agency: 3,
  genre: 4,
  place: 5,
  month: 6,
  day: 7,
  document: -1,
} as const;
const VALUE_BITS = 22;
/** Values of a kind that have codes of their own; greater ones share them. */
export const CONDITION_VALUES = 2 ** VALUE_BITS;

/**
 * Gives the code of a condition, which is stored among the grams of a text.
 *
 * So one look-up in the index finds words and conditions together. Words, and values from
 * CONDITION_VALUES on, may share a code: the condition itself is always checked too.
 * @param value a year, a month (see monthOf), a day (see dayOf), a row's id or a word
 */
export function conditionCode(kind: keyof typeof CONDITION_KINDS, value: number | string): number {
  const number = typeof value === 'number' ? value : hashOf(value);
  return ((CONDITIONS << 16) + (CONDITION_KINDS[kind] << VALUE_BITS) + (number & (CONDITION_VALUES - 1))) | 0;
}

/** Gives the month of a day: twelve times the year, plus 0 to 11. */
export const monthOf = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth();

/** Gives a day as a number: days since 1970. */
const dayOf = (day: Date): number => Math.floor(day.getTime() / 86_400_000);

/** Lists the codes of the year, the month and the day. */
export const periodCodes = (day: Date): number[] => [
  conditionCode('year', day.getUTCFullYear()),
  conditionCode('month', monthOf(day)),
  conditionCode('day', dayOf(day)),
];

/** Hashes a word by FNV-1a over its UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
