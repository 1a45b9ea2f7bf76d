import type * as ast from '../ast';
import { withoutHalves } from '../words/chars';
import { dayColumnsOf, dayOfCell, type DayColumns } from './day-columns';
import { withLead } from './list-lead';
import { inlineText } from './text-of';
import { childrenOf } from './walk';

/** A citation, and the words around it. */
export interface SectionCitation {
  citation: ast.Citation;
  /** The sentence that holds it, as printed; in a table the words of its row. */
  sentence: string;
  /** Where the citation's words stand in the sentence, in UTF-16 units. */
  wordsAt: number;
}

const longestSentence = 400;

/**
 * The sentence around a citation: `text` is the run that holds it, `at` where its words stand
 * there.
 */
function sentenceAround(text: string, at: number, citation: ast.Citation): SectionCitation {
  const behindAt = at + citation.value.length;
  const before = withoutHalves(text.slice(Math.max(0, at - longestSentence), at));
  const behind = withoutHalves(text.slice(behindAt, behindAt + longestSentence));
  let start = 0;
  for (const match of before.matchAll(/[。！!？?](?![”’》）)])/g)) start = match.index + 1;
  const stop = /[。！!？?]/.exec(behind);
  const head = before.slice(start).trimStart();
  const tail = behind.slice(0, stop ? stop.index + 1 : behind.length).trimEnd();
  return { citation, sentence: head + citation.value + tail, wordsAt: head.length };
}

function citationsInRun(run: readonly ast.Phrasing[]): SectionCitation[] {
  const text = inlineText(run);
  let at = 0;
  return run.flatMap((child) => {
    const start = at;
    if (child.type !== 'residue') at += child.value.length;
    return child.type === 'citation' ? [sentenceAround(text, start, child)] : [];
  });
}

/**
 * Lists the citations below a node.
 * @param lead words above a list that tell a day of all its entries
 */
export function citationsIn(node: ast.Node, lead: string | null): SectionCitation[] {
  const runs: { words: readonly ast.Phrasing[]; isRow: boolean }[] = [];
  const add = (words: readonly ast.Phrasing[], isRow = false) => runs.push({ words, isRow });
  const gather = (each: ast.Node, days: DayColumns): void => {
    if (each.type === 'paragraph' || each.type === 'listItem' || each.type === 'note') add(each.children);
    else if (each.type === 'tableRow') add(wordsOfRow(each, days), true);
    else if (each.type === 'section') add(each.heading);
    else for (const child of childrenOf(each)) gather(child, each.type === 'table' ? dayColumnsOf(each) : days);
  };
  gather(node, new Map());
  return runs.flatMap(({ words, isRow }) => citationsInRun(words).map((found) => withLead(found, lead, isRow)));
}

/**
 * What stands beside a number in a table tells of it: the words of a row are one run, its cells
 * parted by a blank. A bare day has the head of its column in front: 废止时间：2024年9月1日.
 */
function wordsOfRow(row: ast.TableRow, days: DayColumns): ast.Phrasing[] {
  const paragraphs = row.children.flatMap((cell) => {
    const head = days.get(cell.column)?.head;
    const own = cell.children.filter((child) => child.type === 'paragraph');
    const isDay = head !== undefined && !cell.header && dayOfCell(cell) !== null;
    return own.map((child, at) => ({ ...child, head: isDay && at === 0 ? `${head}：` : '' }));
  });
  return paragraphs.flatMap(({ children, position, head }, at) => {
    const front = (at === 0 ? '' : '\u3000') + head;
    return front === '' ? children : [{ type: 'text', value: front, position }, ...children];
  });
}
