import type { Line } from '../line';
import { readDateLine } from '../words/numbers';

/**
 * Blocks that close a text: signature, list of attachments. Each function reads lines and changes
 * nothing.
 */

const agencyEnd =
  /(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|署|行|处|会|中心|公司|小组|指挥部|支队|总队|大学|学院|医院|馆|站|所|党组|团|市长|省长|县长|区长|主任|州长)$/;
const longestSignature = 8;

export interface SignatureMatch {
  /** Lines that it takes, the date included. */
  count: number;
  agencies: string[];
  /** `YYYY-MM-DD` */
  signedOn?: string;
}

const dateAtEnd = /((?:[12]\d{3}|[一二][〇○◯ОOo0零一二三四五六七八九]{3}) ?年 ?.{1,3} ?月 ?.{1,4} ?日)$/;

/** 市长 王某某, 自治区主席 李 某: an office and the name of who holds it. */
const officeHolder =
  /^(?:代|代理|副)?(?:[\u4e00-\u9fff]{0,8}(?:市 {0,3}长|省 {0,3}长|县 {0,3}长|区 {0,3}长|州 {0,3}长|旗 {0,3}长|盟 {0,3}长|镇 {0,3}长|乡 {0,3}长|主 {0,3}席|主 {0,3}任|局 {0,3}长|厅 {0,3}长|部 {0,3}长|总 {0,3}理|委员长|秘书长|行 {0,3}长|检察长|院 {0,3}长|司令员))[ :]{0,8}[\u4e00-\u9fff](?: {0,6}[\u4e00-\u9fff·]){1,5}$/;

function isSigner(line: Line): boolean {
  if (line.kind === 'other' && line.key.length <= 24 && officeHolder.test(line.text)) return true;
  return (
    line.kind !== 'numbered' &&
    line.key.length <= 60 &&
    !/[。;:,]/.test(line.key) &&
    line.text
      .split(/ {2,}| (?=[\u4e00-\u9fff]{4})/)
      .every((name) => agencyEnd.test(name.replace(/ /g, '')) || /^[\u4e00-\u9fff]{1,4}$/.test(name.replace(/ /g, '')))
  );
}

/**
 * The signature (落款) that begins at a line: agencies, one or several, and a date below or behind
 * them; or a date alone.
 * @returns null where none begins
 */
export function signatureAt(lines: readonly Line[], index: number, to: number): SignatureMatch | null {
  const first = lines[index]!;
  if (first.date) return standsAtEnd(lines, index, to) ? { count: 1, agencies: [], signedOn: first.date } : null;
  if (!/[\u4e00-\u9fff]/.test(first.key) || first.key.length > 60) return null;
  const dated = dateAtEnd.exec(first.text);
  if (dated && !/[。;:,(]/.test(first.key)) {
    const agency = first.key.slice(0, first.key.length - dated[1]!.replace(/ /g, '').length);
    const signedOn = readDateLine(dated[1]!);
    if (signedOn && agencyEnd.test(agency)) return { count: 1, agencies: [agency], signedOn };
  }
  const agencies: string[] = [];
  for (let at = index; at < Math.min(to, index + longestSignature); at++) {
    const line = lines[at]!;
    if (line.date) return agencies.length > 0 ? { count: at - index + 1, agencies, signedOn: line.date } : null;
    if (!isSigner(line)) return null;
    agencies.push(...splitAgencies(line.text));
  }
  return null;
}

/** A date without an agency signs only where the text ends or something other than text follows. */
function standsAtEnd(lines: readonly Line[], index: number, to: number): boolean {
  const next = lines[index + 1];
  return (
    index + 1 >= to ||
    !next ||
    next.kind === 'note' ||
    next.kind === 'attachment' ||
    next.kind === 'imprint' ||
    next.kind === 'residue' ||
    next.kind === 'metadata' || // 主题词:林业 表彰 决定
    (next.kind === 'other' && next.key.length <= 40 && !/[。;:,]$/.test(next.key))
  );
}

/** Two agencies side by side are parted by at least two blanks, or by one between full names. */
function splitAgencies(text: string): string[] {
  const parts = text.split(/ {2,}/).map((part) => part.replace(/ /g, ''));
  if (parts.length === 1) {
    const words = text.split(' ').filter(Boolean);
    if (words.length > 1 && words.every((word) => word.length >= 4 && agencyEnd.test(word))) return words;
  }
  return parts.length > 1 && parts.every((part) => part.length >= 4) ? parts : [text.replace(/ /g, '')];
}

const attachmentHead = /^附(?:件|表|图)?[一二三四五六七八九十\d]{0,3} ?[:.、](?=.)/;

/** An item that the source broke: its rest stands deeper than the item's number. */
const goesOn = (item: Line, line: Line): boolean =>
  line.kind === 'other' &&
  line.marker === null &&
  line.indent > item.indent &&
  line.indent > 2 &&
  line.key.length <= 40;

/**
 * Lines of the list of attachments (附件说明) that begins at a line: `附件:1.… ` and the numbered lines
 * below it, which stand at least as deep; an item may be broken over lines.
 */
export function attachmentListAt(lines: readonly Line[], index: number, to: number): number {
  const first = lines[index]!;
  const bare = first.kind === 'attachment' && /[::]$/.test(first.key);
  if (!bare && !(attachmentHead.test(first.text.replace(/ +/g, ' ')) && first.key.length <= 120)) return 0;
  let count = 1;
  let expected = /[:.、] ?1[.、]/.test(first.text) ? 2 : bare ? 1 : 0;
  while (expected > 0 && index + count < to) {
    const line = lines[index + count]!;
    if (goesOn(lines[index + count - 1]!, line)) {
      count++;
      continue;
    }
    const numbered =
      line.marker &&
      (line.marker.style === 'digitPoint' || line.marker.style === 'digitBracket') &&
      line.marker.ordinal === expected;
    if (!numbered || line.key.length > 100 || line.key.includes('。')) break;
    expected++;
    count++;
  }
  return bare && count === 1 ? 0 : count;
}

const ownText =
  '本(?:通知|办法|规定|意见|决定|方案|细则|规则|条例|措施|规划|计划|预案|通告|公告|制度|规范|标准|文件|政策|令|批复|函|指引|指南|目录|清单|规程|要点|实施意见|实施办法|实施方案|实施细则|暂行办法|暂行规定)';
const closingWords = new RegExp(
  `^(?:${ownText}[^。]{0,40}(?:施行|实施|执行|生效|有效|解释|废止|试行|之日)|特此|此复|专此|以上(?:通知|意见|决定|规定|方案|措施|事项)|(?:请|望|希|希望)(?:各|你|有关|广大|全|受)[^。]{0,40}(?:执行|落实|贯彻|实施|遵照|办理|再接再厉|配合|努力|反映|报告))`,
);

/**
 * A sentence that closes a whole text, whatever section was read last: 本通知自…起施行, 特此通知, 请各县区认真执行。
 */
export const closesText = (line: Line): boolean => closingWords.test(line.key.slice(0, 100));

/** 附注: 注释: 名词解释: explain the whole text above them. */
export const startsNotes = (line: Line): boolean =>
  /^(?:附注|注释|附?:?名词解释|附?:?名词术语解释)(?:[:.]|$)/.test(line.key);

const longestValidity = 240;
const validity = new RegExp(`^(?:${ownText}|有效期|本市|自)[^。]{0,80}(?:施行|实施|执行|生效|试行|有效期|失效)`);
const validityTime = /自[^。]{0,30}(?:起|之日|日后)|有效期|试行期|[年月日]起|执行至/;

/** A clause on when the text takes effect or ends: 本办法自发布之日起施行,有效期5年。 */
export const isValidity = (folded: string): boolean =>
  folded.length <= longestValidity && validity.test(folded.trimStart()) && validityTime.test(folded);
