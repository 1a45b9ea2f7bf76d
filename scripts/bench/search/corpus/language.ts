import { integer, logNormal, pick, type Random } from '../random';
import type { Vocabulary } from './vocabulary';

/** Characters of a section, as measured in real gazettes. */
export const meanLength = 271;
/**
 * What heading, number of the heading and the rest of the last clause add to the text that is asked
 * for.
 */
const added = 20;
const lengthSpread = 0.8;
const longestText = 6000;

/** Writes sentences of a topic. */
export interface Writer {
  /** Some words side by side, at least so many characters. */
  words: (random: Random, length: number) => string;
  /** Paragraphs of about a section's length that hold these phrases. */
  paragraphs: (random: Random, phrases: readonly string[]) => string[];
}

/** Takes a vocabulary and the topic; gives what writes sentences of it. */
export function makeWriter(vocabulary: Vocabulary, topic: number): Writer {
  const { characters, word, phrase, topicWord } = vocabulary;

  // Natural text repeats itself: what was said a moment ago is said again.
  const said: string[] = [];
  const memory = 40;
  function next(random: Random): string {
    if (said.length === memory && random() < 0.35) return pick(random, said);
    const fresh = draw(random);
    if (said.length < memory) said.push(fresh);
    else said[integer(random, 0, memory - 1)] = fresh;
    return fresh;
  }
  function draw(random: Random): string {
    const kind = random();
    if (kind < 0.4) return word(random);
    if (kind < 0.68) return topicWord(random, topic);
    if (kind < 0.96) return phrase(random);
    // Names, which are many and rare.
    if (kind < 0.975) return pick(random, characters) + pick(random, characters);
    return number(random);
  }
  function words(random: Random, length: number): string {
    let text = '';
    while (text.length < length) text += word(random) + topicWord(random, topic);
    return text;
  }
  function clause(random: Random): string {
    let text = '';
    for (let count = integer(random, 3, 9); count > 0; count--) text += next(random);
    return text;
  }
  function paragraphs(random: Random, phrases: readonly string[]): string[] {
    const length = Math.min(longestText, Math.max(12, logNormal(random, meanLength - added, lengthSpread)));
    const clauses: string[] = [];
    for (let written = 0; written < length;) {
      const text = clause(random);
      clauses.push(text);
      written += text.length;
    }
    for (const planted of phrases) clauses.splice(integer(random, 0, clauses.length), 0, broken(random, planted));
    return punctuate(random, clauses);
  }
  return { words, paragraphs };
}

/** Years, shares, amounts. */
function number(random: Random): string {
  const kind = integer(random, 0, 3);
  if (kind === 0) return `${integer(random, 2000, 2030)}年`;
  if (kind === 1) return `${integer(random, 1, 99)}.${integer(random, 0, 9)}%`;
  return kind === 2 ? `${integer(random, 1, 900)}万元` : `${integer(random, 2, 60)}个`;
}

/** One in ten is broken by the end of a printed line or by a blank, as texts from portals are. */
function broken(random: Random, phrase: string): string {
  const kind = integer(random, 0, 19);
  if (kind > 1) return phrase;
  const at = integer(random, 1, phrase.length - 1);
  return `${phrase.slice(0, at)}${kind === 0 ? '\n' : '\u3000'}${phrase.slice(at)}`;
}

function punctuate(random: Random, clauses: readonly string[]): string[] {
  const paragraphs = [''];
  for (const [at, clause] of clauses.entries()) {
    const text = paragraphs.at(-1)!;
    const kind = at === clauses.length - 1 ? 1 : random();
    paragraphs[paragraphs.length - 1] =
      text + clause + (kind < 0.62 ? '\uff0c' : kind < 0.7 ? '、' : kind < 0.75 ? '\uff1b' : '。');
    if (kind > 0.94 && at < clauses.length - 1) paragraphs.push('');
  }
  return paragraphs;
}
