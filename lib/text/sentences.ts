/**
 * Cuts text into what is read aloud at one breath. Pure; positions are UTF-16 units of the text
 * that was given.
 */

export interface Sentence {
  /** Half open, without blanks at its ends. */
  start: number;
  end: number;
}

/**
 * What ends a sentence wherever it stands outside brackets. A half-width point ends none: 1. and
 * 3.5 are numbers.
 */
const enders = '。！？；…';
/** These do where no letter or figure follows: `?q=1` is part of an address. */
const halfWidthEnders = '!?;';
const openers = '“‘《〈（(「『〔【';
const closers = '”’》〉）)」』〕】';
/** After “…。” these go on with the sentence that quotes. */
const goesOn = /[，、；：。的等和与及为]/u;
/**
 * Some voices of browsers fall silent after a quarter of a minute: what is longer, in characters,
 * is cut at a comma too.
 */
const LONGEST = 100;

/**
 * Takes a paragraph; gives its sentences in order. They hold every character but blanks between
 * them.
 */
export function cutSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (openers.includes(unit)) depth++;
    const closes = closers.includes(unit) && depth > 0;
    if (closes) depth--;
    if (depth === 0 && (isEnder(text, at) || (closes && endsInside(text, at)))) {
      sentences.push({ start, end: at + 1 });
      start = at + 1;
    }
  }
  // Brackets that never close leave one long rest.
  sentences.push({ start, end: text.length });
  return sentences.flatMap((sentence) => cutLong(text, trim(text, sentence)));
}

function isEnder(text: string, at: number): boolean {
  const [unit, next] = [text.charAt(at), text.charAt(at + 1)];
  if (unit === '') return false;
  // ？！ and …… end together.
  if (next !== '' && (enders + halfWidthEnders).includes(next)) return false;
  return enders.includes(unit) || (halfWidthEnders.includes(unit) && !/[\w&=]/u.test(next));
}

/** “应保尽保。”: a sentence ended before the quotation mark, and none goes on behind it. */
const endsInside = (text: string, at: number): boolean =>
  enders.includes(text[at - 1] ?? ' ') && !goesOn.test(text[at + 1] ?? '') && !isEnder(text, at + 1);

/**
 * Gives the sentence, cut where it is too long for a breath: at the last 。 or ； that fits and is
 * not too near, else at the last comma.
 */
function cutLong(text: string, sentence: Sentence): Sentence[] {
  if (sentence.end <= sentence.start) return [];
  if (sentence.end - sentence.start <= LONGEST) return [sentence];
  const reach = text.slice(sentence.start, sentence.start + LONGEST);
  const last =
    ['。；', '，：', '、 '].map((marks) => lastOf(reach, marks)).find((at) => at >= LONGEST / 3) ?? LONGEST - 1;
  const head = { start: sentence.start, end: sentence.start + last + 1 };
  return [head, ...cutLong(text, trim(text, { start: head.end, end: sentence.end }))];
}

const lastOf = (text: string, marks: string): number => Math.max(...[...marks].map((mark) => text.lastIndexOf(mark)));

function trim(text: string, { start, end }: Sentence): Sentence {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** A row per thing that voices say wrongly. */
const sayings: readonly [RegExp, string][] = [
  // (一) and 1. at the beginning: a number and a pause, not 一点.
  [/^[（(]([一二三四五六七八九十百]+|\d+)[）)]/u, '$1，'],
  [/^(\d+)[.．](?!\d)/u, '$1，'],
  // 示政发〔2022〕8号
  [/〔(\d{4})〕/gu, '$1年'],
  [/[—－-]{2,}/gu, '，'],
  [/[《》〈〉“”‘’「」『』【】]/gu, ''],
  [/\s+/gu, ' '],
];

/** Takes the words of a sentence; gives what a voice is asked to say. */
export const sayWords = (words: string): string =>
  sayings.reduce((said, [pattern, by]) => said.replace(pattern, by), words).trim();

/** A cell of a table: its words and, where it is known, the name of its column. */
export interface CellWords {
  name: string;
  words: string;
}

/**
 * Takes a row of a table; gives it as a sentence: 区，东湖区；面积，3。 Empty cells are not said, an empty
 * row is the empty text.
 */
export function sayRow(cells: readonly CellWords[]): string {
  const said = cells.filter(({ words }) => words.trim() !== '');
  if (said.length === 0) return '';
  return `${said.map(({ name, words }) => (name ? `${name}，${words.trim()}` : words.trim())).join('；')}。`;
}
