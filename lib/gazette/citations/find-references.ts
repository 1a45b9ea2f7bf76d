import type * as ast from '../ast';
import { fold } from '../words/chars';
import { knownCodes } from './known-codes';
import { readLocator } from './locator';
import type { Mention, MentionContext, Run } from './mention';
import { findNumberMentions } from './number-mentions';
import { findTitleMentions } from './title-mentions';
import { Messages } from '../messages';
import { Source } from '../source';
import type { Span } from '../source';

/** One mention of a document in a text. Spans are in UTF-16 units of the text. */
export interface Reference extends Span {
  /** Where its number is written; absent for a title, and for a short name of a number. */
  number?: Span;
  docNumber?: ast.DocNumber;
  /** Last number of a range of one series. */
  through?: ast.DocNumber;
  /** As written, without 《》. */
  title?: string;
  /** The part that is meant, folded and without blanks: 第十二条第二款, 附件1表2, 二、(三)1. */
  locator?: string;
}

/**
 * Finds what a text that is being written mentions: pasted, unfinished, of any layout.
 * A mention is by number, by title, or by a short name (以下简称《办法》) that the text has defined
 * before; the definition itself is none. Never throws; the work grows with the text.
 * @returns mentions in order, without overlaps
 */
export function findReferences(text: string): Reference[] {
  const folded = fold(text).replace(/[\n\r]/g, ' ');
  const runs = cutRuns(text).map(({ start, end }) => ({ start, folded: folded.slice(start, end) }));
  const facts: MentionContext = { ownTitles: new Set(), known: knownCodes(runs, []), aliases: new Map(), draft: true };
  return runs.flatMap((run) => referencesIn(run, facts));
}

function referencesIn(
  { start: offset, folded }: { start: number; folded: string },
  facts: MentionContext,
): Reference[] {
  if (!/[《号〕\])）]|\d{4} ?[-—–] ?\d/.test(folded)) return [];
  const run: Run = { texts: [], folded, printed: folded };
  const numbers = findNumberMentions(run, facts, new Messages(nowhere), () => ({ start: 0, end: 0 }));
  const found = [...numbers, ...findTitleMentions(run, numbers, facts)].sort((one, other) => one.start - other.start);
  const isNumber = new Set(numbers);
  const references: Reference[] = [];
  for (const each of found) {
    const { citation } = each;
    const behind = references.at(-1)?.end ?? 0;
    if (citation.aliasDefinition || each.titleStart + offset < behind) continue;
    const byNumber = isNumber.has(each);
    const part = readPart(folded, endOf(folded, each));
    references.push({
      start: each.titleStart + offset,
      end: (part?.end ?? closingOf(folded, each)) + offset,
      ...(byNumber ? { number: { start: each.start + offset, end: each.end + offset } } : {}),
      ...(citation.docNumber ? { docNumber: citation.docNumber } : {}),
      ...(citation.through ? { through: citation.through } : {}),
      ...(citation.title === undefined ? {} : { title: citation.title }),
      ...(part ? { locator: part.locator } : {}),
    });
  }
  return references;
}

const nowhere = new Source('');

/** Where a reference ends: behind the bracket around its number, 《…》(示政发〔2020〕3号). */
function closingOf(folded: string, { end, titleStart, start }: Mention): number {
  return titleStart < start && /^ ?\)/.test(folded.slice(end, end + 2)) ? folded.indexOf(')', end) + 1 || end : end;
}

/** Where the words behind a reference begin: behind its bracket and what more that says. */
function endOf(folded: string, { end }: Mention): number {
  return end + (/^[^()。;]{0,40}\)/.exec(folded.slice(end, end + 44))?.[0].length ?? 0);
}

const numeral = '[零〇一二两三四五六七八九十百千\\d]{1,6}';
/** What a standard citation names and sentences of gazettes do not: 附件1表2, 专栏1第2项, 二、(三)1.(1). */
const exactPart = new RegExp(
  `^ ?((?:附件\\d{0,2})?(?:专栏\\d{1,2}(?:第\\d{1,2}项)?|附?表\\d{1,2}|第${numeral}(?:编|章|节|条|部分)(?:之[一二三四五六七八九十])?(?:第(?:${numeral}|\\(${numeral}\\))[款项目节]){0,3}|[一二三四五六七八九十]{1,3}、(?:\\(${numeral}\\)(?:\\d{1,3}[.、]?)?(?:\\(\\d{1,3}\\))?|\\d{1,3}[.、]?)))`,
);

/** The part that is named behind a reference, and where it ends. */
function readPart(folded: string, from: number): { locator: string; end: number } | null {
  const behind = folded.slice(from, from + 80);
  const exact = exactPart.exec(behind);
  const loose = readLocator(behind);
  const length = Math.max(exact?.[0].length ?? 0, loose?.length ?? 0);
  if (length === 0) return null;
  const locator = loose?.length === length ? loose.locator : exact![1]!;
  return { locator: locator.replaceAll(' ', ''), end: from + length };
}

const longestRun = 2000;
const openers = '《〈〔([【（［';
const closers = '》〉〕)]】）］';

/**
 * Cuts a text into its lines, none too long.
 * A line with an open bracket at its end goes on: pasted text is often broken by hard line ends.
 */
function cutRuns(text: string): Span[] {
  const runs: Span[] = [];
  let start = 0;
  let depth = 0;
  const cut = (end: number): void => {
    if (end > start) runs.push({ start, end });
    start = end;
    depth = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (openers.includes(character)) depth++;
    else if (closers.includes(character)) depth = Math.max(0, depth - 1);
    const blankLine = character === '\n' && text[at + 1] === '\n';
    if (blankLine || (character === '\n' && depth === 0)) cut(at + 1);
    else if (at - start >= longestRun / 2 && depth === 0 && /[。;；]/.test(character)) cut(at + 1);
    else if (at - start >= longestRun) cut(at + 1);
  }
  cut(text.length);
  return runs;
}
