import { gramsOf, type WordGrams } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';
import type { Frequencies, SearchedText } from './frequencies';

/**
 * What is estimated of a search before it begins.
 *
 * Its candidates are the rows that have all its codes. Some of them do not have the words.
 */
export interface Plan {
  /** The rarest codes of words and conditions, at most CODES_LIMIT; empty where they have none. */
  codes: number[];
  /** Rows that are searched. */
  rows: number;
  /** The share of candidates among the rows, at most. */
  most: number;
  /** The estimated share of candidates; exact for one pair or character. */
  rate: number;
  /** The estimated share of hits among the candidates. */
  worth: number;
  /** Gives the share of the rows that are of a month. */
  shareOfMonth: (month: number) => number;
}

/** Codes of a statement; more would not narrow it down further. */
const CODES_LIMIT = 12;
/** The share of hits among rows that have the triples of a word: these are mostly adjacent. */
const TRIPLES_WORTH = 0.9;
/** The same for pairs and signs, of which it is not known. */
const UNPROVED_WORTH = 0.5;

/** The least share: a sample cannot distinguish less from nothing. */
const LEAST_SHARE = 0.0001;

/** Estimates the share of rows that have all codes of a word. */
const chanceOf =
  (shareOf: (code: number) => number) =>
  ({ codes, triples }: WordGrams): number =>
    triples > 0
      ? Math.min(...codes.slice(0, triples).map(shareOf))
      : codes.reduce((product, code) => product * shareOf(code), 1);

/**
 * Estimates a search by the frequencies of its codes.
 * @param scope codes of conditions, and what all rows are found by
 * @param target where the words are looked for
 */
export function makePlan(
  words: string[],
  scope: { codes: number[]; scheme: SharedScheme },
  target: SearchedText,
  frequencies: Frequencies,
): Plan {
  const { codes: conditions, scheme } = scope;
  const shareOf = (code: number): number => Math.max(LEAST_SHARE, frequencies.shareOf(code, target));
  const grams = words.map((word) => gramsOf(word, scheme));
  const codes = [...new Set([...grams.flatMap((gram) => gram.codes), ...conditions])];
  codes.sort((one, other) => shareOf(one) - shareOf(other));
  const most = shareOf(codes[0] ?? 0);
  // Words of one search occur together more often than independent ones, but not always: the
  // estimate lies halfway between the two.
  const byChance = [...grams.map(chanceOf(shareOf)), ...conditions.map(shareOf)].reduce(
    (product, chance) => product * chance,
    1,
  );
  return {
    codes: codes.slice(0, CODES_LIMIT),
    rows: frequencies.rowsOf(target),
    most,
    rate: Math.sqrt(most * byChance),
    worth: Math.min(
      1,
      ...grams.map(({ exact, triples }) => (exact ? 1 : triples > 0 ? TRIPLES_WORTH : UNPROVED_WORTH)),
    ),
    shareOfMonth: (month) => Math.max(LEAST_SHARE, frequencies.shareOfMonth(month, target)),
  };
}
