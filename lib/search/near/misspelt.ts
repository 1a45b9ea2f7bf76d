import { gramsOf } from '@/lib/search/text/grams';
import { soundAlike } from '@/lib/search/text/sounds';

/** What stands in a text in place of a misspelt word. */
export interface Respelling {
  word: string;
  /** wrong: one character differs. sound: it sounds alike. */
  kind: 'wrong' | 'sound';
  /** Characters that differ. */
  differences: number;
}

/** Shorter words with a character of another sound are other words. */
const WRONG_LENGTH = 4;

/**
 * Takes a normalised text and a normalised word that is not in it; gives each stretch of the same
 * length that sounds like the word, or (for words of four characters and more) has one other
 * character.
 */
export function findRespellings(text: string, word: string): Respelling[] {
  const [characters, wanted] = [[...text], [...word]];
  const found = new Map<string, Respelling>();
  for (let start = 0; start + wanted.length <= characters.length; start++) {
    const here = characters.slice(start, start + wanted.length);
    const other = here.filter((character, at) => character !== wanted[at]).length;
    if (other === 0) continue;
    const sounds = here.every((character, at) => soundAlike(character, wanted[at]!));
    if (!sounds && (other > 1 || wanted.length < WRONG_LENGTH)) continue;
    const kind = sounds ? 'sound' : 'wrong';
    found.set(here.join(''), { word: here.join(''), kind, differences: other });
  }
  return [...found.values()];
}

/** Statements for one word, at most. */
const GROUPS = 6;

/**
 * Takes a normalised word; gives sets of grams such that every text that has the word with one
 * wrong character contains one of the sets whole. None for words of less than four characters.
 */
export function gramsWithoutOne(word: string): number[][] {
  const characters = [...word];
  if (characters.length < WRONG_LENGTH) return [];
  const width = Math.ceil(characters.length / GROUPS);
  const sets: number[][] = [];
  for (let start = 0; start < characters.length; start += width) {
    const [before, after] = [characters.slice(0, start).join(''), characters.slice(start + width).join('')];
    sets.push([...new Set([before, after].flatMap((piece) => (piece === '' ? [] : gramsOf(piece).codes)))]);
  }
  return sets;
}
