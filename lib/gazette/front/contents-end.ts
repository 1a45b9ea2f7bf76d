import { bareTitle } from '../words/agreement';
import { readNumberLine, readSplitNumber } from '../words/doc-number';
import { headNumberAt } from '../documents/head-number';
import { letterheadStart } from '../documents/letterhead';
import type { Line } from '../line';
import { entryBullet, isPaged, withoutMarkedPage } from './contents-entry';
import { isAddressee, titleAbove } from '../documents/title-above';
import { looksLikeTitle } from '../lines/title-lines';

const longestContents = 600;

/** The key of a contents line without number, leader dots and page. */
const entryKey = (line: Line): string =>
  withoutMarkedPage(line.key)
    .replace(entryBullet, '')
    .replace(/[.·…]{3}.*$/, '')
    .replace(/(?<![.·…。•\-—_])[.·…。•\-—_]*\(?\d{0,4}\)?$/, '')
    .replace(/\(?[\u4e00-\u9fffA-Za-z]{1,16}[〔[(【]\d{4}[〕\])】]第?\d{1,5}号\)?$/, '')
    .replace(/(?<![.·…。•\-—_])[.·…。•\-—_]+$/, '');

/** By number, the last line that prints it and nothing else. */
function lastNumberLines(lines: readonly Line[], from: number): Map<string, number> {
  const last = new Map<string, number>();
  for (let index = from; index < lines.length; index++) {
    const number = headNumberAt(lines, index, lines.length);
    if (number) last.set(number.docNumber.canonical, number.index);
  }
  return last;
}

/** The number that a contents line prints behind its title: …的通知(示政发〔2011〕21号)……1 */
function numberIn(line: Line): string | undefined {
  if (line.key.length > 200) return undefined;
  const words = withoutMarkedPage(line.key).replace(/(?<![.·…。•\-—_])[.·…。•\-—_]*\(?\d{0,4}\)?$/, '');
  const number = /\(?([\u4e00-\u9fffA-Za-z]{1,12}[〔[(【]\d{4}[〕\])】]第?\d{1,5}号)\)?$/.exec(words)?.[1];
  return number
    ? readNumberLine(number.replace(/^.*(?:通知|意见|决定|批复|函|公告|通告|办法|规定)(?=.{2,12}[〔[(【])/, ''))
        ?.canonical
    : undefined;
}

/**
 * Finds the first line behind the contents of an issue: nothing marks their end.
 * It is the first number or title that stands a second time, or the first number below a
 * letterhead, each with the letterhead and the title above it.
 * @param from first line behind the label 目录
 */
export function contentsEnd(lines: readonly Line[], from: number): number {
  /** Titles, and the line of the contents on which each ends. */
  const titles = new Map<string, number>();
  const numbers = new Set<string>();
  const lastLine = lastNumberLines(lines, from);
  const last = Math.min(lines.length, from + longestContents);
  const headStart = (index: number): number => {
    const start = letterheadStart(lines, index, from, lines[index + 1]?.key ?? '');
    if (start < index) return start;
    const above = titleAbove(lines, index, from);
    // The last entry stands above the first number too, and is no title of it: where entries end in
    // their pages, what stands below the last page and ends in none is.
    const paged = (at: number): boolean => isPaged(lines[at]!.text);
    const known = above && (titles.get(bareTitle(above.key)) ?? Infinity) < above.from;
    const below =
      above && above.from > from && paged(above.from - 1) && !lines.slice(above.from, index).some((_, at) => paged(above.from + at)); // prettier-ignore
    return above && (known || below) ? above.from : index;
  };
  for (let index = from; index < last; index++) {
    const line = lines[index]!;
    const previous = lines[index - 1];
    if (line.docNumber) {
      const { canonical } = line.docNumber;
      // A number that stands again below heads its document there: here it stands above or below
      // its entry.
      const again = (lastLine.get(canonical) ?? index) > index;
      if (numbers.has(canonical)) return headStart(index);
      if (!line.key.startsWith('(') && !again && previous && (previous.kind === 'letterhead' || index - from >= 2))
        return headStart(index);
      numbers.add(canonical);
    }
    const printed = line.docNumber ? undefined : numberIn(line);
    if (printed) numbers.add(printed);
    const split = previous && index > from ? readSplitNumber(previous.key, line.key) : null;
    if (split && (numbers.has(split.canonical) || (lastLine.get(split.canonical) ?? index) <= index))
      return letterheadStart(lines, index - 1, from, line.key);
    if (split) numbers.add(split.canonical);
    let joined = '';
    for (let at = index; at < Math.min(last, index + 6); at++) {
      joined += lines[at]!.key;
      if (joined.length > 140) break;
      if (joined.length >= 8 && (titles.has(joined) || titles.has(bareTitle(joined)))) {
        const start = letterheadStart(lines, index, from, lines[index + 1]?.key ?? '');
        return lines[start - 1]?.docNumber && start - 1 > from
          ? letterheadStart(lines, start - 1, from, joined)
          : start;
      }
    }
    let key = '';
    for (let at = index; at > Math.max(from - 1, index - 4); at--) {
      key = (at === index ? entryKey(lines[at]!) : lines[at]!.key) + key;
      if (key.length < 8 || key.length > 200) continue;
      for (const title of [key, bareTitle(key.replace(/^\d{1,3}[.、]/, ''))])
        if (!titles.has(title)) titles.set(title, index);
    }
    if ((line.key.length > 100 && /。./.test(line.key)) || (isAddressee(line) && /^各|,/.test(line.key)))
      return backToTitle(lines, index, from);
  }
  return last;
}

/** The title above the first paragraph, where nothing else shows the end of the contents. */
function backToTitle(lines: readonly Line[], index: number, from: number): number {
  let start = index;
  while (
    start > from &&
    index - start < 4 &&
    looksLikeTitle(lines[start - 1]!) &&
    !/号\)?$|\d$/.test(lines[start - 1]!.key)
  )
    start--;
  return start;
}
