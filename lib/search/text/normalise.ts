import { simplify } from './traditional';

/**
 * One spelling for matching. Stored text and typed words pass through the same function, so that
 * `（一）` and `(一)`, `中 国` and `中国`, `養老` and `养老`, `ＡＢＣ` and `abc` are equal. Offsets into the
 * source allow a hit to be marked in the text as it is printed.
 */

/**
 * Text for matching, with its offsets in the source.
 *
 * Unit `i` of `text` comes from the source units `starts[i]` to `ends[i]` (half open, UTF-16).
 */
export interface NormalisedText {
  text: string;
  starts: number[];
  ends: number[];
}

/** A range of a string, half open, in UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

// NFKC turns `，` into `,` itself. These it leaves different, although typesetters mix them up.
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

// Zero-width characters and soft hyphens are anywhere in copied text and are never typed; a lone
// surrogate cannot be stored.
const NOTHING = /[\p{Cf}\p{Cs}]/gu;

// Traits of a character, as bits: what it is for the blanks around it.
const BLANK = 1;
const MARK = 2;
/** The blank of `New York` belongs to the words; that of `2023 年` or `第 二 条` is layout. */
const LATIN = 4;
/** Traits of each character seen so far, by code point; 0 for others. */
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
 * Normalises a text for matching and keeps the offsets. Never throws.
 * @returns an empty text for blanks alone
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

/** Gives the end of a letter with its combining marks, so that e + ´ and é become the same. */
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

/** Normalises a text for matching. */
export function normalise(source: string): string {
  return normaliseWithOffsets(source).text;
}

/** Gives the range of the source from which a range of `normalised.text` was made. */
export function sourceRange(normalised: NormalisedText, range: Range): Range {
  return { start: normalised.starts[range.start] ?? 0, end: normalised.ends[range.end - 1] ?? 0 };
}

/** What each character of the basic plane seen so far becomes. */
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
