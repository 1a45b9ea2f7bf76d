import { readAskedKey } from '@/lib/key-facts/subject-keys';
import { isMarked } from './simpler-words';

/** A municipality that a question may name. */
interface Place {
  slug: string;
  /** 云州市 */
  name: string;
}

/** What a text asks for: which facts, and of which place. */
export interface AskedFact {
  key: string;
  municipality: string | null;
}

/** Longer texts are no question for a figure. */
const LONGEST = 40;
/** Answers that are shown; where more would be right, none is. */
const MOST = 3;

/**
 * Reads which fact a text asks for; null where that is not clear.
 *
 * What is quoted or has fields is looked for as it stands.
 */
export function readAskedFact(text: string, places: readonly Place[]): AskedFact | null {
  if (text.length > LONGEST || isMarked(text) || /\d/u.test(text)) return null;
  const words = text.trim().replace(/^请问/u, '');
  for (const { slug, name } of places)
    for (const called of [name, name.replace(/市$/u, '')]) {
      const key = called !== '' && words.startsWith(called) ? readAskedKey(words.slice(called.length)) : null;
      if (key !== null) return { key, municipality: slug };
    }
  const key = readAskedKey(words);
  return key === null ? null : { key, municipality: null };
}

/** What answers a question, of one document. */
interface Answering {
  municipality: string;
  orderedOn: Date;
  /** The sentence: a text that is held twice says it twice. */
  sentence: string;
  /** As the fact is found by; the first one is its whole name. */
  keys: readonly string[];
}

/**
 * Chooses the facts that are shown: of each place and name the newest.
 * @returns none where more than three are left, because nobody knows which of them is meant
 */
export function chooseAnswers<Found extends Answering>(found: readonly Found[]): Found[] {
  const newest = new Map<string, Found[]>();
  for (const each of found) {
    const name = `${each.municipality} ${each.keys[0] ?? ''}`;
    const known = newest.get(name) ?? [];
    const [first] = known;
    if (!first || each.orderedOn > first.orderedOn) newest.set(name, [each]);
    else if (each.orderedOn.getTime() === first.orderedOn.getTime() && each.sentence !== first.sentence)
      known.push(each);
  }
  const chosen = [...newest.values()];
  // Two of one day say two things of one name: neither can be told from the other.
  if (chosen.some(({ length }) => length > 1) || chosen.length > MOST) return [];
  return chosen.flat();
}
