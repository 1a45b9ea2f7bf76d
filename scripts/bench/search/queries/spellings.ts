import { hanNumeral } from '../corpus/numerals';
import type { SampledDocument } from './sample';

const wide = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const hanYear = (year: number): string =>
  [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

/** Ways in which people type a number; each is a row. */
const spellings: ((document: SampledDocument) => string)[] = [
  ({ docNumber }) => docNumber,
  ({ agencyCode, year, serial }) => `${agencyCode}[${year}]${serial}号`,
  ({ agencyCode, year, serial }) => `${agencyCode}（${year}）${serial}`,
  ({ agencyCode, year, serial }) => `${agencyCode} ${year} ${serial}`,
  ({ agencyCode, year, serial }) => wide(`${agencyCode}【${year}】${serial}号`),
  ({ agencyCode, year, serial }) => `${agencyCode} 〔 ${year} 〕 第 ${serial} 号`,
  ({ agencyCode, year, serial }) => `${agencyCode}${year}年${serial}号`,
  ({ agencyCode, year, serial }) => `${agencyCode}〔${hanYear(year)}〕${hanNumeral(serial)}号`,
];

/** Takes a document and which way; gives its number as somebody may type it. */
export const spellNumber = (document: SampledDocument, way: number): string =>
  spellings[way % spellings.length]!(document);
