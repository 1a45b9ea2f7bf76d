/**
 * Prints the numbers that programs write in front of paragraphs. The formats are those of Word
 * (ECMA-376, 17.18.59) and of CSS.
 */

const digits = '〇一二三四五六七八九';
const formalDigits = '零壹贰叁肆伍陆柒捌玖';

/** 一, 十一, 二十, 一百零五 with the units of everyday or of formal writing. */
function counted(value: number, numerals: string, units: readonly string[], zero: string): string {
  let text = '';
  let skipped = false;
  for (let power = 4; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    text += (skipped ? zero : '') + numerals.charAt(digit) + units[power]!;
    skipped = false;
  }
  return text;
}

function chinese(value: number): string {
  const text = counted(value, digits, ['', '十', '百', '千', '万'], '零');
  return value < 20 ? text.replace(/^一十/, '十') : text;
}

const roman: [number, string][] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore

function romanOf(value: number): string {
  let text = '';
  let left = value;
  for (const [worth, letters] of roman) {
    while (left >= worth) {
      text += letters;
      left -= worth;
    }
  }
  return text;
}

/** Word counts no further by letters. */
const mostLetters = 30 * 26;

/** a … z, aa … zz: Word repeats the letter. */
const lettersOf = (value: number): string =>
  value > mostLetters
    ? String(value)
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);

/** One of a row of characters; beyond its end the plain number. */
const oneOf =
  (row: string) =>
  (value: number): string =>
    [...row][value - 1] ?? String(value);

const fromCode = (first: number, count: number): string =>
  Array.from({ length: count }, (_, at) => String.fromCharCode(first + at)).join('');

const formats: Record<string, (value: number) => string> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalHalfWidth: String,
  upperRoman: romanOf,
  lowerRoman: (value) => romanOf(value).toLowerCase(),
  upperLetter: (value) => lettersOf(value).toUpperCase(),
  lowerLetter: lettersOf,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: (value) => String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit))),
  taiwaneseDigital: (value) => String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit))),
  japaneseDigitalTenThousand: (value) => String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit))),
  chineseLegalSimplified: (value) => counted(value, formalDigits, ['', '拾', '佰', '仟', '万'], '零'),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'),
  decimalEnclosedCircle: oneOf(fromCode(0x2460, 20) + fromCode(0x3251, 15) + fromCode(0x32b1, 15)),
  decimalEnclosedCircleChinese: oneOf(fromCode(0x2460, 20) + fromCode(0x3251, 15) + fromCode(0x32b1, 15)),
  decimalEnclosedParen: oneOf(fromCode(0x2474, 20)),
  decimalEnclosedFullstop: oneOf(fromCode(0x2488, 20)),
  ideographEnclosedCircle: oneOf(fromCode(0x3280, 10)),
  ideographParenthesis: oneOf(fromCode(0x3220, 10)),
  none: () => '',
};

/**
 * Prints a number in a format of Word. An unknown format prints the plain number; so do 0 and
 * numbers that the format cannot count to.
 */
export function formatListNumber(value: number, format: string): string {
  if (value < 1 || value > 99_999) return format === 'none' ? '' : String(value);
  return (Object.hasOwn(formats, format) ? formats[format]! : String)(value);
}

/**
 * Prints the mark of an item by the list's `type` or `list-style-type`.
 * @returns `''` for none
 */
export function htmlListMark(value: number, style: string): string {
  const mark = cssStyles[style];
  if (mark === null) return '';
  if (mark === undefined) return `${value}. `;
  return `${formatListNumber(value, mark[0])}${mark[1]}`;
}

/** Word's format and the sign behind the number; null: no number. */
const cssStyles: Record<string, [format: string, suffix: string] | null | undefined> = {
  none: null,
  disc: null,
  circle: null,
  square: null,
  'decimal-leading-zero': ['decimalZero', '. '],
  a: ['lowerLetter', '. '],
  'lower-alpha': ['lowerLetter', '. '],
  'lower-latin': ['lowerLetter', '. '],
  A: ['upperLetter', '. '],
  'upper-alpha': ['upperLetter', '. '],
  'upper-latin': ['upperLetter', '. '],
  i: ['lowerRoman', '. '],
  'lower-roman': ['lowerRoman', '. '],
  I: ['upperRoman', '. '],
  'upper-roman': ['upperRoman', '. '],
  'cjk-ideographic': ['chineseCounting', '、'],
  'simp-chinese-informal': ['chineseCounting', '、'],
  'trad-chinese-informal': ['chineseCounting', '、'],
  'cjk-decimal': ['ideographDigital', '、'],
  'simp-chinese-formal': ['chineseLegalSimplified', '、'],
  'cjk-heavenly-stem': ['ideographTraditional', '、'],
};

/** Tests whether the words begin with a number of their own: then none is written in front. */
export const beginsWithNumber = (text: string): boolean =>
  /^[\s\u3000]*(?:[一二三四五六七八九十百]{1,4}[、.．]|[(（][一二三四五六七八九十\d]{1,4}[)）]|\d{1,3}[.．、)]|第[一二三四五六七八九十百千〇零\d]{1,6}[编章节条款项]|[①-⑳])/.test(
    text,
  );
