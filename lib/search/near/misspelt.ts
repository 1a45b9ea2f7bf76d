import { gramsOf } from '@/lib/search/text/grams';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { soundAlike } from '@/lib/search/text/sounds';

/** A word of a text that a misspelt word may stand for. */
export interface Respelling {
  word: string;
  /** wrong: one character differs. sound: it sounds alike. */
  kind: 'wrong' | 'sound';
  /** Characters that differ. */
  differences: number;
}

/** Characters of a word that may have one of another sound: a shorter one is another word. */
const WRONG_LENGTH = 4;

/**
 * Lists the parts of a text that a misspelt word may stand for.
 *
 * They have the length of the word, and sound like it or (from four characters on) differ in one
 * character.
 * @param text normalised
 * @param word normalised; it is not in the text
 */
export function findRespellings(text: string, word: string): Respelling[] {
  const [characters, typed] = [[...text], [...word]];
  const respellings = new Map<string, Respelling>();
  for (let start = 0; start + typed.length <= characters.length; start++) {
    const here = characters.slice(start, start + typed.length);
    const other = here.filter((character, at) => character !== typed[at]).length;
    if (other === 0) continue;
    const sounds = here.every((character, at) => soundAlike(character, typed[at]!));
    if (!sounds && (other > 1 || typed.length < WRONG_LENGTH)) continue;
    const kind = sounds ? 'sound' : 'wrong';
    respellings.set(here.join(''), { word: here.join(''), kind, differences: other });
  }
  return [...respellings.values()];
}

/** Sets of grams for one word, at most; each costs a statement. */
const GROUPS = 6;

/**
 * Lists sets of grams that find a word in spite of one wrong character.
 *
 * Every text that has the word with one wrong character contains at least one of the sets.
 * @param word normalised
 * @param scheme what the rows have that are searched; without it all
 * @returns none for a word of less than four characters
 */
export function gramsWithoutOne(word: string, scheme?: SharedScheme): number[][] {
  const characters = [...word];
  if (characters.length < WRONG_LENGTH) return [];
  const width = Math.ceil(characters.length / GROUPS);
  const sets: number[][] = [];
  for (let start = 0; start < characters.length; start += width) {
    const [before, after] = [characters.slice(0, start).join(''), characters.slice(start + width).join('')];
    sets.push([...new Set([before, after].flatMap((piece) => (piece === '' ? [] : gramsOf(piece, scheme).codes)))]);
  }
  return sets.filter((codes) => codes.length > 0);
}
