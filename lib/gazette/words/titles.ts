import { footnoteMark } from './agreement';
import { keyOf } from './chars';

/** Kinds of documents that titles name, longest first: the last word of a title. */
// prettier-ignore
export const genres = [
  '实施意见', '指导意见', '实施方案', '工作方案', '行动方案', '行动计划', '实施细则', '管理办法', '暂行办法', '暂行规定', '应急预案', '会议纪要', '政策解读',
  '通知', '通报', '通告', '公告', '公报', '公示', '决定', '决议', '命令', '令', '意见', '批复', '函', '纪要', '报告', '请示', '条例', '规定', '办法', '细则', '规则', '规程', '规范', '制度', '准则', '章程',
  '方案', '规划', '计划', '纲要', '要点', '预案', '措施', '举措', '政策', '标准', '目录', '清单', '名单', '指南', '指引', '任免', '任职', '免职', '解读', '问答', '大事记', '说明', '致辞', '讲话', '倡议书', '协议', '分工',
];

const genreAtEnd = new RegExp(`(${genres.join('|')})(?:\\([^()]{1,30}\\)){0,4}$`);

/**
 * Reads the kind of document that a title names by its last word.
 * @returns undefined where it names none
 */
export function genreOf(title: string): string | undefined {
  return genreAtEnd.exec(keyOf(title).replace(footnoteMark, ''))?.[1];
}

/** Tells whether a title's key ends in a kind of document; a bracket may follow. */
export const endsInGenre = (key: string): boolean => genreAtEnd.test(key);

/** No title is longer. */
const longestTitle = 500;

/** Lists the titles that stand inside a title: 印发《A》《B》的通知, 印发A的通知. */
export function innerTitles(title: string): string[] {
  const key = keyOf(title);
  if (key.length > longestTitle) return [];
  const match =
    /(?:印发|转发|批转|公布|发布|颁布|下达|通过)(.{1,500})的(?:通知|决定|命令|令|公告|通告|函|意见)(?:\([^()]{0,40}\)){0,4}$/.exec(
      key,
    );
  if (!match) return [];
  const quoted = quotedTitles(match[1]!);
  return quoted.length > 0 ? quoted : [match[1]!];
}

/** Lists what stands in the outermost 《…》 of a text, in order. */
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

/** Tells whether the brackets and quotation marks of a title are closed. */
export function isBalanced(text: string): boolean {
  const count = (character: string): number => text.split(character).length - 1;
  return count('《') === count('》') && count('“') === count('”') && count('(') === count(')');
}
