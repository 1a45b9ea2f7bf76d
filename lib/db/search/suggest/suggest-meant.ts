import { findRespellings } from '@/lib/search/near/misspelt';
import { cutTypedPinyin } from '@/lib/search/near/typed-pinyin';
import { normalise } from '@/lib/search/text/normalise';
import { listCompared } from '@/lib/db/search/results/compared-words';
import { listSpokenWords } from '@/lib/db/search/results/spoken-words';

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
 * dibao, and diba while it is typed, is 低保; 扬老 is 养老. It takes a fixed number of
 * statements.
 */
export async function listMeant(typed: string): Promise<MeantWord[]> {
  const ways = cutTypedPinyin(typed);
  if (ways.length > 0) {
    const spoken = await listSpokenWords(ways);
    return spoken.slice(0, WORDS_LIMIT).map(({ word, documents }) => ({ word, isHeld: documents > 0 }));
  }
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
