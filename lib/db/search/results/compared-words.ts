import { gramsWithoutOne } from '@/lib/search/near/misspelt';
import { listTypedSounds } from '@/lib/search/text/sounds';
import { readHeldScheme } from '@/lib/db/search/planner/held-scheme';
import { query } from '@/lib/db/search/sql/pool';
import { endOfPrefix } from './numbers';

/** A title or term with which a misspelt word is compared. */
export interface Compared {
  /** Of a document; null for a term. */
  id: number | null;
  text: string;
}

/** Titles and terms of each statement that are compared with a word. */
const COMPARED_LIMIT = 200;
const BY_SOUND = `SELECT "id", "matchTitle" AS text FROM "Document" WHERE "titleSounds" @> $1::int[] LIMIT ${COMPARED_LIMIT}`;
const BY_GRAMS = `SELECT "id", "matchTitle" AS text FROM "Document" WHERE "titleGrams" @> $1::int[] LIMIT ${COMPARED_LIMIT}`;
const BY_BEGINNING = `SELECT NULL::int AS id, "matchTerm" AS text FROM "SearchTerm"
  WHERE "matchTerm" ~>=~ $1 AND "matchTerm" ~<~ $2 AND char_length("matchTerm") = $3 LIMIT ${COMPARED_LIMIT}`;

/** Lists titles that may have these sounds one after the other. */
export const titlesBySound = async (sounds: number[]): Promise<Compared[]> =>
  sounds.length > 0 ? query<Compared>('titles-by-sound', BY_SOUND, [sounds]) : [];

/**
 * Lists titles and terms that may have what a misspelt word stands for, each once: by its sounds,
 * by its other characters, by its first half.
 */
export async function listCompared(word: string, length: number): Promise<Compared[]> {
  const scheme = await readHeldScheme();
  const half = [...word].slice(0, Math.ceil(length / 2)).join('');
  const lists = await Promise.all([
    scheme.has('sound') ? titlesBySound(listTypedSounds(word)) : [],
    ...gramsWithoutOne(word, scheme).map(async (grams) => query<Compared>('titles-by-grams', BY_GRAMS, [grams])),
    query<Compared>('terms-by-beginning', BY_BEGINNING, [half, endOfPrefix(half), length]),
  ]);
  const byText = new Map(lists.flat().map((compared) => [`${compared.id ?? ''} ${compared.text}`, compared]));
  return [...byText.values()];
}
