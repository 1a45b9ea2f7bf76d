import type * as ast from './ast';
import { keyOf } from './chars';
import { readSplitNumber } from './doc-number';
import type { Line } from './lines';
import { genreOf, looksLikeTitle, readTitle } from './titles';

/** Where a document begins, and what its first lines are. Indexes into the lines; `titleTo` and `bodyFrom` are exclusive. */
export interface Head {
  from: number;
  /** Lines of the letterhead: 本溪市人民政府文件. */
  letterhead: number[];
  /** Line of the number; null where none is printed. For 示例市人民政府令 / 第7号 the first line is the letterhead. */
  number: number | null;
  docNumber?: ast.DocNumber;
  titleFrom: number;
  titleTo: number;
  bodyFrom: number;
  entry?: ast.TocEntry;
}

const longestLetterhead = 6;

const placeOf = (line: Line): string => line.key.replace(/^中共/, '').slice(0, 2);

/** 示例市发展和改革委员会 above 示例市财政局文件: the agencies of a joint letterhead, all of one place. */
function isAgencyName(line: Line, below: Line): boolean {
  return (
    placeOf(line) === placeOf(below) &&
    line.kind === 'other' &&
    /^[\u4e00-\u9fff ]{4,24}(?:政府|委员会|委|局|厅|部|办公室|办公厅|院|署|行|处|会|中心)$/.test(line.text) &&
    !/关于/.test(line.key)
  );
}

/** First line of the letterhead above `index`, or `index` where there is none; `title` is the key of the words below the number. */
export function letterheadStart(lines: readonly Line[], index: number, from: number, title: string): number {
  const above = lines[index - 1];
  // A letter (函) prints the agency without 文件; its title begins with the same name.
  const named = above?.kind === 'other' && above.key.length >= 4 && title.startsWith(above.key);
  if (named && index > from) return index - 1;
  let start = index;
  while (start > from && index - start < longestLetterhead) {
    const line = lines[start - 1]!;
    if (line.kind !== 'letterhead' && !(start < index && isAgencyName(line, lines[start]!))) break;
    start--;
  }
  return start;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, offset) => from + offset);

const keyOfLines = (lines: readonly Line[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map((line) => line.key)
    .join('');

function entryKeys(entries: readonly ast.TocEntry[]): string[] {
  return entries.map((entry) => keyOf(entry.title)).filter((key) => key.length >= 4);
}

/** Lines in front of `index` that read as one title (a standalone document prints its number below the title). */
function titleAbove(lines: readonly Line[], index: number, from: number): number {
  let start = index;
  while (
    start > from &&
    index - start < 5 &&
    looksLikeTitle(lines[start - 1]!) &&
    lines[start - 1]!.kind !== 'letterhead'
  )
    start--;
  return start;
}

function isAddressee(line: Line | undefined): boolean {
  return line !== undefined && line.key.endsWith(':') && line.key.length <= 200 && !line.key.includes('。');
}

/** Completes a head whose number stands at `number`; null where it is no head. */
function headAtNumber(
  lines: readonly Line[],
  from: number,
  to: number,
  number: number,
  docNumber: ast.DocNumber,
  entries: readonly ast.TocEntry[],
  standalone: boolean,
): Head | null {
  const entry = entries.find((each) => each.docNumber?.canonical === docNumber.canonical);
  const titleFrom = number + 1;
  const count = readTitle(lines, titleFrom, to, entryKeys(entry ? [entry] : entries));
  const title = keyOfLines(lines, titleFrom, titleFrom + count);
  const start = letterheadStart(lines, number, from, title);
  const letterhead = range(start, number);
  const named = genreOf(title) !== undefined || title.includes('关于');
  const head: Head = {
    from: start,
    letterhead,
    number,
    docNumber,
    titleFrom,
    titleTo: titleFrom + count,
    bodyFrom: titleFrom + count,
    ...(entry ? { entry } : {}),
  };
  if (standalone && letterhead.length === 0 && !(named && count > 0)) {
    const above = titleAbove(lines, number, from);
    if (above < number) return { ...head, from: above, titleFrom: above, titleTo: number, bodyFrom: titleFrom };
  }
  const accepted =
    letterhead.length > 0 ||
    entry !== undefined ||
    docNumber.form !== 'bracketed' ||
    (named && isAddressee(lines[titleFrom + count])) ||
    (standalone && number - from < 12);
  return accepted ? head : null;
}

/**
 * Finds where documents begin between two lines: by a number below a letterhead, by a number that the contents name, and
 * by a title of the contents for documents without a number.
 * @param standalone the text has no contents page: one document, whose number may stand below its title
 */
export function findHeads(
  lines: readonly Line[],
  from: number,
  to: number,
  entries: readonly ast.TocEntry[],
  standalone: boolean,
): Head[] {
  const heads: Head[] = [];
  const consumedUntil = (): number => heads.at(-1)?.bodyFrom ?? from;
  for (let index = from; index < to; index++) {
    if (index < consumedUntil()) continue;
    const line = lines[index]!;
    const next = lines[index + 1];
    let head: Head | null = null;
    if (line.docNumber)
      head = headAtNumber(lines, consumedUntil(), to, index, line.docNumber, entries, standalone && heads.length === 0);
    else if (line.kind === 'letterhead' && next && index + 1 < to) {
      const docNumber = readSplitNumber(line.key, next.key);
      if (docNumber)
        head = headAtNumber(
          lines,
          consumedUntil(),
          to,
          index + 1,
          docNumber,
          entries,
          standalone && heads.length === 0,
        );
    }
    head ??= headAtTitle(lines, consumedUntil(), index, to, entries, heads);
    if (head) heads.push(head);
  }
  return heads;
}

/** A title of the contents that stands here, for an entry whose document prints no number of its own. */
function headAtTitle(
  lines: readonly Line[],
  from: number,
  index: number,
  to: number,
  entries: readonly ast.TocEntry[],
  heads: readonly Head[],
): Head | null {
  const line = lines[index]!;
  if (line.key.length < 4 || line.key.length > 70) return null;
  const open = entries.filter((entry) => !entry.docNumber && !heads.some((head) => head.entry === entry));
  for (const entry of open) {
    const key = keyOf(entry.title);
    if (key.length < 6 || !key.startsWith(line.key)) continue;
    const count = readTitle(lines, index, to, [key]);
    const joined = keyOfLines(lines, index, index + count);
    if (joined !== key) continue;
    const start = letterheadStart(lines, index, from, '');
    const letterhead = range(start, index);
    return {
      from: start,
      letterhead,
      number: null,
      titleFrom: index,
      titleTo: index + count,
      bodyFrom: index + count,
      entry,
    };
  }
  return null;
}

/** The head of a standalone text without a number: its first lines that read as a title. */
export function headWithoutNumber(lines: readonly Line[], from: number, to: number): Head | null {
  for (let index = from; index < Math.min(to, from + 12); index++) {
    if (!looksLikeTitle(lines[index]!)) continue;
    const count = readTitle(lines, index, to, []);
    const title = keyOfLines(lines, index, index + count);
    if (genreOf(title) === undefined && !title.includes('关于')) continue;
    return {
      from: index,
      letterhead: [],
      number: null,
      titleFrom: index,
      titleTo: index + count,
      bodyFrom: index + count,
    };
  }
  return null;
}
