import { AGENCY_ROWS } from './rows/agencies';
import { CITY_GROUPS } from './rows/city';
import type { SynonymGroup } from './rows/group';
import { LIFE_GROUPS } from './rows/life';
import { NEAR_GROUPS } from './rows/near';

/** A row of the table of synonyms. */
interface SynonymRow extends Pick<SynonymGroup, 'kind' | 'reason'> {
  words: string[];
}

const wordsOf = (line: string): string[] => line.trim().split(/\s+/u);
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/**
 * Lists all rows, those of agencies made by their rule.
 *
 * A word is in one exact or oneWay row at most, so that no search goes from word to word.
 */
export function listSynonymRows(): SynonymRow[] {
  const written = [...LIFE_GROUPS, ...CITY_GROUPS, ...NEAR_GROUPS].flatMap(({ kind, reason, rows }) =>
    linesOf(rows).map((line) => ({ kind, reason, words: wordsOf(line) })),
  );
  const ofAgencies = linesOf(AGENCY_ROWS).flatMap((line) => {
    const [stems = '', endings = ''] = line.split('|');
    return wordsOf(endings).map((ending): SynonymRow => ({
      kind: 'exact',
      reason: '机构简称',
      words: nameAgencies(wordsOf(stems), ending),
    }));
  });
  return [...written, ...ofAgencies];
}

const nameAgencies = (stems: readonly string[], ending: string): string[] => {
  if (ending === '-') return [...stems];
  const names = stems.map((stem) => stem + ending);
  return ending === '委' ? [...names, ...names.slice(1).map((name) => `${name}员会`)] : names;
};

/** The words that each word leads to. */
type Lexicon = ReadonlyMap<string, readonly string[]>;

function collect(kinds: readonly SynonymRow['kind'][]): Lexicon {
  const lexicon = new Map<string, string[]>();
  for (const { kind, words } of listSynonymRows()) {
    if (!kinds.includes(kind)) continue;
    for (const word of kind === 'exact' ? words : words.slice(0, 1))
      lexicon.set(word, [...(lexicon.get(word) ?? []), ...words.filter((other) => other !== word)]);
  }
  return lexicon;
}

/** Words for the same thing, by each word. */
export const sameWords: Lexicon = collect(['exact', 'oneWay']);

const relatedWords: Lexicon = collect(['related']);

/** Lists words that are near a word and not the same. */
export const listRelated = (word: string): readonly string[] => relatedWords.get(word) ?? [];
