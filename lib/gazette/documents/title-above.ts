import { isIssuer, issuerOf, titlesAgree } from '../words/agreement';
import type { Line } from '../line';
import { endsInOwnKind, looksLikeTitle, namesIssuerInBrackets } from '../lines/title-lines';
import { isBalanced, genreOf } from '../words/titles';

/** Lines of a title. */
export interface TitleLines {
  from: number;
  /** Exclusive. */
  to: number;
  /** Key of the lines joined. */
  key: string;
}

const mostLines = 6;
/** Lines of a portal between title and number: 来源:… 发布时间:… */
const mostFurniture = 6;

/** Tells whether a line is page furniture. */
export const isFurniture = (line: Line | undefined): boolean => line?.kind === 'residue' || line?.kind === 'metadata';

/** Finds the first line from `index` on that is no page furniture. */
export function behindFurniture(lines: readonly Line[], index: number, to: number): number {
  let at = index;
  while (at < to && at - index < mostFurniture && isFurniture(lines[at])) at++;
  return at;
}

/** Tells whether words name a document: they hold a kind of document, or 关于. */
export const namesDocument = (key: string): boolean => genreOf(key) !== undefined || key.includes('关于');

/** 示例市财政局 above 示例市民政局关于…的通知, and not the publisher's name that a portal prints over the title. */
function standsInFront(line: Line, joined: string): boolean {
  // 示例市人民政府办公室转发市教育局等部门 / 关于加强校车管理意见的通知
  if (joined.startsWith('关于') && issuerOf(line.key) !== undefined) return genreOf(line.key) === undefined;
  if (!isIssuer(line.text)) return false;
  const issuer = issuerOf(joined);
  return issuer === undefined || !(line.key.endsWith(issuer) || issuer.endsWith(line.key));
}

/** A title that is read from its last line upwards continues with the line above. */
function continuesAbove(line: Line, joined: string): boolean {
  if (joined === '') return true;
  if (!isBalanced(joined)) return true;
  // (2024—2026年)的通知, 》的通知, 的通知: no title begins so.
  if (/^[()》〉”的、与和及]/.test(joined)) return true;
  if (/^(?:关于|關於|批转|转发|印发|公布|发布|表彰)/.test(joined) || issuerOf(joined) !== undefined)
    return standsInFront(line, joined);
  if (genreOf(joined) === undefined) return true;
  // 关于印发示例市渡口管理办法 / 的通知
  if (endsInOwnKind(joined) && line.key.includes('关于') && !endsInOwnKind(line.key)) return true;
  // 关于印发 / 示例市古桥保护办法的通知: nothing but the line above says what this is about.
  return (
    genreOf(line.key) === undefined && (line.key.includes('关于') || /(?:印发|转发|公布|[的和与及、])$/.test(line.key))
  );
}

/**
 * Reads the title that ends directly above a line; page furniture may stand between.
 * Printed gazettes and law portals set the title above and (文号) below, others the number first.
 * @param expected title in the contents; lines that agree with it win over looks
 * @returns null where none stands there
 */
export function titleAbove(lines: readonly Line[], index: number, from: number, expected?: string): TitleLines | null {
  let to = index;
  while (to > from && index - to < mostFurniture && isFurniture(lines[to - 1])) to--;
  let joined = '';
  let agreed: TitleLines | null = null;
  for (let start = to - 1; start >= from && to - start <= mostLines; start--) {
    joined = lines[start]!.key + joined;
    if (joined.length > 200) break;
    if (expected !== undefined && titlesAgree(joined, expected)) agreed = { from: start, to, key: joined };
  }
  if (agreed) return agreed;

  joined = '';
  let start = to;
  while (start > from && to - start < mostLines) {
    const line = lines[start - 1]!;
    if (start - 2 >= from && isIssuer(lines[start - 2]!.text) && namesIssuerInBrackets('', line, lines[start])) {
      joined = lines[start - 2]!.key + line.key + joined;
      start -= 2;
      break;
    }
    if (!looksLikeTitle(line) || (line.kind === 'letterhead' && isBalanced(joined)) || !continuesAbove(line, joined))
      break;
    joined = line.key + joined;
    start--;
  }
  return start < to ? { from: start, to, key: joined } : null;
}

/**
 * Reads what stands below a head and shows that a document begins there.
 * @returns null where neither an addressee nor text does
 */
export function textBelow(lines: readonly Line[], index: number, to: number): 'addressee' | 'text' | null {
  let at = index;
  while (
    at < to &&
    at - index < mostFurniture &&
    (isFurniture(lines[at]) || lines[at]!.date || /^\(/.test(lines[at]!.key))
  )
    at++;
  const line = lines[at];
  if (!line || at >= to) return null;
  for (let below = at; below < Math.min(to, at + 3); below++) {
    if (isAddressee(lines[below]!)) return 'addressee';
    if (lines[below]!.kind !== 'other') break;
  }
  if (line.marker && /^(?:bian|chapter|article|hanComma)$/.test(line.marker.style)) return 'text';
  return line.kind === 'other' && line.key.length >= 8 && /[。:;,]/.test(line.key) ? 'text' : null;
}

const bodies =
  /各|政府|委员会|委|办|局|厅|部|院|署|处|会|中心|公司|单位|机构|代表|同志|企业|学校|组|站|所|团|市|县|区|镇|乡|行/;
const leadIn =
  /^(?:为|根据|按照|依据|依照|经(?!济|开|信)|因|近|现|鉴于|自(?!治|然|贸)|对|《|“|[\d一二三四五六七八九十]+[月日、.])|决定|制定|提出|如下|以下|下列|公告|通告|同意|附件/;

/** 省政府任命:, 市人民政府决定免去: what stands below is done, and nobody is addressed. */
const announces = /(?:任命|免去|任免|决定|聘任|解聘|撤销|批准|同意|公布)(?:如下)?:$/;

/**
 * Tells whether a line is an addressee (主送机关): it names bodies and has no verb.
 * 各县、区人民政府: but not 为维护法治统一,市人民政府决定:
 */
export function isAddressee(line: Line): boolean {
  const { key } = line;
  return (
    key.endsWith(':') &&
    key.length <= 200 &&
    !/[。;]/.test(key) &&
    bodies.test(key) &&
    !leadIn.test(key.slice(0, -1)) &&
    !announces.test(key)
  );
}
