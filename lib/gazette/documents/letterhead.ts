import { isIssuer } from '../words/agreement';
import type { Line } from '../line';
import { firstIssuer } from './head-number';
import { ofOnePlace } from './one-place';

const longestLetterhead = 6;

const placeOf = (line: Line): string => line.key.replace(/^中共/, '').slice(0, 2);

/** 示例市发展和改革委员会 above 示例市财政局文件: the agencies of a joint letterhead, all of one place. */
function isAgencyName(line: Line, below: Line, title: string): boolean {
  return (
    (ofOnePlace(line.key, below.key) || title.startsWith(line.key)) &&
    line.kind === 'other' &&
    /^[\u4e00-\u9fff ]{4,24}(?:政府|委员会|委|局|厅|部|办公室|办公厅|院|署|行|处|会|中心)$/.test(line.text) &&
    !/关于/.test(line.key)
  );
}

/**
 * Finds the first line of the letterhead (发文机关标志) above a line.
 * It is one agency with 文件, several agencies of one place, or agency and 通告 on two lines.
 * @param title key of the words below the number
 * @returns `index` where there is none
 */
export function letterheadStart(lines: readonly Line[], index: number, from: number, title: string): number {
  const above = lines[index - 1];
  if (!above || index <= from) return index;
  // A letter (函) prints the agency without 文件; its title begins with the same name.
  const repeated = repeatedInTitle(lines, index, from, title);
  if (repeated < index) return repeated;
  const agency = lines[index - 2];
  if (agency && index - 2 >= from && /^(?:令|命令|公告|通告|文件)$/.test(above.key) && isIssuer(agency.key))
    return firstIssuer(lines, index - 2, from);
  if (title.startsWith('关于')) {
    // 示例市财政局 / 示例市教育局 / 示财规〔2019〕8号 / 关于…: who issues it stands above the number only.
    const issues = (line: Line): boolean => isIssuer(line.key.replace(/文件$/, '')) && placeOf(line) === placeOf(above);
    let first = index;
    while (first > from && index - first < longestLetterhead && issues(lines[first - 1]!)) first--;
    if (first < index) return first;
  }
  let start = index;
  let marked = false; // one of the lines says 文件 or 令
  let found = index;
  while (start > from && index - start < longestLetterhead) {
    const line = lines[start - 1]!;
    const names = (below: Line): boolean => isAgencyName(line, below, title);
    if (line.kind !== 'letterhead' && !names(lines[start] ?? line) && !names(above)) break;
    start--;
    marked ||= line.kind === 'letterhead';
    if (marked) found = start;
  }
  return found;
}

/** 示例市财政局 / 示例市民政局 above the number of a letter, whose title begins with the same names. */
function repeatedInTitle(lines: readonly Line[], index: number, from: number, title: string): number {
  let start = index;
  let names = '';
  for (let at = index - 1; at >= Math.max(from, index - longestLetterhead); at--) {
    const { kind, key } = lines[at]!;
    if (kind !== 'other' || key.length < 4 || !title.includes(key)) break;
    names = key + names;
    if (title.startsWith(names)) start = at;
  }
  return start;
}

/**
 * Lists the lines of a letterhead, without the heading of a group printed above it.
 * 市政府办公室文件 / 示例市人民政府办公室文件
 */
export function letterheadLines(lines: readonly Line[], start: number, end: number): number[] {
  let from = start;
  const closes = (index: number): boolean => lines[index]!.key.endsWith('文件');
  for (let index = start; index < end - 1; index++)
    if (closes(index) && lines.slice(index + 1, end).some((_, offset) => closes(index + 1 + offset))) from = index + 1;
  return Array.from({ length: end - from }, (_, offset) => from + offset);
}
