import type { Line } from './lines';
import { readDateLine } from './numbers';

/** Blocks that close a text: signature, list of attachments, rosters. Each function reads lines and changes nothing. */

const agencyEnd =
  /(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|署|行|处|会|中心|公司|小组|指挥部|支队|总队|大学|学院|医院|馆|站|所|党组|团|市长|省长|县长|区长|主任|州长)$/;
const longestSignature = 8;

export interface FoundSignature {
  /** Lines that it takes, the date included. */
  count: number;
  agencies: string[];
  /** `YYYY-MM-DD` */
  signedOn?: string;
}

const dateAtEnd = /((?:[12]\d{3}|[一二][〇○◯ОOo0零一二三四五六七八九]{3}) ?年 ?.{1,3} ?月 ?.{1,4} ?日)$/;

function isSigner(line: Line): boolean {
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
 * The signature (落款) that begins at a line: agencies, one or several, and a date below or behind them; or a date alone.
 * @returns null where none begins
 */
export function signatureAt(lines: readonly Line[], index: number, to: number): FoundSignature | null {
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

const attachmentHead = /^附件[一二三四五六七八九十\d]{0,3} ?[:.、](?=.)/;

/**
 * Lines of the list of attachments (附件说明) that begins at a line: `附件:1.… ` and the numbered lines below it, which stand
 * at least as deep.
 */
export function attachmentListAt(lines: readonly Line[], index: number, to: number): number {
  const first = lines[index]!;
  const bare = first.kind === 'attachment' && /[::]$/.test(first.key);
  if (!bare && !(attachmentHead.test(first.text.replace(/ +/g, ' ')) && first.key.length <= 120)) return 0;
  let count = 1;
  let expected = /[:.、] ?1[.、]/.test(first.text) ? 2 : bare ? 1 : 0;
  while (expected > 0 && index + count < to) {
    const line = lines[index + count]!;
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

const role =
  /^(?:总|常务|执行|第一|名誉|副|办公室){0,2} {0,4}(?:组 {0,6}长|副 {0,3}组 {0,3}长|成 {0,6}员|主 {0,6}任|副 {0,3}主 {0,3}任|委 {0,6}员|召 {0,3}集 {0,3}人|副 {0,3}召 {0,3}集 {0,3}人|指 {0,3}挥 {0,3}长?|副 {0,3}总 {0,3}指 {0,3}挥|顾 {0,6}问|秘 {0,3}书 {0,3}长|联 {0,3}络 {0,3}员|会 {0,6}长|组 {0,3}员|成 {0,3}员 {0,3}单 {0,3}位|牵 {0,3}头 {0,3}单 {0,3}位|专家) {0,3}:/;

/** Lines of a roster (组长:… 副组长:… 成员:…) that begins at a line; 0 where none does. */
export function rosterLength(lines: readonly Line[], index: number, to: number): number {
  if (!role.test(lines[index]!.text)) return 0;
  let count = 0;
  let roles = 0;
  while (index + count < to) {
    const line = lines[index + count]!;
    if (role.test(line.text)) roles++;
    else if (line.kind !== 'other' || line.key.length > 48 || /[。;:]/.test(line.key)) break;
    count++;
  }
  return roles >= 2 || count >= 3 ? count : 0;
}
