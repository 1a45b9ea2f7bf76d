import { fold, isBlank } from '../words/chars';
import { dayWords } from '../words/numbers';
import { readValidityClause } from './validity-clause';
import type { ValidityRun } from './validity-runs';
import type { ValidityReading } from './validity-words';

/** What a clause says, and the sentence around it, as printed. */
export interface SentenceReading {
  reading: ValidityReading;
  sentence: string;
  /** The words that say it, and where they stand in the sentence (UTF-16 units). */
  words: string;
  wordsAt: number;
}

const sentences = /[^。!?]*[。!?]?/g;
/** 自2024年3月1日起,本通告施行 is one clause. */
const clauses = new RegExp(`(?:(?:自|从)${dayWords}起,(?=本))?[^,;。!?]+`, 'g');
const longestRun = 20_000;
const mayHoldClause = /行|效|期|止|用|施/;

/** Reads the clauses on validity in a run, outside of quotations. */
export function readValiditySentences({
  text,
  closing,
  timed = false,
}: Pick<ValidityRun, 'text' | 'closing'> & { timed?: boolean }): SentenceReading[] {
  if (text.length > longestRun || !mayHoldClause.test(text)) return [];
  const found: SentenceReading[] = [];
  // What the last clause was about: the document, another thing, or (at the end of a text) nothing
  // that is named.
  let own = closing;
  let quotes = 0;
  for (const [printed] of text.matchAll(sentences)) {
    const sentence = keyWithOffsets(printed);
    const head = printed.length - printed.trimStart().length;
    let ended = false;
    for (const clause of sentence.key.matchAll(clauses)) {
      quotes += countOf(clause[0], '“') - countOf(clause[0], '”');
      const read = readValidityClause(clause[0], own, timed);
      own = read.own;
      if (quotes > 0) continue;
      for (const { reading, from, to } of read.found) {
        // 有效期5年,期满自行失效 says one thing.
        if (reading.kind === 'ends' && reading.day === undefined && reading.months === undefined && ended) continue;
        ended ||= reading.kind === 'ends';
        const start = sentence.offsets[clause.index + from]!;
        const words = printed.slice(start, sentence.offsets[clause.index + to - 1]! + 1);
        found.push({ words, sentence: printed.trim(), wordsAt: start - head, reading });
      }
    }
  }
  return found;
}

const countOf = (text: string, character: string): number => text.split(character).length - 1;

/** Folded text without blanks, and the offset in the text of each of its units. */
function keyWithOffsets(text: string): { key: string; offsets: number[] } {
  const folded = fold(text);
  const offsets = Array.from({ length: text.length }, (_, at) => at).filter((at) => !isBlank(text[at]!));
  return { key: offsets.map((at) => folded[at]!).join(''), offsets };
}
