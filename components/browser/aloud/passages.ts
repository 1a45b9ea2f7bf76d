import { cutSentences, sayRow, sayWords } from '@/lib/text/sentences';

/** One breath of the text: what is said, and which words of the page it is. */
export interface Passage {
  said: string;
  words: Range;
}

/** What is no text of the gazette. */
const SEAMS = '.tag, .aside, .cited-here, .share, .sr-only, .hint, .part > a, svg';
const LINES = 'article h1, .prose :is(h2, h3, h4, h5, h6, p, li, figure)';

/**
 * Gives the text of the page as passages in order: title, headings and paragraphs by sentences,
 * tables by caption and rows.
 */
export function listPassages(): Passage[] {
  return [...document.querySelectorAll<HTMLElement>(LINES)].flatMap((line) => {
    if (line.tagName === 'FIGURE') return passagesOfTable(line);
    // A line inside a table is read with its row; one that holds others is read with them.
    if (line.closest(`figure, ${SEAMS}`) || line.querySelector('p, li, figure')) return [];
    return passagesOfLine(line);
  });
}

function passagesOfLine(line: HTMLElement): Passage[] {
  const nodes = textNodesOf(line);
  const text = nodes.map(({ data }) => data).join('');
  return cutSentences(text).map(({ start, end }) => ({
    said: sayWords(text.slice(start, end)),
    words: rangeOf(nodes, start, end),
  }));
}

/** 表, its name; then each row, a cell after the other with the name of its column. */
function passagesOfTable(figure: HTMLElement): Passage[] {
  const caption = figure.querySelector<HTMLElement>('figcaption .mk');
  const names = [...figure.querySelectorAll<HTMLElement>('thead tr:only-child > *')].map(wordsOf);
  const rows = [...figure.querySelectorAll<HTMLElement>('tbody tr, .loose > li')].flatMap((row) => {
    const cells = [...row.children].filter((cell) => cell instanceof HTMLElement);
    const isWhole = cells.length === names.length;
    const named = cells.map((cell, at) => ({
      name: cell.dataset.name ?? (isWhole ? names[at]! : ''),
      words: wordsOf(cell),
    }));
    const said = sayWords(sayRow(named));
    return said === '' ? [] : [{ said, words: rangeAround(row) }];
  });
  return caption ? [{ said: `表，${sayWords(wordsOf(caption))}。`, words: rangeAround(caption) }, ...rows] : rows;
}

const wordsOf = (element: HTMLElement): string =>
  textNodesOf(element)
    .map(({ data }) => data)
    .join('');

function textNodesOf(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(SEAMS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** The stretch of the joined texts as a range of the page. */
function rangeOf(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const after = at + node.length;
    if (at <= start && start < after) range.setStart(node, start - at);
    if (at < end && end <= after) range.setEnd(node, end - at);
    at = after;
  }
  return range;
}

function rangeAround(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
