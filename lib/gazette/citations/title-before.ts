import { genreOf } from '../words/titles';
import type { Run } from './mention';
import { sentenceReach } from './sentence-around';

/** A title, and where the reference that it belongs to begins. */
interface TitleMatch {
  title: string;
  start: number;
}

/** What may stand between 》 and the number, and within how many units. */
const remarks: { words: RegExp; reach: number }[] = [
  // 《…办法》(试行)(示政规〔2020〕1号), 《…方案》(2025—2027年)(试行)(…)
  { words: /》 ?((?:\((?:试行|暂行|修订|修正|[^()]{0,12}年[^()]{0,8})\) ?){1,3})$/, reach: 80 },
  // 《…办法》(2016年12月1日示例市人民政府令第2号发布)
  { words: /》 ?(\( ?\d{4}年\d{1,2}月\d{1,2}日(?:以|由|经)?)$/, reach: 24 },
];

const longestSentence = 200;
const unquotedTitle =
  /((?:[\u4e00-\u9fff]{2,12}(?:政府|办公室|办公厅|委员会|局|厅|部|委|院)[、 ]?){0,4}关于[^,。;:]{2,120}(?:通知|意见|决定|办法|规定|方案|公告|通告|批复|函|规划|计划))$/;

/**
 * Reads the title in front of a number: 《…》( or without brackets.
 * @param numberStart in units of the run
 * @returns null where none stands there
 */
export function titleBefore({ folded: text, printed }: Run, numberStart: number): TitleMatch | null {
  let end = numberStart;
  while (end > 0 && /[ ([〔]/.test(text[end - 1]!)) end--;
  for (const { words, reach } of remarks) {
    const remark = words.exec(text.slice(Math.max(0, end - reach), end));
    if (remark) end -= remark[1]!.length;
  }
  while (end > 0 && text[end - 1] === ' ') end--;
  if (text[end - 1] === '》') {
    const open = openingOf(text, end - 1);
    if (open >= 0) return { title: printed.slice(open + 1, end - 1), start: open };
  }
  const sentence = text.slice(Math.max(0, end - longestSentence), end);
  const match = unquotedTitle.exec(sentence.slice(Math.max(sentence.lastIndexOf('。'), sentence.lastIndexOf('|')) + 1));
  if (!match || match[1]!.split('《').length !== match[1]!.split('》').length) return null;
  const title = match[1]!.replace(/^(?:根据|按照|依据|依照|执行|贯彻|落实|为)+/, '');
  return { title: printed.slice(end - title.length, end), start: end - match[1]!.length };
}

/** Start of the 《 that the 》 at `close` belongs to; -1 for none. */
function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let index = close; index >= Math.max(0, close - sentenceReach); index--) {
    if (text[index] === '》') depth++;
    else if (text[index] === '《' && --depth === 0) return index;
  }
  return -1;
}

const longestListed = 70;
/** What stands between a listed title and its number: (1998年4月5日, and the bracket. */
const beforeNumber = / ?\((?:\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?(?:由|经|以)?$/;

/**
 * Reads the title in front of a number in a list: all the words there.
 * 一、示例市渔港管理办法(1998年4月5日示例市人民政府令第40号公布)
 */
export function listedTitle({ folded, printed }: Run, numberStart: number): TitleMatch | null {
  if (numberStart > longestListed) return null;
  const words = folded.slice(0, numberStart).replace(beforeNumber, '');
  if (words.length === numberStart || /[,。;:《》]/.test(words) || genreOf(words) === undefined) return null;
  return { title: printed.slice(0, words.length).trim(), start: 0 };
}
