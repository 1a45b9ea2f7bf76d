import { simplify } from './traditional';

/**
 * One spelling for matching. What is stored for searching and what a reader types pass through the
 * same function, so that `（一）`, `(一)`, `中 国`, `養老`, `ＡＢＣ` and `abc` meet. Offsets lead back to the
 * source, so that a hit can be marked in the untouched text.
 */

/**
 * Text for matching. Unit `i` of `text` comes from the source units `starts[i]` to `ends[i]` (half
 * open, UTF-16).
 */
export interface NormalisedText {
  text: string;
  starts: number[];
  ends: number[];
}

/** A stretch of a string, half open, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

// NFKC makes `，` a `,` already; these it leaves apart although readers and typesetters take one for
// the other.
const SIGNS: Record<string, string> = {
  '。': '.',
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '‘': "'",
  '’': "'",
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '〖': '[',
  '〗': ']',
  '〈': '《',
  '〉': '》',
  '—': '-',
  '–': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '─': '-',
  '〜': '~',
  '・': '·',
  '•': '·',
  '‧': '·',
  // The nought of 二○二三年, as often drawn as a circle.
  '○': '〇',
  '◯': '〇',
};

// Zero-width and soft hyphen stand anywhere in copied text and are never typed; a lone surrogate
// cannot be stored.
const NOTHING = /[\p{Cf}\p{Cs}]/gu;

/** What a character is for the blanks around it; found once for each. */
const BLANK = 1;
const MARK = 2;
/** The blank of `New York` is part of the words; that of `2023 年` or `第 二 条` is layout. */
const LATIN = 4;
/** Traits of each character met, by its point; 0 where it was not met yet. */
const traits = new Uint8Array(0x110000);
const KNOWN = 8;

function traitsOf(point: number): number {
  let known = traits[point]!;
  if (known === 0) {
    const character = String.fromCodePoint(point);
    known = KNOWN;
    if (/^[\p{Z}\p{Cc}\u3164\uffa0]$/u.test(character)) known |= BLANK;
    if (/^\p{M}$/u.test(character)) known |= MARK;
    if (
      /^[\p{L}\p{N}]$/u.test(character) &&
      !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(character)
    )
      known |= LATIN;
    traits[point] = known;
  }
  return known;
}

/**
 * Takes any string; gives its text for matching with the way back. Never throws; blank in, empty
 * out.
 */
export function normaliseWithOffsets(source: string): NormalisedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let blank: Range | null = null;
  let last = 0;
  for (let start = 0, end = 0; start < source.length; start = end) {
    const point = source.codePointAt(start)!;
    end = start + (point > 0xffff ? 2 : 1);
    let folded: string;
    if (traitsOf(point) & BLANK && !(end < source.length && traitsOf(source.codePointAt(end)!) & MARK)) folded = '';
    else {
      end = endOfCluster(source, end);
      folded = end - start === 1 ? foldCharacter(point) : foldCluster(source.slice(start, end));
    }
    if (folded === '') {
      if (traitsOf(point) & BLANK) blank = { start: blank ? blank.start : start, end };
      continue;
    }
    if (blank && last & LATIN && traitsOf(folded.codePointAt(0)!) & LATIN) push(' ', blank.start, blank.end);
    blank = null;
    push(folded, start, end);
    last = traitsOf(lastPoint(folded));
  }
  return { text, starts, ends };

  function push(words: string, start: number, end: number): void {
    text += words;
    for (let index = 0; index < words.length; index++) {
      starts.push(start);
      ends.push(end);
    }
  }
}

/** A letter goes with its combining marks, so that e + ´ and é become the same. */
function endOfCluster(source: string, from: number): number {
  let end = from;
  while (end < source.length) {
    const point = source.codePointAt(end)!;
    if (!(traitsOf(point) & MARK)) break;
    end += point > 0xffff ? 2 : 1;
  }
  return end;
}

function lastPoint(text: string): number {
  const unit = text.charCodeAt(text.length - 1);
  return text.length > 1 && unit >= 0xdc00 && unit <= 0xdfff ? text.codePointAt(text.length - 2)! : unit;
}

/** The text of `normaliseWithOffsets` alone. */
export function normalise(source: string): string {
  return normaliseWithOffsets(source).text;
}

/** Takes a stretch of `normalised.text`; gives the stretch of the source that it was made from. */
export function sourceRange(normalised: NormalisedText, range: Range): Range {
  return { start: normalised.starts[range.start] ?? 0, end: normalised.ends[range.end - 1] ?? 0 };
}

/** What each character of the basic plane met becomes. */
const folds: (string | undefined)[] = new Array<string | undefined>(0x10000).fill(undefined);

const foldCharacter = (point: number): string => (folds[point] ??= foldCluster(String.fromCodePoint(point)));

function foldCluster(cluster: string): string {
  let folded = '';
  for (const character of cluster.normalize('NFKC').toLowerCase().replace(NOTHING, '')) {
    // NFKC turns ¨ and its like into blank + mark.
    if (!(traitsOf(character.codePointAt(0)!) & BLANK)) folded += SIGNS[character] ?? simplify(character);
  }
  // A mark without its letter would join the letter before it.
  return folded.replace(/^\p{M}+/u, '');
}
