import type { DocNumber } from '../ast';
import { han } from './chars';
import { hanNumeral, readNumeral } from './numbers';

/** Brackets around a year in every form that prints use, as character classes. */
export const yearBracket = { open: '[〔\\[(【〈《<{“„]', close: '[〕\\])】〉》>}”‟]' };
/** Letters of an agency's code or name, as a character class body. */
export const codeLetters = `${han}A-Za-z`;
/** Digits of a year or a serial number, Arabic or Chinese, as a character class. */
export const numberDigit = `[\\d${hanNumeral}○]`;
/** A year of two digits, usual until the nineties: 〔98〕12号. */
export const shortYear = '\\d{2}';

const earliestYear = 1949;
const latestYear = 2199;

/** Tells whether a number can be the year of a document. */
export const isDocYear = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined && value >= earliestYear && value <= latestYear;

/** Two digits from here on are of the last century. */
export const firstShortYear = 49;
const lastShortYear = 9;

/**
 * Reads the year in the bracket of a number, in four digits or two.
 * @returns null for anything else
 */
export function readBracketYear(text: string): number | null {
  const value = readNumeral(text);
  if (value === null || text.length > 2) return isDocYear(value) ? value : null;
  if (value >= firstShortYear) return 1900 + value;
  return value <= lastShortYear ? 2000 + value : null;
}

/**
 * Spells a number as it is shown and compared.
 * 本政办发〔2018〕58号, 示例市人民政府令第7号, 财政部税务总局公告2023年第1号
 */
export function canonicalDocNumber({ form, agencyCode, year, serial }: Omit<DocNumber, 'canonical'>): string {
  if (form === 'order') return `${agencyCode}${year ? `〔${year}〕` : ''}第${serial}号`;
  if (form === 'announcement') return `${agencyCode}${year ? `${year}年` : ''}第${serial}号`;
  return `${agencyCode}〔${year}〕${serial}号`;
}

/** Makes a number with its canonical spelling. */
export function makeDocNumber(parts: Omit<DocNumber, 'canonical'>): DocNumber {
  return { ...parts, canonical: canonicalDocNumber(parts) };
}

const { open, close } = yearBracket;
const numberLine = new RegExp(
  `^\\(?([${codeLetters}]{1,16})${open}(${numberDigit}{4}|${shortYear})年?${close}第?0{0,3}(${numberDigit}{1,5})号\\)?$`,
);
const orderLine = new RegExp(
  `^\\(?([${codeLetters}]{2,24}令)(?:${open}(\\d{4})${close})?第?(${numberDigit}{1,6})号\\)?$`,
);
const announcementLine = new RegExp(
  `^\\(?([${codeLetters}]{2,30}(?:公告|通告))(?:(\\d{4})年?第?|第)(${numberDigit}{1,5})号\\)?$`,
);

/**
 * Reads a line that is a 文号 and nothing else.
 * @param key folded words without blanks: `本政发〔2023〕4号`
 */
export function readNumberLine(key: string): DocNumber | null {
  const order = orderLine.exec(key);
  if (order) {
    const serial = readNumeral(order[3]!);
    const year = order[2] ? readNumeral(order[2]) : null;
    if (serial)
      return makeDocNumber({ form: 'order', agencyCode: order[1]!, ...(isDocYear(year) ? { year } : {}), serial });
  }
  const bracketed = numberLine.exec(key);
  if (bracketed) {
    const year = readBracketYear(bracketed[2]!);
    const serial = readNumeral(bracketed[3]!);
    if (year && serial) return makeDocNumber({ form: 'bracketed', agencyCode: bracketed[1]!, year, serial });
  }
  const announcement = announcementLine.exec(key);
  if (announcement) {
    const year = announcement[2] === undefined ? null : readNumeral(announcement[2]);
    const serial = readNumeral(announcement[3]!);
    if (serial && (year === null || isDocYear(year)))
      return makeDocNumber({ form: 'announcement', agencyCode: announcement[1]!, ...(year ? { year } : {}), serial });
  }
  return null;
}

/**
 * Reads a number that is spread over two lines.
 * `第7号` below 示例市人民政府令, `2023年第2号` below 示例市人民政府公告
 */
export function readSplitNumber(letterheadKey: string, numberKey: string): DocNumber | null {
  if (!/(?:令|公告|通告)$/.test(letterheadKey)) return null;
  if (!/^\(?(?:\d{4}年)?第?[^第]{1,6}号\)?$/.test(numberKey)) return null;
  return readNumberLine(letterheadKey + numberKey.replace(/^\(|\)$/g, ''));
}
