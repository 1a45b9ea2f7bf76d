import type { Line } from '../line';
import { footnoteMark, isIssuer } from './agreement';
import { keyOf } from './chars';

/** Kinds of documents that titles name, longest first: the last word of a title. */
export const genres = [
  '实施意见', '指导意见', '实施方案', '工作方案', '行动方案', '行动计划', '实施细则', '管理办法', '暂行办法', '暂行规定', '应急预案', '会议纪要', '政策解读',
  '通知', '通报', '通告', '公告', '公报', '公示', '决定', '决议', '命令', '令', '意见', '批复', '函', '纪要', '报告', '请示', '条例', '规定', '办法', '细则', '规则', '规程', '规范', '制度', '准则', '章程',
  '方案', '规划', '计划', '纲要', '要点', '预案', '措施', '举措', '政策', '标准', '目录', '清单', '名单', '指南', '指引', '任免', '任职', '免职', '解读', '问答', '大事记', '说明', '致辞', '讲话', '倡议书', '协议', '分工',
]; // prettier-ignore

const genreAtEnd = new RegExp(`(${genres.join('|')})(?:\\([^()]{1,30}\\))?$`);
/** A title may end in a word in brackets: (试行), (2018—2020年). */
const bracketOnly = /^\([^()]{1,40}\)$/;
const titleBracket =
  /^\((?:试行|暂行|(?:送审|征求意见|草案|修订|修正)(?:稿|版|案|草案)?(?:征求意见稿)?|(?!.{0,20}月.{1,3}日).{0,6}\d{4}.{0,14}|\d{1,4}[名个家项件人]|[一二三四五六七八九十]{1,3})\)$/;

/** The kind of document that a title names by its last word; undefined where it names none. */
export function genreOf(title: string): string | undefined {
  return genreAtEnd.exec(keyOf(title).replace(footnoteMark, ''))?.[1];
}

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

/**
 * 责任单位:市财政局: and not “健康示例2030”行动计划:第一阶段任务书的通知, which goes on behind its colon to a kind of
 * document.
 */
function holdsLabel(key: string): boolean {
  const colon = key.indexOf(':');
  return colon >= 0 && colon < key.length - 1 && (colon < 10 || genreOf(key) === undefined);
}

/** ……12, …(3), 电话 0000-1111111: no title holds leader dots or the number of a telephone. */
const notInTitles = /[.·…]{3,}|…\(?\d|^【.{1,30}】$|\d{7,}/;

/** A line that may be part of a title by its looks: short, no sentence, no number in front. */
export function looksLikeTitle(line: Line): boolean {
  return (
    (line.kind === 'other' ||
      (line.kind === 'note' && titleBracket.test(line.key)) ||
      (line.kind === 'numbered' && line.marker?.style === 'circled') ||
      line.kind === 'letterhead') &&
    line.key.length <= 60 &&
    !/[。;,:!?|]$/.test(line.key) &&
    !/[。;]./.test(line.key) &&
    !holdsLabel(line.key) &&
    !notInTitles.test(line.key) &&
    !isNote(line.key) &&
    !isRow(line)
  );
}

/** Titles that stand inside a title: 印发《A》《B》的通知, 印发A的通知. */
export function innerTitles(title: string): string[] {
  const key = keyOf(title);
  if (key.length > 500) return []; // no title is as long
  const match =
    /(?:印发|转发|批转|公布|发布|颁布|下达|通过)(.{1,500})的(?:通知|决定|命令|令|公告|通告|函|意见)(?:\([^()]{0,40}\))?$/.exec(
      key,
    );
  if (!match) return [];
  const quoted = quotedTitles(match[1]!);
  return quoted.length > 0 ? quoted : [match[1]!];
}

/** Contents of the outermost 《…》 of a text, in order. */
export function quotedTitles(text: string): string[] {
  const titles: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '《') {
      if (depth === 0) start = index + 1;
      depth++;
    } else if (text[index] === '》' && depth > 0) {
      depth--;
      if (depth === 0 && index > start) titles.push(text.slice(start, index));
    }
  }
  return titles;
}

const longestTitle = 8;

/**
 * Reads a title that may be broken over several lines.
 * @param witnesses keys of titles that are expected here (contents page, 印发《…》, 附件说明); they win
 * over looks
 * @param stop a line that certainly is no title any more (a table begins)
 * @returns the number of lines that the title takes; 0 where none stands here
 */
export function readTitle(
  lines: readonly Line[],
  from: number,
  to: number,
  witnesses: readonly string[],
  stop: (index: number) => boolean = () => false,
): number {
  let key = '';
  for (let index = from; index < Math.min(to, from + longestTitle); index++) {
    key += lines[index]!.key;
    if (witnesses.includes(key)) {
      const next = lines[index + 1];
      const bracket = index + 1 < to && next && bracketOnly.test(next.key) && witnesses.includes(key + next.key);
      return index - from + (bracket ? 2 : 1);
    }
    if (!witnesses.some((witness) => witness.startsWith(key))) break;
  }

  let count = 0;
  let joined = '';
  while (from + count < to && count < longestTitle && looksLikeTitle(lines[from + count]!)) {
    const line = lines[from + count]!;
    if (count > 0 && (stop(from + count) || line.kind === 'letterhead')) break;
    if (count > 0 && genreAtEnd.test(joined) && balanced(joined) && !bracketOnly.test(line.key)) break;
    if (count > 0 && bracketOnly.test(line.key) && !titleBracket.test(line.key)) break;
    joined += line.key;
    count++;
  }
  return count;
}

/** Brackets and quotation marks of a title are closed. */
export function balanced(text: string): boolean {
  const count = (character: string): number => text.split(character).length - 1;
  return count('《') === count('》') && count('“') === count('”') && count('(') === count(')');
}
