import type { Line } from '../line';
import { readDateLine } from '../words/numbers';

/** What an agency's name ends with. */
const agencyEnd =
  /(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|署|行|处|会|中心|公司|小组|指挥部|支队|总队|大学|学院|医院|馆|站|所|党组|团|市长|省长|县长|区长|主任|州长)$/;
const longestSignature = 8;

/** Lines that sign. */
interface SignatureMatch {
  /** Lines that it takes, the date included. */
  count: number;
  agencies: string[];
  /** `YYYY-MM-DD` */
  signedOn?: string;
}

const dateAtEnd = /((?:[12]\d{3}|[一二][〇○◯ОOo0零一二三四五六七八九]{3}) ?年 ?.{1,3} ?月 ?.{1,4} ?日)$/;

/** 市长 王某某, 自治区主席 李 某: an office and who holds it. */
const officeHolder =
  /^(?:代|代理|副)?(?:[\u4e00-\u9fff]{0,8}(?:市 {0,3}长|省 {0,3}长|县 {0,3}长|区 {0,3}长|州 {0,3}长|旗 {0,3}长|盟 {0,3}长|镇 {0,3}长|乡 {0,3}长|主 {0,3}席|主 {0,3}任|局 {0,3}长|厅 {0,3}长|部 {0,3}长|总 {0,3}理|委员长|秘书长|行 {0,3}长|检察长|院 {0,3}长|司令员))[ :]{0,8}[\u4e00-\u9fff](?: {0,6}[\u4e00-\u9fff·]){1,5}$/;

/** The line holds names of agencies, or an office and a name, and nothing else. */
function isSigner(line: Line): boolean {
  if (line.kind === 'other' && line.key.length <= 24 && officeHolder.test(line.text)) return true;
  return (
    line.kind !== 'numbered' &&
    line.key.length <= 60 &&
    !/[。;:,]|^(?:特此|此复|此令|此致|谢谢)/.test(line.key) &&
    line.text
      .split(/ {2,}| (?=[\u4e00-\u9fff]{4})/)
      .every((name) => agencyEnd.test(name.replace(/ /g, '')) || /^[\u4e00-\u9fff]{1,4}$/.test(name.replace(/ /g, '')))
  );
}

/**
 * Reads the signature (落款) that begins at a line.
 * It is one or several agencies with a date below or behind them, or a date alone.
 * @returns null where none begins
 */
export function signatureAt(lines: readonly Line[], index: number, to: number): SignatureMatch | null {
  const first = lines[index]!;
  if (first.date) {
    if (!standsAtEnd(lines, index, to)) return null;
    const below = agenciesBelowDate(lines, index + 1, to);
    return {
      count: 1 + below.length,
      agencies: below.flatMap((line) => splitAgencies(line.text)),
      signedOn: first.date,
    };
  }
  if (!/[\u4e00-\u9fff]/.test(first.key) || first.key.length > 60) return null;
  return signatureOnOneLine(first) ?? signatureOfLines(lines, index, to);
}

/** 示例市人民政府 2023年4月14日 */
function signatureOnOneLine({ text, key }: Line): SignatureMatch | null {
  const dated = dateAtEnd.exec(text)?.[1];
  if (dated === undefined || /[。;:,(]/.test(key)) return null;
  const agency = key.slice(0, key.length - dated.replace(/ /g, '').length);
  const signedOn = readDateLine(dated);
  return signedOn && agencyEnd.test(agency) ? { count: 1, agencies: [agency], signedOn } : null;
}

/** 示例市财政局 / 示例市民政局 / 2023年4月14日 */
function signatureOfLines(lines: readonly Line[], index: number, to: number): SignatureMatch | null {
  const last = Math.min(to, index + longestSignature);
  let dated = index + 1;
  while (dated < last && !lines[dated]!.date) dated++;
  if (dated >= last) return null;
  const signers = lines.slice(index, dated);
  if (!signers.every(isSigner)) return null;
  const agencies = signers.flatMap((line) => splitAgencies(line.text));
  return { count: dated - index + 1, agencies, signedOn: lines[dated]!.date! };
}

/** 2024年3月11日 / 示例市人民政府: the date above who signs, at the end of all. */
function agenciesBelowDate(lines: readonly Line[], from: number, to: number): readonly Line[] {
  let end = from;
  while (end < Math.min(to, from + 3) && lines[end]!.key.length >= 5 && isAgencies(lines[end]!)) end++;
  const next = end < to ? lines[end] : undefined;
  const isEnd = next === undefined || /^(?:note|attachment|imprint|residue|metadata)$/.test(next.kind);
  return isEnd ? lines.slice(from, end) : [];
}

const isAgencies = (line: Line): boolean =>
  line.kind === 'other' && !/关于|[。;:,《(]/.test(line.key) && agencyEnd.test(line.key) && isSigner(line);

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

/** Splits agencies side by side: two blanks between them, or one between full names. */
function splitAgencies(text: string): string[] {
  const parts = text.split(/ {2,}/).map((part) => part.replace(/ /g, ''));
  if (parts.length === 1) {
    const words = text.split(' ').filter(Boolean);
    if (words.length > 1 && words.every((word) => word.length >= 4 && agencyEnd.test(word))) return words;
  }
  return parts.length > 1 && parts.every((part) => part.length >= 4) ? parts : [text.replace(/ /g, '')];
}
