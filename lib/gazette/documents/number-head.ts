import type * as ast from '../ast';
import type { Line } from '../line';
import { readTitle } from '../lines/title-lines';
import { titlesAgree } from '../words/agreement';
import { genreOf } from '../words/titles';
import { enactedTitle, isAnnounced } from './announced-titles';
import { keyOfLines, longestFront } from './head';
import type { Head } from './head';
import { floorOf, isFirstOfStandalone } from './head-context';
import type { HeadContext } from './head-context';
import type { HeadNumber } from './head-number';
import { letterheadLines, letterheadStart } from './letterhead';
import { behindFurniture, namesDocument, textBelow, titleAbove } from './title-above';
import type { TitleLines } from './title-above';

/**
 * Reads the head at a number: decides on which side of it the title stands.
 * @returns null where the number is no head
 */
export function headAtNumber(context: HeadContext, number: HeadNumber): Head | null {
  const { lines, entries } = context;
  if (entries.isTaken(number.docNumber)) return null;
  const floor = floorOf(context);
  const entry = entries.numberedAs(number.docNumber);
  const below = titleBelow(lines, number.index, entry);
  const first = number.half ?? number.index;
  const start = letterheadStart(lines, first, floor, below.key);
  const above = titleAbove(lines, start, floor, entry?.title);
  const sides = { start, above, below, entry };
  const title = start < first ? titleByLetterhead(context, number, sides) : titleByNumber(context, number, sides);
  return title ? makeHead(context, number, start, title, entry) : null;
}

/** The titles on both sides of a number. */
interface Sides {
  /** First line of the letterhead; that of the number where it has none. */
  start: number;
  above: TitleLines | null;
  /** Empty where no title stands below. */
  below: TitleLines;
  entry: ast.TocEntry | undefined;
}

/** Below a letterhead the title follows its number, but where the one above is certain. */
function titleByLetterhead(context: HeadContext, { index }: HeadNumber, { above, below, entry }: Sides): TitleLines {
  if (!above || (below.to > below.from && namesDocument(below.key))) return below;
  const enacted = enactedBelow(context.lines, index);
  const isOwn = agrees(above, entry) || (enacted !== undefined && titlesAgree(enacted, above.key));
  return isOwn || (isFirstOfStandalone(context) && namesDocument(above.key)) ? above : below;
}

/** Without a letterhead a number is a head only where title, contents or text say so. */
function titleByNumber(
  context: HeadContext,
  { index, docNumber, inBrackets }: HeadNumber,
  { above, below, entry }: Sides,
): TitleLines | null {
  if (agrees(below, entry)) return below;
  if (above && agrees(above, entry)) return above;
  const { lines } = context;
  const isFirst = isFirstOfStandalone(context);
  const belowNames = below.to > below.from && namesDocument(below.key);
  const aboveNames = above !== null && namesDocument(above.key);
  const chosen = !belowNames && above !== null && (aboveNames || (isFirst && below.key === '')) ? above : below;
  if (!entry && isAnnounced(context.announced, chosen.key)) return null;
  const followed =
    chosen === above
      ? aboveNames && saysDocument(context, above, textBelow(lines, index + 1, lines.length))
      : belowNames && textBelow(lines, below.to, lines.length) === 'addressee';
  const isLastChance = entry !== undefined && context.lastLine.get(docNumber.canonical) === index;
  const accepted =
    followed ||
    isLastChance ||
    (entry !== undefined && (belowNames || aboveNames)) ||
    (docNumber.form !== 'bracketed' && !inBrackets) ||
    (isFirst && index - context.from < longestFront);
  return accepted ? chosen : null;
}

const agrees = (title: TitleLines, entry: ast.TocEntry | undefined): boolean =>
  title.to > title.from && entry !== undefined && titlesAgree(title.key, entry.title);

/**
 * A title with a number below it begins a document where an addressee follows, or where the
 * contents name no numbers.
 */
function saysDocument({ heads, entries }: HeadContext, title: TitleLines, text: ReturnType<typeof textBelow>): boolean {
  const full = title.key.includes('关于') && genreOf(title.key) !== undefined;
  if (text === 'addressee') return full || heads.length === 0;
  if (text === null || entries.numbered) return false;
  return full || heads.length === 0;
}

function titleBelow(lines: readonly Line[], number: number, entry: ast.TocEntry | undefined): TitleLines {
  const from = behindFurniture(lines, number + 1, lines.length);
  const expected = entry ? [entry.title.replace(/\s+/g, '')] : [];
  const count = readTitle(lines, from, lines.length, expected);
  return count > 0
    ? { from, to: from + count, key: keyOfLines(lines, from, from + count) }
    : { from: number + 1, to: number + 1, key: '' };
}

const mostLinesBelow = 4;

/** 《X》已经…通过,现予公布 within the first lines below an order's number. */
function enactedBelow(lines: readonly Line[], number: number): string | undefined {
  for (const line of lines.slice(number + 1, number + 1 + mostLinesBelow)) {
    const enacted = enactedTitle(line.key);
    if (enacted) return enacted;
  }
  return undefined;
}

function makeHead(
  { lines, entries }: HeadContext,
  { index, half, docNumber }: HeadNumber,
  start: number,
  title: TitleLines,
  numbered: ast.TocEntry | undefined,
): Head {
  const entry = numbered ?? entryWithoutNumber(lines, entries, index, docNumber, title);
  return {
    from: Math.min(start, title.to > title.from ? title.from : start),
    letterhead: letterheadLines(lines, start, half ?? index),
    number: index,
    ...(half === undefined ? {} : { half }),
    docNumber,
    titleFrom: title.from,
    titleTo: title.to,
    bodyFrom: Math.max(index + 1, title.to),
    ...(entry ? { entry } : {}),
  };
}

/** The entry without a number that names the document's title, or the text it enacts. */
function entryWithoutNumber(
  lines: readonly Line[],
  entries: HeadContext['entries'],
  index: number,
  { form }: ast.DocNumber,
  title: TitleLines,
): ast.TocEntry | undefined {
  const ordered = form === 'bracketed' ? undefined : enactedBelow(lines, index);
  return entries.titled(keyOfLines(lines, title.from, title.to)) ?? (ordered ? entries.titled(ordered) : undefined);
}
