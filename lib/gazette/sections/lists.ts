import { signatureAt } from './signature';
import type { Line } from '../line';

const role =
  /^(?:总|常务|执行|第一|名誉|副|办公室){0,2} {0,4}(?:组 {0,6}长|副 {0,3}组 {0,3}长|成 {0,6}员|主 {0,6}任|副 {0,3}主 {0,3}任|委 {0,6}员|召 {0,3}集 {0,3}人|副 {0,3}召 {0,3}集 {0,3}人|指 {0,3}挥 {0,3}长?|副 {0,3}总 {0,3}指 {0,3}挥|顾 {0,6}问|秘 {0,3}书 {0,3}长|联 {0,3}络 {0,3}员|会 {0,6}长|组 {0,3}员|成 {0,3}员 {0,3}单 {0,3}位|牵 {0,3}头 {0,3}单 {0,3}位|专家) {0,3}:/;

/**
 * Counts the lines of the roster that begins at a line: 组长:… 副组长:… 成员:…
 * @returns 0 where none begins
 */
export function rosterLength(lines: readonly Line[], index: number, to: number): number {
  if (!role.test(lines[index]!.text)) return 0;
  let count = 0;
  let roles = 0;
  while (index + count < to) {
    const line = lines[index + count]!;
    if (count > 0 && signatureAt(lines, index + count, to)) break;
    if (role.test(line.text)) roles++;
    else if (line.kind !== 'other' || line.key.length > 48 || /[。;:]/.test(line.key)) break;
    count++;
  }
  return roles >= 2 || count >= 3 ? count : 0;
}

const longestItem = 24;
const fewest = 3;
/** 二、先进单位(2个): the words above say that names follow: two are enough then. */
const announcesList = /(?:名单|单位|个人|集体|企业|项目|人员|成员|机构|学校|[名个家项位]\))[:)]?$|:$/;

/** A name and nothing else: no sentence, no figure alone. */
const isItem = (line: Line): boolean =>
  line.kind === 'other' &&
  line.marker === null &&
  line.key.length >= 2 &&
  line.key.length <= longestItem &&
  /[\u3400-\u9fff]{2}/.test(line.key) &&
  !/[。;:,!?、|“”《》]/.test(line.key) &&
  !/^(?:第|附|注|关于)|^\(.*\)$|\d{3}/.test(line.key);

/**
 * Counts the lines of the list of names that begins at a line.
 * Each line holds one name.
 * @param lead the words above: a heading, or a sentence that ends in a colon
 * @returns 0 where none begins
 */
export function nameListLength(lines: readonly Line[], index: number, to: number, lead: string): number {
  let count = 0;
  while (index + count < to && isItem(lines[index + count]!) && !signatureAt(lines, index + count, to)) count++;
  return count >= (announcesList.test(lead) ? 2 : fewest) ? count : 0;
}
