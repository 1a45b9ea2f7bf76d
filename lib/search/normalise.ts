/**
 * One spelling for matching. What is stored for searching and what a reader types pass through the same function, so that
 * `（一）`, `(一)`, `中 国`, `ＡＢＣ` and `abc` meet. Offsets lead back to the source, so that a hit can be marked in the untouched text.
 */

/** Text for matching. Unit `i` of `text` comes from the source units `starts[i]` to `ends[i]` (half open, UTF-16). */
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

// NFKC makes `，` a `,` already; these it leaves apart although readers and typesetters take one for the other.
const PUNCTUATION: Record<string, string> = {
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
};

// A letter with its combining marks, so that e + ´ and é become the same; else one code point.
const CLUSTER = /\p{M}+|[^\p{M}]\p{M}*/gsu;
const BLANK = /^[\p{Z}\p{Cc}\u3164\uffa0]$/u;
// Zero-width and soft hyphen stand anywhere in copied text and are never typed; a lone surrogate cannot be stored.
const NOTHING = /[\p{Cf}\p{Cs}]/gu;
// The blank of `New York` is part of the words; that of `2023 年` or `第 二 条` is layout.
const LATIN_END = /[\p{L}\p{N}]$/u;
const LATIN_START = /^[\p{L}\p{N}]/u;
const HAN_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const HAN_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Takes any string; gives its text for matching with the way back. Never throws; blank in, empty out. */
export function normaliseWithOffsets(source: string): NormalisedText {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let blank: Range | null = null;
  for (const match of source.matchAll(CLUSTER)) {
    const start = match.index;
    const end = start + match[0].length;
    if (BLANK.test(match[0])) {
      blank = { start: blank ? blank.start : start, end };
      continue;
    }
    const folded = foldCluster(match[0]);
    if (folded === '') {
      if (BLANK.test(match[0].slice(0, 1))) blank = { start: blank ? blank.start : start, end };
      continue;
    }
    if (blank && isWordBlank(text, folded)) push(' ', blank.start, blank.end);
    blank = null;
    push(folded, start, end);
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

/** The text of `normaliseWithOffsets` alone. */
export function normalise(source: string): string {
  return normaliseWithOffsets(source).text;
}

/** Takes a stretch of `normalised.text`; gives the stretch of the source that it was made from. */
export function sourceRange(normalised: NormalisedText, range: Range): Range {
  return { start: normalised.starts[range.start] ?? 0, end: normalised.ends[range.end - 1] ?? 0 };
}

function foldCluster(cluster: string): string {
  let folded = '';
  for (const character of cluster.normalize('NFKC').toLowerCase().replace(NOTHING, '')) {
    // NFKC turns ¨ and its like into blank + mark.
    if (!BLANK.test(character)) folded += PUNCTUATION[character] ?? character;
  }
  // A mark without its letter would join the letter before it.
  return folded.replace(/^\p{M}+/u, '');
}

function isWordBlank(before: string, after: string): boolean {
  return (
    LATIN_END.test(before.slice(-2)) &&
    LATIN_START.test(after) &&
    !HAN_END.test(before.slice(-2)) &&
    !HAN_START.test(after)
  );
}
