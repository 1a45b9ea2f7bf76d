import type { Line } from '../line';
import { isIssuer } from '../words/agreement';
import { endsInGenre, genreOf, genres, isBalanced } from '../words/titles';

/** A title may end in a word in brackets: (试行), (2018—2020年). */
const bracketOnly = /^\([^()]{1,40}\)$/;
const titleBracket =
  /^\((?:试行|暂行|(?:送审|征求意见|草案|修订|修正)(?:稿|版|案|草案)?(?:征求意见稿)?|(?!.{0,20}月.{1,3}日).{0,6}\d{4}.{0,14}|\d{1,4}[名个家项件人]|[一二三四五六七八九十]{1,3})\)$/;

/** 序号 名称 所在地, 1 石门渔港 东区: a row of a table that its source set with tabs or blanks. */
function isRow(line: Line): boolean {
  if (/^(?:序号|编号)/.test(line.key)) return true;
  const cells = line.text.split(/ +/);
  if (cells.length < 2) return false;
  if (/^\d{1,4}$/.test(cells[0]!)) return true;
  const wide = cells.filter((cell) => cell.length >= 2);
  return wide.length >= 3 && genreOf(line.key) === undefined && !wide.some(isIssuer) && !/关于/.test(line.key);
}

/** (2001年10月17日…会议通过), whole or with its end on a line below. */
const isNote = (key: string): boolean =>
  /^\([^)]{0,60}$/.test(key) || (bracketOnly.test(key) && !titleBracket.test(key));

/** 责任单位:市财政局; but not “健康示例2030”行动计划:第一阶段任务书的通知, which names a kind of document. */
function hasLabel(key: string): boolean {
  const colon = key.indexOf(':');
  return colon >= 0 && colon < key.length - 1 && (colon < 10 || genreOf(key) === undefined);
}

/** ……12, …(3), 电话 0000-1111111: no title holds leader dots or the number of a telephone. */
const notInTitles = /[.·…]{3,}|…\(?\d|^【.{1,30}】$|\d{7,}/;

/**
 * A sentence that its source has wrapped: 《示例市渡口管理办法》已经2023年3月2日市政府第8次常务会,
 * 为了加强渡口管理,根据
 */
const beginsSentence =
  /^《[^》]{2,80}》(?:已[经由于]?|业经|经).|^(?:为|根据|按照|依据|依照|现(?!代)|经(?!济|开|信)|鉴于)[^《》]{0,60},/;

/** Tells whether a line may be part of a title: short, no sentence, not numbered. */
export function looksLikeTitle(line: Line): boolean {
  return (
    (line.kind === 'other' ||
      (line.kind === 'note' && titleBracket.test(line.key)) ||
      (line.kind === 'numbered' && line.marker?.style === 'circled') ||
      line.kind === 'letterhead') &&
    line.key.length <= 60 &&
    !/[。;,:!?|]$/.test(line.key) &&
    !/[。;]./.test(line.key) &&
    !hasLabel(line.key) &&
    !notInTitles.test(line.key) &&
    !beginsSentence.test(line.key) &&
    !isNote(line.key) &&
    !isRow(line)
  );
}

/** Most lines of a title. */
const longestTitle = 8;

/**
 * Counts the lines of the title that begins at a line.
 * @param expected keys of titles that may stand here (contents, 印发《…》, 附件说明): they win over looks
 * @param stop a line that certainly is no title any more (a table begins)
 * @returns 0 where no title begins
 */
export function readTitle(
  lines: readonly Line[],
  from: number,
  to: number,
  expected: readonly string[],
  stop: (index: number) => boolean = () => false,
): number {
  return expectedLines(lines, from, to, expected) || likelyLines(lines, from, to, stop);
}

/** Lines that together are one of the titles that are expected. */
function expectedLines(lines: readonly Line[], from: number, to: number, expected: readonly string[]): number {
  let key = '';
  for (let index = from; index < Math.min(to, from + longestTitle); index++) {
    key += lines[index]!.key;
    if (expected.includes(key)) {
      const next = lines[index + 1];
      const bracket = index + 1 < to && next && bracketOnly.test(next.key) && expected.includes(key + next.key);
      return index - from + (bracket ? 2 : 1);
    }
    if (!expected.some((title) => title.startsWith(key))) return 0;
  }
  return 0;
}

/** Lines that look like a title, until it is complete. */
function likelyLines(lines: readonly Line[], from: number, to: number, stop: (index: number) => boolean): number {
  let count = 0;
  let joined = '';
  while (from + count < to && count < longestTitle) {
    const line = lines[from + count]!;
    const names = count > 0 && namesIssuerInBrackets(joined, line, lines[from + count + 1]);
    if (!names && !looksLikeTitle(line)) break;
    const isBracket = !names && bracketOnly.test(line.key);
    if (count > 0) {
      // Inside 《 a line is no letterhead: 《…转发国务院 / 办公厅关于修缮渡口有关文件 / 的通知》.
      if (stop(from + count) || (line.kind === 'letterhead' && isBalanced(joined))) break;
      if (isBracket ? !titleBracket.test(line.key) : isComplete(joined, lines, from + count, to)) break;
    }
    joined += line.key;
    count++;
  }
  return count;
}

/** Lines that may still follow a line which ends in a kind of document. */
const mostTails = 2;
const ownKind = new RegExp(`的(?:${genres.join('|')})(?:\\([^()]{1,30}\\)){0,2}$`);

/** Tells whether a title ends with a kind of document of its own: …的通知, and not …管理办法. */
export const endsInOwnKind = (key: string): boolean => ownKind.test(key);

/**
 * Tells whether the title that ends above a line is complete: it names a kind of document.
 * What it is about may end in one too: 关于印发示例市渡口管理办法 / 的通知.
 */
function isComplete(joined: string, lines: readonly Line[], next: number, to: number): boolean {
  if (!endsInGenre(joined) || !isBalanced(joined)) return false;
  if (!joined.includes('关于') || endsInOwnKind(joined)) return true;
  for (let at = next; at < Math.min(to, next + mostTails) && looksLikeTitle(lines[at]!); at++)
    if (endsInOwnKind(lines[at]!.key)) return lines[at]!.key.includes('关于');
  return true;
}

/** 示例市外事办公室 / (示例市港澳事务办公室) / 关于…: a second name of the issuer, in brackets. */
export function namesIssuerInBrackets(above: string, { key }: Line, below: Line | undefined): boolean {
  return (
    bracketOnly.test(key) &&
    isIssuer(key.slice(1, -1)) &&
    (above === '' || isIssuer(above)) &&
    /^(?:关于|印发|转发|批转|公布|发布)/.test(below?.key ?? '')
  );
}
