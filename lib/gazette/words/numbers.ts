// prettier-ignore
const hanDigits: Record<string, number> = {
  零: 0, 〇: 0, '○': 0, '◯': 0, О: 0, O: 0, o: 0, 'Ｏ': 0, '０': 0, '0': 0,
  一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9,
};
const hanUnits: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters that may stand in a Chinese numeral, as a character class body. */
export const hanNumeral = '零〇一二两三四五六七八九十百千';

/** 一千二百三十四万五千六百七十八 has 15 characters; nothing that is longer counts. */
const longestNumeral = 16;

/**
 * Reads a numeral in Arabic or Chinese digits: 12, 十二, 一百二十, 二〇二三.
 * @returns null for anything else
 */
export function readNumeral(text: string): number | null {
  if (text.length > longestNumeral) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  let total = 0;
  let digit: number | null = null;
  let digits = '';
  let positional = true;
  for (const character of text) {
    const unit = hanUnits[character];
    const value = hanDigits[character] ?? (/\d/.test(character) ? Number(character) : undefined);
    if (unit !== undefined) {
      positional = false;
      total += (digit ?? 1) * unit;
      digit = null;
    } else if (value !== undefined) {
      digits += String(value);
      digit = value;
    } else return null;
  }
  if (digits === '' && positional) return null;
  if (positional) return digits.length > 9 ? null : Number(digits);
  return total + (digit ?? 0);
}

const circledOne = 0x2460;

/**
 * Reads ①–⑳ (U+2460…), ⑴–⒇ (U+2474…) or ⒈–⒛ (U+2488…).
 * @returns null for any other character
 */
export function readEnclosedNumber(character: string): number | null {
  const code = character.charCodeAt(0);
  if (!(code >= circledOne && code < circledOne + 60)) return null; // NaN for an empty string too
  return ((code - circledOne) % 20) + 1;
}

const year = '([12]\\d{3}|[一二][〇○◯ОOo0零一二三四五六七八九]{3})';
const monthOrDay = '([0-3]?\\d|[一二三四五六七八九十廿卅元]{1,3})';
const datePattern = new RegExp(`${year} *年 *${monthOrDay} *月 *${monthOrDay} *日`);
const dateOnlyPattern = new RegExp(`^\\(?(?:公元)?${datePattern.source}\\)?$`);
/** 1987．12．13, 2003-12-13, 2003/12/13: a line of its own. */
const digitsOnlyPattern = /^((?:19|20)\d{2})[-./](\d{1,2})[-./](\d{1,2})$/;
const isoPattern = /^([12]\d{3})[-/.](\d{1,2})[-/.](\d{1,2})/;

/** Words for a day without blanks, as source of a regular expression without groups. */
export const dayWords = `${year}年${monthOrDay}月${monthOrDay}日`.replace(/\((?!\?)/g, '(?:');
const everyDate = new RegExp(datePattern.source, 'g');

/** The day exists; leap days count. */
function isRealDay(yearNumber: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (yearNumber % 4 === 0 && yearNumber % 100 !== 0) || yearNumber % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** 元月, 廿三日 and 卅一日 are read too. */
const readDatePart = (part: string): number | null =>
  part === '元' ? 1 : readNumeral(part.replace('廿', '二十').replace('卅', '三十'));

function isoDate(match: RegExpExecArray | null): string | null {
  if (!match) return null;
  const [yearNumber, month, day] = [match[1]!, match[2]!, match[3]!].map((part) => readDatePart(part) ?? NaN) as [
    number,
    number,
    number,
  ];
  if (!isRealDay(yearNumber, month, day)) return null;
  return `${yearNumber}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Reads folded text that is a date and nothing else: `2023年4月14日`, `二○二三年四月十四日`.
 * @returns `YYYY-MM-DD`; null for other text and for days that do not exist
 */
export function readDateLine(folded: string): string | null {
  const key = folded.replace(/ +/g, '');
  return isoDate(dateOnlyPattern.exec(key) ?? digitsOnlyPattern.exec(key));
}

/**
 * Finds the first date in folded text: 2023年6月28日, or `2023-06-28 17:07:37` at its head.
 * @returns `YYYY-MM-DD`
 */
export function findDate(folded: string): string | null {
  return isoDate(datePattern.exec(folded)) ?? isoDate(isoPattern.exec(folded.trim()));
}

/**
 * Lists the days that folded text names in Chinese spelling, and where their words stand.
 * @returns days as `YYYY-MM-DD`; those that do not exist are left out
 */
export function listDays(folded: string): { day: string; start: number; end: number }[] {
  return [...folded.matchAll(everyDate)].flatMap((match) => {
    const day = isoDate(match);
    return day === null ? [] : [{ day, start: match.index, end: match.index + match[0].length }];
  });
}
