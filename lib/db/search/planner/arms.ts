import { gramsOf, type WordGrams } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';

/** Alternatives of a word, at least one, all normalised: any of them will do. */
export type Alternatives = readonly string[];

/** Arms of a search, at most; a word that would make more is left to the text. */
const ARMS_LIMIT = 8;

/**
 * Lists the arms of a search: one alternative of each word, in all combinations.
 *
 * Every hit has all grams of at least one arm. Words with an alternative that has no grams are left
 * out, and so are those that would make too many arms.
 * @returns one arm without grams where no word has any
 */
export function listArms(words: readonly Alternatives[], scheme: SharedScheme): WordGrams[][] {
  let arms: WordGrams[][] = [[]];
  const byCount = words
    .map((alternatives) => alternatives.map((word) => gramsOf(word, scheme)))
    .sort((one, other) => one.length - other.length);
  for (const grams of byCount) {
    if (grams.length * arms.length > ARMS_LIMIT || grams.some(({ codes }) => codes.length === 0)) continue;
    arms = arms.flatMap((arm) => grams.map((each) => [...arm, each]));
  }
  return arms;
}

/** Lists the codes of each arm, with those of conditions. */
export function codesOfArms(
  words: readonly Alternatives[],
  scheme: SharedScheme,
  conditions: readonly number[] = [],
): number[][] {
  return listArms(words, scheme).map((arm) => [...new Set([...arm.flatMap(({ codes }) => codes), ...conditions])]);
}

/**
 * Makes the function that says whether arms that the index has found prove a word: in each of them
 * some alternative is proved by its codes.
 */
export function provedBy(arms: readonly (readonly number[])[], scheme: SharedScheme): (word: Alternatives) => boolean {
  const present = arms.map((codes) => new Set(codes));
  return (word) => {
    const exact = word.map((alternative) => gramsOf(alternative, scheme)).filter((grams) => grams.exact);
    return (
      present.length > 0 &&
      present.every((codes) => exact.some((grams) => grams.codes.every((code) => codes.has(code))))
    );
  };
}
