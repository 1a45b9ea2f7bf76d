import { sameWords } from '@/lib/search/synonyms/synonyms';
import { findSounding, listSyllableSounds } from '@/lib/search/text/sounds';
import { readHeldScheme } from '@/lib/db/search/planner/held-scheme';
import { query } from '@/lib/db/search/sql/pool';
import { titlesBySound } from './compared-words';

/** A word that typed pinyin may stand for. */
interface SpokenWord {
  word: string;
  /** Titles or documents of a frequent term that have it; none for a word of the synonyms alone. */
  documents: number;
}

const TERMS = `SELECT "matchTerm" AS term, "documents" FROM "SearchTerm" WHERE "kind" = 'term' AND char_length("matchTerm") = $1`;

/**
 * Lists words that typed pinyin may stand for, the most frequent first: of titles, else of frequent
 * terms; and of the synonyms.
 * @param ways as `cutPinyin` gives them
 */
export async function listSpokenWords(ways: readonly string[][]): Promise<SpokenWord[]> {
  if (ways.length === 0) return [];
  const counted = new Map<string, number>();
  const count = (words: readonly string[], documents: number): void => {
    for (const word of words) counted.set(word, (counted.get(word) ?? 0) + documents);
  };
  const scheme = await readHeldScheme();
  if (scheme.has('sound'))
    for (const { syllables, titles } of await Promise.all(
      ways.map(async (way) => ({ syllables: way, titles: await titlesBySound(listSyllableSounds(way)) })),
    ))
      for (const { text } of titles) count(findSounding(text, syllables), 1);
  // Terms have no index of sounds: all of one length are read, where no title has the word.
  if (counted.size === 0)
    for (const syllables of ways)
      for (const { term, documents } of await query<{ term: string; documents: number }>('terms-of-length', TERMS, [
        syllables.length,
      ]))
        count(findSounding(term, syllables), documents);
  for (const syllables of ways)
    for (const word of sameWords.keys()) if (word.length === syllables.length) count(findSounding(word, syllables), 0);
  return [...counted]
    .map(([word, documents]) => ({ word, documents }))
    .sort((one, other) => other.documents - one.documents);
}
