import { hooked, readHook } from '@/components/browser/hooks';
import { cutSentences, sayRow, sayWords } from '@/lib/text/sentences';

/** A piece of the text that is read at once. */
export interface SpokenPassage {
  /** What the voice says. */
  said: string;
  /** Where it stands in the page. */
  words: Range;
}

/** What is not read: words that the portal adds, and the label above a title. */
const LEFT_OUT = `${hooked('added')}, ${hooked('part-label')}, svg`;
const LINES = `${hooked('title')}, ${hooked('prose')} :is(h2, h3, h4, h5, h6, p, li, ${hooked('table')})`;

/**
 * Gives the text of the page as passages, in order.
 * Title, headings and paragraphs are cut into sentences, tables into caption and rows.
 */
export function listSpokenPassages(): SpokenPassage[] {
  return [...document.querySelectorAll<HTMLElement>(LINES)].flatMap((line) => {
    if (line.matches(hooked('table'))) return passagesOfTable(line);
    // A line inside a table is read with its row; one that holds others is read with them.
    if (line.closest(`${hooked('table')}, ${LEFT_OUT}`) || line.querySelector(`p, li, ${hooked('table')}`)) return [];
    return passagesOfLine(line);
  });
}

function passagesOfLine(line: HTMLElement): SpokenPassage[] {
  const nodes = textNodesOf(line);
  const text = nodes.map(({ data }) => data).join('');
  return cutSentences(text).map(({ start, end }) => ({
    said: sayWords(text.slice(start, end)),
    words: rangeOf(nodes, start, end),
  }));
}

/** Gives the caption of a table, then each row: every cell with its column's name. */
function passagesOfTable(figure: HTMLElement): SpokenPassage[] {
  const caption = figure.querySelector<HTMLElement>(hooked('handle', 'marker'));
  const table = figure.querySelector('table');
  const head = table?.tHead?.rows;
  const names = head?.length === 1 ? [...head[0]!.cells].map(wordsOf) : [];
  const lines = table ? [...table.tBodies].flatMap((body) => [...body.rows]) : listItems(figure);
  const rows = lines.flatMap((row) => {
    const cells = [...row.children].filter((cell) => cell instanceof HTMLElement);
    const isWhole = cells.length === names.length;
    const named = cells.map((cell, at) => ({
      name: readHook(cell, 'name') ?? (isWhole ? names[at]! : ''),
      words: wordsOf(cell),
    }));
    const said = sayWords(sayRow(named));
    return said === '' ? [] : [{ said, words: rangeAround(row) }];
  });
  return caption ? [{ said: `表，${sayWords(wordsOf(caption))}。`, words: rangeAround(caption) }, ...rows] : rows;
}

/** Gives the rows of a table without columns. */
const listItems = (figure: HTMLElement): Element[] => [...(figure.querySelector(hooked('loose'))?.children ?? [])];

const wordsOf = (element: HTMLElement): string =>
  textNodesOf(element)
    .map(({ data }) => data)
    .join('');

function textNodesOf(element: HTMLElement): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

/** Gives a stretch of the joined texts as a range of the page. */
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

function rangeAround(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
