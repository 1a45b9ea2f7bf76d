import type { DocNumber } from '../ast';
import { fold, han } from './chars';
import { canonicalDocNumber, codeLetters, firstShortYear, isDocYear, readNumberLine, yearBracket } from './doc-number';
import { hanNumeral, readNumeral } from './numbers';

/** What a typed spelling of a number says. `canonical` is absent where something is missing. */
export interface TypedNumber {
  form?: DocNumber['form'];
  agencyCode?: string;
  year?: number;
  serial?: number;
  canonical?: string;
}

const longestSpelling = 80;
const longestCode = 24;
const typedNumeral = `[${hanNumeral}○]`;
/** Group 1: a numeral; 六 of 六政办发 and 三 of 三财 are none. */
const typedToken = new RegExp(
  `(\\d+|${typedNumeral}{2,}(?![政府委办发])|${typedNumeral}(?=[年号第字]|[^${han}]|$))|[${codeLetters}]`,
  'g',
);
/**
 * Words around the numerals; what is left of the letters is the code. 字 belongs to some codes:
 * 财字〔2015〕1号.
 */
const frame = /号文件?|文件|字第|[号年第]/g;
/** 201858: a year and a serial number without anything between them. */
const joinedNumerals = /^(\d{4}|[一二][〇零○一二三四五六七八九]{3})(\d{1,4}|[^百千]{1,5})$/;
/** 〔18〕, 18年: nobody types the older ones, so two digits up to 48 are of this century. */
const typedShortYear = new RegExp(`${yearBracket.open} ?(\\d{2}) ?年? ?${yearBracket.close}|(?<!\\d)(\\d{2}) ?年`);

/**
 * Reads a 文号 in any spelling that people type.
 * Brackets of every kind or none, blanks, full-width digits, 第, leading zeros, missing 号, Chinese
 * numerals, `2018 58号`, `58号文 2018`, `〔18〕58号`, a code with one number.
 * @returns null when the text is no such spelling
 */
export function readDocNumber(spelling: string): TypedNumber | null {
  if (spelling.length > longestSpelling) return null;
  const text = fold(spelling);
  const exact = readNumberLine(text.replace(/ /g, ''));
  if (exact) return exact;

  const { agencyCode, numerals } = takeApart(withLongYear(text));
  if (numerals.length < 1 || numerals.length > 2 || agencyCode.length > longestCode) return null;
  const [first, second] = numerals.map((token) => readNumeral(token)!);
  const named = /(令|公告|通告)$/.exec(agencyCode)?.[1];

  const result: TypedNumber = {};
  if (agencyCode) result.agencyCode = agencyCode;
  if (second !== undefined) {
    const yearFirst = isDocYear(first);
    if (!yearFirst && !isDocYear(second)) return null;
    result.year = yearFirst ? first : second;
    result.serial = yearFirst ? second : first!;
  } else if (isDocYear(first) && !/号/.test(text)) result.year = first;
  else result.serial = first!;

  if (!agencyCode && (result.year === undefined || result.serial === undefined)) return null;
  if (result.serial === 0) return null;
  result.form = named === '令' ? 'order' : named ? 'announcement' : 'bracketed';
  if (agencyCode && result.serial !== undefined && (result.year !== undefined || result.form === 'order')) {
    result.canonical = canonicalDocNumber({ ...result, form: result.form, agencyCode, serial: result.serial });
  }
  return result;
}

function takeApart(text: string): { agencyCode: string; numerals: string[] } {
  const numerals: string[] = [];
  let words = '';
  for (const [token, numeral] of text.matchAll(typedToken)) {
    if (numeral !== undefined && readNumeral(numeral) !== null) numerals.push(numeral);
    else words += token;
  }
  const agencyCode = words.replace(frame, '');
  const joined = numerals.length === 1 && agencyCode !== '' ? joinedNumerals.exec(numerals[0]!) : null;
  if (joined && isDocYear(readNumeral(joined[1]!)) && readNumeral(joined[2]!))
    return { agencyCode, numerals: joined.slice(1) };
  return { agencyCode, numerals };
}

/** A year of two digits with four; text without one as it is. */
function withLongYear(text: string): string {
  return text.replace(typedShortYear, (written: string, bracketed?: string, plain?: string) => {
    const digits = bracketed ?? plain ?? '';
    const century = Number(digits) >= firstShortYear ? '19' : '20';
    return written.replace(digits, century + digits);
  });
}
