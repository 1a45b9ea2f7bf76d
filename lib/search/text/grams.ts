/**
 * The numbers under which a text is found: signed 32-bit integers, as PostgreSQL's int4[] holds
 * them.
 *
 * - a pair of neighbouring letters or digits of the basic plane: `first << 16 | second`. No pair
 * crosses punctuation or a blank;
 * - a single character, punctuation too: the halves of surrogate pairs (D800 to DFFF) are no
 * characters, so numbers that begin with them are free: `(D800 + plane) << 16 | low half`;
 * - a condition, such as the year 2022: D9C0 to DBFF, see `conditionCode`;
 * - a triple of neighbouring letters: DC00 and above, see `tripleCode`.
 *
 * No two of different kinds share a number, and no two pairs or characters. So a pair is proved by
 * its number alone; only longer words need a look at the text. Pairs alone would find these too,
 * but those of frequent characters stand in every other section, and seldom side by side: triples
 * leave hardly a section to look at in vain.
 */

const SINGLES = 0xd800;
const CONDITIONS = 0xda00;
const TRIPLES = 0xdc00;
const TRIPLE_BITS = 18;

const letters = new Map<number, boolean>();

/** Whether pairs are made of the character. */
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
 * Triples share a quarter of a million numbers: each its own would make the index three times as
 * large, and they only have to tell, of the texts that have both pairs, in which these overlap. The
 * multipliers are those of Knuth's multiplicative hashing and of xxHash.
 */
const tripleCode = (first: number, second: number, third: number): number =>
  (TRIPLES << 16) |
  (Math.imul(Math.imul(pairCode(first, second), 0x9e3779b1) + third, 0x85ebca77) >>> (32 - TRIPLE_BITS));

/** The blank between Latin words and the line break between heading and text. */
const isGap = (point: number): boolean => point === 0x20 || point === 0x0a;

/**
 * Takes normalised text; gives the set of all its single characters, pairs and triples, blanks left
 * out, in order: the index sorts the numbers of each row, which takes longer than all the rest of
 * it unless they are sorted already.
 */
export function listGrams(text: string): number[] {
  const codes = new Set<number>();
  // The letters before, -1 where there are none.
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

/** What a word is looked for by. */
export interface WordGrams {
  /** A text without one of these does not contain the word. */
  codes: number[];
  /**
   * How many of them, the first ones, are triples: where a text has these, it mostly has the others
   * and the word.
   */
  triples: number;
  /** A text with all of these contains it: it is one character, or one pair. */
  exact: boolean;
}

/**
 * Takes a normalised word; gives codes that name all of it, the telling ones first: triples; pairs
 * of less than four letters in a row; single characters.
 */
export function gramsOf(word: string): WordGrams {
  const points = [...word].map((character) => character.codePointAt(0)!);
  const triples = new Set<number>();
  const others = new Set<number>();
  for (let at = 0, end = 0; at < points.length; at = end) {
    end = at + 1;
    if (isLetter(points[at]!)) while (end < points.length && isLetter(points[end]!)) end++;
    if (end === at + 1 && !isGap(points[at]!)) others.add(singleCode(points[at]!));
    // Two triples tell enough: what more is asked for takes longer to look up than it saves.
    if (end - at < 4)
      for (let next = at; next + 1 < end; next++) others.add(pairCode(points[next]!, points[next + 1]!));
    for (let next = at; next + 2 < end; next++)
      triples.add(tripleCode(points[next]!, points[next + 1]!, points[next + 2]!));
  }
  return {
    codes: [...triples, ...others],
    triples: triples.size,
    exact: points.length === 1 ? !points.some(isGap) : points.length === 2 && points.every(isLetter),
  };
}

/** Takes words; gives the codes of all, each once. */
export const codesOfWords = (words: readonly string[]): number[] => [
  ...new Set(words.flatMap((word) => gramsOf(word).codes)),
];

/** What a section or document can be limited to, beside its words. A new one is a new number. */
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
/** So many values of a kind have codes of their own; the next ones begin again. */
export const CONDITION_VALUES = 2 ** VALUE_BITS;

/**
 * The code of a condition: it stands beside the pairs of a text, so that one look into the index
 * finds words and conditions. Takes a year, a month (twelve times the year, and 0 to 11), a day
 * (since 1970), a row's id, or a word, whose code it may share with another one: the condition
 * itself is always checked too.
 */
export function conditionCode(kind: keyof typeof CONDITION_KINDS, value: number | string): number {
  const number = typeof value === 'number' ? value : hashOf(value);
  return ((CONDITIONS << 16) + (CONDITION_KINDS[kind] << VALUE_BITS) + (number & (CONDITION_VALUES - 1))) | 0;
}

/** Takes a day; gives its month as `conditionCode` counts months. */
export const monthOf = (day: Date): number => day.getUTCFullYear() * 12 + day.getUTCMonth();

/** Takes a day; gives it as `conditionCode` counts days. */
export const dayOf = (day: Date): number => Math.floor(day.getTime() / 86_400_000);

/**
 * The codes of the year, the month and the day: a search by date looks at one such period after the
 * other.
 */
export const periodCodes = (day: Date): number[] => [
  conditionCode('year', day.getUTCFullYear()),
  conditionCode('month', monthOf(day)),
  conditionCode('day', dayOf(day)),
];

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
