import type { Line } from '../line';
import { announcedTitles } from './announced-titles';
import type { EntryIndex } from './entry-index';
import { keyOfLines } from './head';
import type { Head } from './head';
import { floorOf, isFirstOfStandalone } from './head-context';
import type { HeadContext } from './head-context';
import { codelessNumberAt, headNumberAt } from './head-number';
import { headAtNumber } from './number-head';
import { headAtCorrection, headAtNote, headAtTitle } from './title-head';

/**
 * Finds where documents begin.
 * A head is a number with its title, a title that the contents name, or a title with a note on its
 * adoption.
 * @param from first line behind the front matter
 * @param standalone the text is no issue: its first number may stand anywhere in its first lines
 */
export function findHeads(lines: readonly Line[], entries: EntryIndex, from: number, standalone: boolean): Head[] {
  const heads: Head[] = [];
  const lastLine = new Map<string, number>();
  for (let index = from; index < lines.length; index++) {
    const number = headNumberAt(lines, index, lines.length);
    if (number) lastLine.set(number.docNumber.canonical, number.index);
  }
  const context = { lines, entries, from, standalone, heads, announced: [] as string[], lastLine };
  for (let index = from; index < lines.length; index++) {
    if (index < floorOf(context)) continue;
    const found = headAt(context, index);
    if (!found) continue;
    const head = withGroupHeading(context, found);
    heads.push(head);
    if (head.entry) entries.take(head.entry);
    const title = keyOfLines(lines, head.titleFrom, head.titleTo) || head.entry?.title || '';
    context.announced = announcedTitles(lines, head.bodyFrom, lines.length, title);
  }
  return heads;
}

function headAt(context: HeadContext, index: number): Head | null {
  const { lines, from } = context;
  const number =
    headNumberAt(lines, index, lines.length) ??
    (isFirstOfStandalone(context) ? codelessNumberAt(lines, index, from) : null);
  return (
    (number && headAtNumber(context, number)) ??
    headAtTitle(context, index) ??
    headAtCorrection(context, index) ??
    headAtNote(context, index)
  );
}

/** The heading of a contents group is printed again in front of its documents: 人事任免. */
function withGroupHeading(context: HeadContext, head: Head): Head {
  let { from } = head;
  while (from > floorOf(context) && context.entries.isHeading(context.lines[from - 1]!.key)) from--;
  return { ...head, from };
}
