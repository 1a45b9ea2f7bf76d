import { gramsOf, type WordGrams } from '@/lib/search/text/grams';
import type { Frequencies, SearchedText } from './frequencies';

/**
 * What is known of a search before it begins. Its candidates are the rows that have all codes; some
 * of them turn out not to have the words.
 */
export interface Plan {
  /** The rarest codes of words and conditions; empty where they have none. */
  codes: number[];
  /** Rows in which is looked. */
  rows: number;
  /** At most this share of the rows are candidates. */
  most: number;
  /** So large a share are, as far as can be told; exactly that for one pair or character. */
  rate: number;
  /** So large a share of the candidates are hits, as far as can be told. */
  worth: number;
  /** Share of the rows that are of a month. */
  shareOfMonth: (month: number) => number;
}

/** More codes narrow nothing down. */
const CODES_LIMIT = 12;
/**
 * Triples seldom stand in a row without being neighbours; of pairs and signs nobody knows how
 * often.
 */
const TRIPLES_WORTH = 0.9;
const UNPROVED_WORTH = 0.5;

/** A sample does not tell less from nothing. */
const LEAST_SHARE = 0.0001;

/** How many of the rows have the codes of a word, as far as can be told. */
const chanceOf =
  (shareOf: (code: number) => number) =>
  ({ codes, triples }: WordGrams): number =>
    triples > 0
      ? Math.min(...codes.slice(0, triples).map(shareOf))
      : codes.reduce((product, code) => product * shareOf(code), 1);

/** Takes words, codes of conditions, and where the words are looked for. */
export function makePlan(words: string[], conditions: number[], target: SearchedText, frequencies: Frequencies): Plan {
  const shareOf = (code: number): number => Math.max(LEAST_SHARE, frequencies.shareOf(code, target));
  const grams = words.map(gramsOf);
  const codes = [...new Set([...grams.flatMap((gram) => gram.codes), ...conditions])];
  codes.sort((one, other) => shareOf(one) - shareOf(other));
  const most = shareOf(codes[0] ?? 0);
  // Words that are looked for together stand together more often than chance has it, and not
  // always: halfway between these. Triples of one word overlap.
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
