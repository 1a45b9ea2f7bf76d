import { findRespellings } from '@/lib/search/near/misspelt';
import { cutTypedPinyin } from '@/lib/search/near/typed-pinyin';
import { sameWords } from '@/lib/search/synonyms/synonyms';
import { normalise } from '@/lib/search/text/normalise';
import { findSounding, listSyllableSounds } from '@/lib/search/text/sounds';
import { listCompared, titlesBySound } from '@/lib/db/search/results/compared-words';
import { readHeldScheme } from '@/lib/db/search/planner/held-scheme';
import { query } from '@/lib/db/search/sql/pool';

/** Words that are suggested for a text that nothing has. */
const WORDS_LIMIT = 3;
/** Characters of a misspelt word. */
const SHORTEST = 2;
const LONGEST = 20;

/** A word that a text may stand for. */
interface MeantWord {
  word: string;
  /** Whether titles or frequent terms have it. */
  isHeld: boolean;
}

/**
 * Lists words that a text may stand for which nothing has, the likeliest first.
 *
 * dibao, and diba while it is typed, is 低保; 扬老 is 养老. It takes a fixed number of statements.
 */
export async function listMeant(typed: string): Promise<MeantWord[]> {
  const ways = cutTypedPinyin(typed);
  if (ways.length > 0) return rank(await Promise.all(ways.map(listSpoken)));
  const word = normalise(typed);
  const length = [...word].length;
  if (length < SHORTEST || length > LONGEST || !/^\p{Script=Han}+$/u.test(word)) return [];
  const compared = await listCompared(word, length);
  const found = compared.flatMap(({ text }) => findRespellings(text, word));
  const near = found.sort((one, other) => nearness(one) - nearness(other));
  return [...new Set(near.map(({ word: other }) => other))]
    .slice(0, WORDS_LIMIT)
    .map((other) => ({ word: other, isHeld: true }));
}

const nearness = ({ kind, differences }: { kind: 'wrong' | 'sound'; differences: number }): number =>
  differences + (kind === 'sound' ? 0 : 0.5);

/** A word, and how often it was met. */
type Counted = ReadonlyMap<string, number>;

const TERMS = `SELECT "matchTerm" AS term, "documents" FROM "SearchTerm" WHERE "kind" = 'term' AND char_length("matchTerm") = $1`;
/** A word of the table of synonyms is one that people type, but perhaps none that is held. */
const KNOWN_WORD = 0.5;

/** Counts the words of titles, frequent terms and synonyms that sound like syllables. */
async function listSpoken(syllables: readonly string[]): Promise<Counted> {
  const scheme = await readHeldScheme();
  const [titles, terms] = await Promise.all([
    scheme.has('sound') ? titlesBySound(listSyllableSounds(syllables)) : [],
    query<{ term: string; documents: number }>('terms-of-length', TERMS, [syllables.length]),
  ]);
  const counted = new Map<string, number>();
  const count = (words: readonly string[], times: number) => {
    for (const word of words) counted.set(word, (counted.get(word) ?? 0) + times);
  };
  for (const { text } of titles) count(findSounding(text, syllables), 1);
  for (const { term, documents } of terms) count(findSounding(term, syllables), documents);
  for (const word of sameWords.keys())
    if (word.length === syllables.length) count(findSounding(word, syllables), KNOWN_WORD);
  return counted;
}

const rank = (counted: readonly Counted[]): MeantWord[] => {
  const words = counted.flatMap((some) => [...some]).sort(([, one], [, other]) => other - one);
  return [...new Map(words).entries()].slice(0, WORDS_LIMIT).map(([word, count]) => ({ word, isHeld: count >= 1 }));
};
