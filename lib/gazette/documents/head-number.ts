import { isIssuer, issuerOf } from '../words/agreement';
import type * as ast from '../ast';
import { makeDocNumber, readSplitNumber } from '../words/doc-number';
import { canonicalIssuer } from '../words/issuer-names';
import type { Line } from '../line';
import { readNumeral } from '../words/numbers';
import { genreOf } from '../words/titles';
import { ofOnePlace } from './one-place';
import { titleAbove } from './title-above';

/** A number at the head of a document, and the line that it stands in. */
export interface HeadNumber {
  docNumber: ast.DocNumber;
  /** Line of the number; the letterhead that it belongs to may stand above it. */
  index: number;
  /** Line of its first half, where it is set on two lines. */
  half?: number;
  /** (示政发〔2011〕21号): set in brackets, as below a title. */
  inBrackets: boolean;
}

const bareNumber = /^\(?[〔[(【]?((?:19|20)\d{2})年?[〕\])】]?第?(\d{1,4})[号期]\)?$/;
const countedOnly = /^\(?第(\d{1,4}|[一二三四五六七八九十百]{1,6})号\)?$/;
/** Second line of a letterhead that is set on two: 示例市人民政府 / 通 告. */
const announcing = /^(?:令|命令|公告|通告|决定|文件)$/;
const longestName = 24;
/** Agencies of a joint letterhead above the one that stands on 公告. */
const mostIssuers = 6;

/** First line of the agencies, one a line, of which the last stands at `last`. */
export function firstIssuer(lines: readonly Line[], last: number, from = 0): number {
  let first = last;
  const named = new Set([lines[last]!.key]);
  while (first > from && last - first < mostIssuers) {
    const { kind, key } = lines[first - 1]!;
    if (kind !== 'other' || !isIssuer(key) || named.has(key) || !ofOnePlace(key, lines[first]!.key)) break;
    named.add(key);
    first--;
  }
  return first;
}

/** 示例市水务局 / 示例市财政局 / 公告 / 2023年第1号: the number is counted under both names. */
function issuedTogether(lines: readonly Line[], last: number, number: ast.DocNumber): ast.DocNumber {
  const others = lines.slice(firstIssuer(lines, last), last).map(({ key }) => key);
  return others.length === 0 ? number : makeDocNumber({ ...number, agencyCode: others.join('') + number.agencyCode });
}

/**
 * Reads the number that begins at a line, perhaps below its letterhead: 示例市人民政府令 / 第7号.
 * @returns null where none does
 */
export function headNumberAt(lines: readonly Line[], index: number, to: number): HeadNumber | null {
  const line = lines[index]!;
  const inBrackets = line.key.startsWith('(');
  if (line.docNumber) return { docNumber: line.docNumber, index, inBrackets };
  const next = lines[index + 1];
  if (!next || index + 1 >= to) return null;
  const above = lines[index - 1];
  const onTwoLines = announcing.test(line.key) && above && isIssuer(above.key) ? above.key + line.key : null;
  // The number itself may be set on two lines: 示政发〔2023〕 / 4号.
  const halfNumber = line.kind === 'other' && !line.marker && !/[令告]$/.test(line.key) ? line.key : null;
  const letterhead = line.kind === 'letterhead' ? line.key : (onTwoLines ?? halfNumber);
  if (letterhead === null) return null;
  const single = readSplitNumber(letterhead, next.key);
  const split = single && onTwoLines !== null ? issuedTogether(lines, index - 1, single) : single;
  if (split) return { docNumber: split, index: index + 1, ...(halfNumber ? { half: index } : {}), inBrackets: false };
  const counted = /公告$|通告$/.test(letterhead) ? countedOnly.exec(next.key) : null;
  const serial = counted ? readNumeral(counted[1]!) : null;
  if (!serial) return null;
  const docNumber = makeDocNumber({ form: 'announcement', agencyCode: letterhead, serial });
  return { docNumber, index: index + 1, inBrackets: false };
}

/**
 * Reads a number without a code, below a title that names what is counted.
 * 示例市人民政府常务会议纪要 / 〔2019〕5号 is cited with the title as its code: 示例市人民政府常务会议纪要〔2019〕5号.
 */
export function codelessNumberAt(lines: readonly Line[], index: number, from: number): HeadNumber | null {
  const line = lines[index]!;
  const match = line.kind === 'other' || line.kind === 'masthead' ? bareNumber.exec(line.key) : null;
  if (!match || index <= from) return null;
  const title = titleAbove(lines, index, from)?.key ?? '';
  if (
    title.length > longestName ||
    title.includes('关于') ||
    !/^(?:.*纪要|公告|通告|公示|通报)$/.test(genreOf(title) ?? '')
  )
    return null;
  const docNumber = makeDocNumber({
    form: 'bracketed',
    agencyCode: title,
    year: Number(match[1]),
    serial: Number(match[2]),
  });
  return { docNumber, index, inBrackets: line.key.startsWith('(') };
}

const countedBelow =
  /^\(?(公告|通告)?(?:[〔[(【]?((?:19|20)\d{2})年?[〕\])】]?)?第?(\d{1,4}|[一二三四五六七八九十百]{1,6})号\)?$/;

/**
 * Reads the number directly below a title, which may leave out what the title says.
 * 示例市自然资源局关于公布地价的公告 / 公告2019年第3号 is 示例市自然资源局公告2019年第3号.
 * @param title key of the title, with its issuer
 * @returns null for the number of something else
 */
export function numberBelowTitle(lines: readonly Line[], index: number, title: string): HeadNumber | null {
  const line = lines[index];
  if (!line) return null;
  const issuer = issuerOf(title.replace(/\([^()]*\)/, ''));
  const number = headNumberAt(lines, index, lines.length);
  if (number) {
    const { form, agencyCode } = number.docNumber;
    const isOwn =
      issuer !== undefined && ['令', '公告', '通告'].some((word) => canonicalIssuer(issuer + word) === agencyCode);
    return form === 'bracketed' || isOwn ? number : null;
  }
  const match = countedBelow.exec(line.key);
  const word = match?.[1] ?? genreOf(title);
  const serial = match ? readNumeral(match[3]!) : null;
  if (!match || !serial || issuer === undefined || (word !== '公告' && word !== '通告')) return null;
  const year = match[2] === undefined ? {} : { year: Number(match[2]) };
  const docNumber = makeDocNumber({ form: 'announcement', agencyCode: issuer + word, ...year, serial });
  return { docNumber, index, inBrackets: line.key.startsWith('(') };
}
