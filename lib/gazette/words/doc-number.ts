import type { DocNumber } from '../ast';
import { han } from './chars';
import { canonicalIssuer } from './issuer-names';
import { hanNumeral, readNumeral } from './numbers';

/** Brackets around a year in every form that prints use, as character classes. */
export const yearBracket = { open: '[〔\\[(【〖〈《<{“„]', close: '[〕\\])】〗〉》>}”‟]' };
/** Letters of an agency's code or name, as a character class body. */
export const codeLetters = `${han}A-Za-z`;
/** Digits of a year or a serial number, Arabic or Chinese, as a character class. */
export const numberDigit = `[\\d${hanNumeral}○]`;
/** A year of two digits, usual until the nineties: 〔98〕12号. */
export const shortYear = '\\d{2}';
/** A year of four digits; scans have 2O18 and 20l8 too. */
export const longYear = `[12一二l][${hanNumeral}○◯ОOolI\\d]{3}`;

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
  const value = readNumeral(text.replace(/[lI]/g, '1').replace(/[oО]/g, '0'));
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

/** Makes a number with its canonical spelling, under the one name of its issuer. */
export function makeDocNumber(printed: Omit<DocNumber, 'canonical'>): DocNumber {
  const { form, agencyCode } = printed;
  const parts = form === 'bracketed' ? printed : { ...printed, agencyCode: canonicalIssuer(agencyCode) };
  return { ...parts, canonical: canonicalDocNumber(parts) };
}

const { open, close } = yearBracket;
const serialWords = `第?0{0,3}(${numberDigit}{1,5})号`;

/** A form of a line that is a number. */
interface LineRule {
  form: DocNumber['form'];
  specimen: string;
  /** Groups `code`, `serial`, and perhaps `year` and `word` (令 behind the number). */
  pattern: RegExp;
}

/** The first row that fits wins. */
export const numberLineRules: readonly LineRule[] = [
  {
    form: 'order',
    specimen: '示例市人民政府令第18号',
    pattern: new RegExp(
      `^\\(?(?<code>[${codeLetters}]{2,40}令)(?:${open}?(?<year>\\d{4})(?:${close}|年))?\\(?第?(?<serial>${numberDigit}{1,6})号\\)?\\)?$`,
    ),
  },
  {
    form: 'order',
    specimen: '示例市人民政府第18号令',
    pattern: new RegExp(
      `^\\(?(?<code>[${codeLetters}]{2,40}?)(?:(?<year>\\d{4})年)?第?(?<serial>${numberDigit}{1,6})号(?<word>令)\\)?$`,
    ),
  },
  {
    form: 'bracketed',
    specimen: '示政发〔2023〕4号',
    pattern: new RegExp(
      `^\\(?(?<code>[${codeLetters}]{1,16})${open}(?<year>${longYear}|${shortYear})年?${close}${serialWords.replace('(', '(?<serial>')}\\)?$`,
    ),
  },
  {
    form: 'bracketed',
    specimen: '示农(人)字〔2019〕6号', // of a section of the office; its code is 示农人字
    pattern: new RegExp(
      `^\\(?(?<code>[${codeLetters}]{1,4}\\([${codeLetters}]{1,4}\\)[字发函办规])${open}(?<year>${longYear}|${shortYear})年?${close}${serialWords.replace('(', '(?<serial>')}\\)?$`,
    ),
  },
  {
    form: 'bracketed',
    specimen: '(94)示财字第20号', // the year first, as until the nineties
    pattern: new RegExp(
      `^\\(?${open}(?<year>${longYear}|${shortYear})年?${close}(?<code>[${codeLetters}]{1,15}[字发函办规通])${serialWords.replace('(', '(?<serial>')}\\)?$`,
    ),
  },
  {
    form: 'announcement',
    specimen: '示例市人民政府公告2023年第5号',
    pattern: new RegExp(
      `^\\(?(?<code>[${codeLetters}]{2,40}(?:公告|通告))(?:(?<year>\\d{4})年?第?|第)(?<serial>${numberDigit}{1,5})号\\)?$`,
    ),
  },
];

/**
 * Reads a line that is a 文号 and nothing else.
 * @param key folded words without blanks: `本政发〔2023〕4号`
 */
export function readNumberLine(key: string): DocNumber | null {
  for (const { form, pattern } of numberLineRules) {
    const { code, serial, year: yearText, word = '' } = pattern.exec(key)?.groups ?? {};
    if (code === undefined || serial === undefined) continue;
    if (form === 'bracketed' && /^(?:公告|通告)$/.test(code)) continue; // nobody's, and no code
    const value = readNumeral(serial);
    const year = yearText === undefined ? null : readBracketYear(yearText);
    if (!value || (yearText !== undefined && year === null && form !== 'order')) continue;
    return makeDocNumber({
      form,
      agencyCode: code.replace(/[()]/g, '') + word,
      ...(year === null ? {} : { year }),
      serial: value,
    });
  }
  return null;
}

/** 示政发 above 〔2023〕4号, 示政发〔2023〕 above 4号, 示政发〔2023〕4 above 号. */
const bracketedHalf = new RegExp(
  `^[${codeLetters}]{2,12}(?:发|函|办|字|规|通|任|秘|电)(?:${open}\\d{4}(?:${close}(?:第?\\d{1,5})?)?)?$`,
);
const bracketedRest = /^(?:[〔[(【〖]?\d{4}[〕\])】〗])?第?\d{0,5}号$/;

/**
 * Reads a number that is spread over two lines.
 * `第7号` below 示例市人民政府令, `2023年第2号` below 示例市人民政府公告, `〔2023〕4号` below 示政发
 */
export function readSplitNumber(letterheadKey: string, numberKey: string): DocNumber | null {
  if (/(?:令|公告|通告)$/.test(letterheadKey)) {
    if (!/^\(?(?:\d{4}年)?第?[^第]{1,6}号\)?$/.test(numberKey)) return null;
    return readNumberLine(letterheadKey + numberKey.replace(/^\(|\)$/g, ''));
  }
  if (!bracketedHalf.test(letterheadKey) || !bracketedRest.test(numberKey)) return null;
  return readNumberLine(letterheadKey + numberKey);
}
