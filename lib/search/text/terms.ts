import { normalise, normaliseWithOffsets } from './normalise';

/** Words with which no term begins or ends. A pair with one has no meaning. */
export const GRAMMAR: ReadonlySet<string> = new Set(
  '的 和 与 及 等 对 为 在 了 是 或 并 将 由 以 从 到 之 其 于 向 按 把 被 让 给 而 但 且 若 则 所 者 也 又 再 就 都 各 该 本 此 这 那 个 关于 有关 以及 进行 对于 根据'.split(
    ' ',
  ),
);
const LETTERS = /^\p{L}+$/u;
const SHORTEST = 2;
const LONGEST = 10;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Lists words and pairs of adjacent words of a title or heading, to be suggested.
 * @returns each normalised term once, with its first spelling in the text (著作权 for 着作权)
 */
export function listTerms(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  let before = '';
  for (const { segment } of segmenter.segment(withoutLayout(text))) {
    const word = LETTERS.test(segment) && !GRAMMAR.has(normalise(segment)) ? segment : '';
    if (word !== '')
      for (const written of [word, before === '' ? '' : before + word]) {
        const term = normalise(written);
        if (isTerm(term) && !terms.has(term)) terms.set(term, written);
      }
    before = word;
  }
  return terms;
}

/** Gives the characters as they are written, without what the search leaves out between them. */
function withoutLayout(text: string): string {
  const { starts, ends } = normaliseWithOffsets(text);
  let written = '';
  for (let at = 0; at < starts.length; at++)
    if (starts[at] !== starts[at - 1]) written += text.slice(starts[at], ends[at]);
  return written;
}

function isTerm(term: string): boolean {
  const length = [...term].length;
  return length >= SHORTEST && length <= LONGEST;
}
