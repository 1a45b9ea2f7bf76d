import { isIssuer } from '../words/agreement';
import { keyOfLines, longestFront } from './head';
import type { Head } from './head';
import type { Line } from '../line';
import { numberBelowTitle } from './head-number';
import { behindFurniture, isAddressee, namesDocument } from './title-above';
import { looksLikeTitle, readTitle } from '../lines/title-lines';

/**
 * Finds the head of a standalone text without a number.
 * It is the first lines that read as a title, else the first lines of an official text.
 */
export function headWithoutNumber(lines: readonly Line[], from: number, to: number): Head | null {
  for (let index = from; index < Math.min(to, from + longestFront); index++) {
    const line = lines[index]!;
    // A page may hold only the body: addressee, text, and what it prints.
    if (isAddressee(line) || (line.kind === 'other' && /。$/.test(line.key))) break;
    if (!looksLikeTitle(line)) continue;
    const count = readTitle(lines, index, to, []);
    if (!namesDocument(keyOfLines(lines, index, index + count))) continue;
    const again = repeated(lines, index, count, to);
    return withNumberBelow(lines, headOfTitle(again, again + count), to);
  }
  return headOfLastResort(lines, from, to);
}

const headOfTitle = (from: number, to: number): Head => ({
  from,
  letterhead: [],
  number: null,
  titleFrom: from,
  titleTo: to,
  bodyFrom: to,
});

/** …关于公布地价的公告 / 公告2019年第3号: the number says no more than the title. */
function withNumberBelow(lines: readonly Line[], head: Head, to: number): Head {
  const { titleFrom, titleTo } = head;
  const own = numberBelowTitle(lines, behindFurniture(lines, titleTo, to), keyOfLines(lines, titleFrom, titleTo));
  return own ? { ...head, number: own.index, docNumber: own.docNumber, bodyFrom: own.index + 1 } : head;
}

const searchedForRepeat = 30;

/**
 * A portal prints the title over its block, and the document prints it again: the line where it
 * stands last.
 */
function repeated(lines: readonly Line[], from: number, count: number, to: number): number {
  const title = keyOfLines(lines, from, from + count);
  let last = from;
  for (let index = from + count; index < Math.min(to, from + searchedForRepeat); index++) {
    if (keyOfLines(lines, index, index + count) === title) last = index;
    const { kind, key } = lines[index]!;
    if (kind !== 'residue' && kind !== 'metadata' && (key.length > 40 || /[。:;]$/.test(key))) break;
  }
  return last;
}

/** Signs that a text is official at all: 今天天气很好 is no document. */
const official = (line: Line): boolean =>
  line.docNumber !== null ||
  line.date !== null ||
  line.marker !== null ||
  namesDocument(line.key) ||
  isIssuer(line.key) ||
  /人民政府|印发|制定本/.test(line.key);

/**
 * A standalone text is a document even where nothing in it reads as a title; null for what is no
 * official text.
 */
function headOfLastResort(lines: readonly Line[], from: number, to: number): Head | null {
  const first = lines.findIndex(
    (line, index) => index >= from && index < to && !/^(?:residue|metadata)$/.test(line.kind),
  );
  if (first < 0 || !lines.slice(first, first + 200).some(official)) return null;
  const titled = looksLikeTitle(lines[first]!) && lines[first]!.key.length >= 4 && !lines[first]!.date;
  return headOfTitle(first, titled ? first + 1 : first);
}
