/**
 * Addresses of selected words, after the WICG's scroll-to-text-fragment:
 * `#a-4.1:~:text=before-,first,last,-after`. A browser finds only whole words, so a selection is
 * first widened to those; texts of several blocks are named by their first and last words.
 */
export interface Selected {
  /** What stands before the selection in its block, and behind it. */
  before: string;
  after: string;
  /**
   * The selected words; a line break where a block ends, or where something stands between that a
   * browser does not look through.
   */
  words: string;
}

/** Up to so many characters are named whole, so many are enough to begin and to end with. */
const WHOLE = 40;
const EDGE = 12;
/**
 * Below so many characters words are likely to stand elsewhere too: their neighbours are named with
 * them.
 */
const SHORT = 16;
const BESIDE = 8;

/**
 * Makes the text directive (`text=…`) of selected words.
 * @returns null where nothing but blanks is selected
 */
export function textDirective(selected: Selected): string | null {
  const { before, words, after } = widen(selected);
  const lines = words.split('\n').map(tidy).filter(Boolean);
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isWhole = lines.length === 1 && first.length <= WHOLE;
  const range = isWhole ? [first] : [firstWords(first, EDGE), lastWords(last, EDGE)];
  const isShort = isWhole && first.length < SHORT;
  const prefix = isShort ? lastWords(tidy(lastLine(before)), BESIDE) : '';
  const suffix = isShort ? firstWords(tidy(firstLine(after)), BESIDE) : '';
  const parts = [prefix && `${encode(prefix)}-`, ...range.map(encode), suffix && `-${encode(suffix)}`];
  return `text=${parts.filter(Boolean).join(',')}`;
}

/** A comma, an ampersand and a hyphen divide the parts: inside a part they are escaped. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
const firstLine = (text: string): string => text.split('\n')[0]!;
const lastLine = (text: string): string => text.split('\n').at(-1)!;

/** Moves both ends outwards to the next bounds of words. */
function widen({ before, words, after }: Selected): Selected {
  const head = /^\s/.test(words) ? '' : cutAt(lastLine(before), firstLine(words), 'end');
  const tail = /\s$/.test(words) ? '' : cutAt(firstLine(after), lastLine(words), 'start');
  return {
    before: before.slice(0, before.length - head.length),
    words: head + words + tail,
    after: after.slice(tail.length),
  };
}

/**
 * Gives the piece of `beside` that belongs to the word in which the selection ends: at the end of
 * what stands before it, or at the start of what follows.
 */
function cutAt(beside: string, selected: string, side: 'start' | 'end'): string {
  const seam = side === 'end' ? beside.length : selected.length;
  const whole = side === 'end' ? beside + selected : selected + beside;
  const word = wordsOf(whole).find(({ index, segment }) => index < seam && seam < index + segment.length);
  if (!word) return '';
  return side === 'end' ? whole.slice(word.index, seam) : whole.slice(seam, word.index + word.segment.length);
}

/** Whole words from the start until there are `length` characters. */
function firstWords(text: string, length: number): string {
  const end = wordsOf(text).find(({ index, segment }) => index + segment.length >= length);
  return (end ? text.slice(0, end.index + end.segment.length) : text).trim();
}

/** Whole words from the end until there are `length` characters. */
function lastWords(text: string, length: number): string {
  const start = wordsOf(text).findLast(({ index }) => text.length - index >= length);
  return (start ? text.slice(start.index) : text).trim();
}

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
const wordsOf = (text: string) => [...segmenter.segment(text)];
