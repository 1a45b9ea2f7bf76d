import type { DocNumber } from '../ast';
import { fold, han } from './chars';
import { codeLetters, firstShortYear, isDocYear, makeDocNumber, readNumberLine, yearBracket } from './doc-number';
import { findDocNumbers } from './find-doc-numbers';
import { hanNumeral, readNumeral } from './numbers';
import { straightenNumbers } from './typed-dress';

/** What a typed spelling of a number says. `canonical` is absent where something is missing. */
export interface TypedNumber {
  form?: DocNumber['form'];
  agencyCode?: string;
  year?: number;
  serial?: number;
  canonical?: string;
}

const longestSpelling = 80;
const longestCode = 40;
const typedNumeral = `[${hanNumeral}○]`;
/**
 * Group 1: a numeral. 六 of 六政办发, 三 of 三财 and 十四五 of 十四五规划 are none: behind one in Chinese
 * digits stands a word of numbers, no letter.
 */
const typedToken = new RegExp(
  `(\\d+|[一二][〇零○一二三四五六七八九]{3}(?![${hanNumeral}○])|${typedNumeral}{1,12}(?= {0,4}(?:[年号第字文]|[^${han}A-Za-z ]|$)))|[${codeLetters}]`,
  'g',
);
/**
 * Words around the numerals; what is left of the letters is the code. 字 belongs to the codes that
 * have it: 财字〔2015〕1号, 财税字第20号.
 */
const frame = /号文件?|文件|[号年第]/g;
/** 201858: a year and a serial number without anything between them. */
const joinedNumerals = /^(\d{4}|[一二][〇零○一二三四五六七八九]{3})(\d{1,4}|[^百千]{1,5})$/;
/** 〔18〕, 18年: nobody types the older ones, so two digits up to 48 are of this century. */
const typedShortYear = new RegExp(`${yearBracket.open} ?(\\d{2}) ?年? ?${yearBracket.close}|(?<!\\d)(\\d{2}) ?年`);
/** What counts something else: 24小时, 第十二条, 1000万元, 第3期, 65岁. */
const otherUnit = new RegExp(
  `(?:\\d|${typedNumeral}) {0,4}(?:[条款项章节篇期届卷页岁级类元万亿倍秒吨亩米%℃‰]|小时|分钟|个|[公千海]里|[公千]?[米克瓦伏]|[平立]方|人(?!社|大|防|事|民|力)|天|[度周](?=$)|月|日(?!照))`,
);

/**
 * Reads a 文号 in any spelling that people type.
 *
 * What prints have is read as the parser reads it (readNumberLine, findDocNumbers), so that both
 * give one number. Beyond that: brackets of every kind or none, blanks, 第, leading zeros, missing
 * 号, Chinese numerals, `2018 58号`, `58号文 2018`, `〔18〕58号`, a code with one number.
 * @returns null when the text is no such spelling
 */
export function readDocNumber(spelling: string): TypedNumber | null {
  if (spelling.length > longestSpelling) return null;
  const text = straightenNumbers(fold(spelling));
  return readNumberLine(text.replace(/ /g, '')) ?? readPrinted(text) ?? readLoose(text);
}

/** Reads a text that is one number as gazettes print it, and nothing else. */
function readPrinted(text: string): DocNumber | null {
  const trimmed = text.trim();
  const [number, second] = findDocNumbers(trimmed, new Set());
  if (!number || second || number.through || number.guessed) return null;
  const around = trimmed.slice(0, number.start) + trimmed.slice(number.end);
  return ['', '文', '文件'].includes(around.replace(/[()]/g, '')) ? number.docNumber : null;
}

function readLoose(text: string): TypedNumber | null {
  if (otherUnit.test(text)) return null;
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
  else if (/年/.test(text))
    return null; // 三年行动
  else result.serial = first!;

  if (!agencyCode && (result.year === undefined || result.serial === undefined)) return null;
  if (result.serial === 0) return null;
  result.form = named === '令' ? 'order' : named ? 'announcement' : 'bracketed';
  if (!agencyCode) return result;
  const { serial } = result;
  const number = makeDocNumber({ ...result, form: result.form, agencyCode, serial: serial ?? 0 });
  result.agencyCode = number.agencyCode;
  if (serial !== undefined && (result.year !== undefined || result.form === 'order'))
    result.canonical = number.canonical;
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
