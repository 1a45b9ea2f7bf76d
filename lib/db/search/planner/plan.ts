import { gramsOf, type WordGrams } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { listArms, type Alternatives } from './arms';
import type { Frequencies, SearchedText } from './frequencies';

/**
 * What is estimated of a search before it begins.
 *
 * Its candidates are the rows that have all codes of one of its arms. Some of them do not have the
 * words.
 */
export interface Plan {
  /**
   * The rarest codes of words and conditions for each combination of alternatives, at most
   * CODES_LIMIT; none where one of them has no codes.
   */
  arms: number[][];
  /** Rows that are searched. */
  rows: number;
  /** The share of candidates among the rows, at most; that of each arm summed up. */
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
  words: readonly Alternatives[],
  scope: { codes: number[]; scheme: SharedScheme },
  target: SearchedText,
  frequencies: Frequencies,
): Plan {
  const shareOf = (code: number): number => Math.max(LEAST_SHARE, frequencies.shareOf(code, target));
  const arms = listArms(words, scope.scheme).map((arm) => planArm(arm, scope.codes, shareOf));
  const rate = sum(arms, (arm) => arm.rate);
  return {
    arms: arms.some(({ codes }) => codes.length === 0) ? [] : arms.map(({ codes }) => codes),
    rows: frequencies.rowsOf(target),
    most: Math.min(
      1,
      sum(arms, ({ most }) => most),
    ),
    rate: Math.min(1, rate),
    worth: sum(arms, (arm) => arm.worth * arm.rate) / rate,
    shareOfMonth: (month) => Math.max(LEAST_SHARE, frequencies.shareOfMonth(month, target)),
  };
}

/**
 * Puts the most frequent alternative of each word first: most candidates have that one, and a text
 * that has it is not asked for the others.
 */
export function frequentFirst(
  words: readonly Alternatives[],
  scheme: SharedScheme,
  target: SearchedText,
  frequencies: Frequencies,
): Alternatives[] {
  const chance = chanceOf((code) => Math.max(LEAST_SHARE, frequencies.shareOf(code, target)));
  return words.map((alternatives) =>
    alternatives
      .map((word) => ({ word, rate: chance(gramsOf(word, scheme)) }))
      .sort((one, other) => other.rate - one.rate)
      .map(({ word }) => word),
  );
}

type Arm = Pick<Plan, 'most' | 'rate' | 'worth'> & { codes: number[] };

const sum = (arms: readonly Arm[], figure: (arm: Arm) => number): number =>
  arms.reduce((total, arm) => total + figure(arm), 0);

function planArm(grams: readonly WordGrams[], conditions: number[], shareOf: (code: number) => number): Arm {
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
    most,
    rate: Math.sqrt(most * byChance),
    worth: Math.min(
      1,
      ...grams.map(({ exact, triples }) => (exact ? 1 : triples > 0 ? TRIPLES_WORTH : UNPROVED_WORTH)),
    ),
  };
}
