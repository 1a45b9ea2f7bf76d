import type { MarkerStyle } from './ast';
import { hanNumeral, readEnclosedNumber, readNumber } from './numbers';

/** A printed number at the head of a line: 一、 (一) 1. (1) ① 第一章 第一条. */
export interface MarkerMatch {
  style: MarkerStyle;
  ordinal: number;
  /** UTF-16 units that the marker takes at the head of the line. */
  length: number;
}

interface MarkerRule {
  style: MarkerStyle;
  /** Anchored at the head of the folded line; group 1 is the numeral. Every quantifier is bounded. */
  pattern: RegExp;
}

const numeral = `([${hanNumeral}]{1,7}|\\d{1,4})`;

/** A new habit of the sources is a new row and a fixture. First match wins. */
const rules: MarkerRule[] = [
  { style: 'bian', pattern: new RegExp(`^第 ?${numeral} ?编(?= |$|[^制写辑号码织])`) }, // 第一编 总则
  { style: 'chapter', pattern: new RegExp(`^第 ?${numeral} ?章(?! ?程)`) }, // 第一章 总则
  { style: 'division', pattern: new RegExp(`^第 ?${numeral} ?节(?= |$|[^目约能日])`) }, // 第一节 申请
  { style: 'article', pattern: new RegExp(`^第 ?${numeral} ?条(?![例款第至和、])`) }, // 第一条 为了…
  { style: 'hanComma', pattern: new RegExp(`^([${hanNumeral}]{1,4}) ?、`) }, // 一、总体要求
  { style: 'hanBracket', pattern: new RegExp(`^\\( ?([${hanNumeral}]{1,4}) ?\\)(?! ?[、至和] ?\\() ?、?`) }, // (一)指导思想
  { style: 'digitBracket', pattern: /^\( ?(\d{1,3}) ?\)/ }, // (1)
  { style: 'digitPoint', pattern: /^(\d{1,3}) ?(?:\.(?!\d)|、)/ }, // 1. 1、, not 80.6
  { style: 'digitBracket', pattern: /^(\d{1,2}) ?\)/ }, // 1)
  { style: 'circled', pattern: /^([①-⑳])/ },
  { style: 'digitBracket', pattern: /^([⑴-⒇])/ },
  { style: 'digitPoint', pattern: /^([⒈-⒛])/ },
];

/** Reads the marker at the head of a folded line without leading blanks; null where there is none. */
export function readMarker(folded: string): MarkerMatch | null {
  for (const { style, pattern } of rules) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const ordinal = readEnclosedNumber(match[1]!) ?? readNumber(match[1]!);
    if (ordinal === null || ordinal === 0) continue;
    return { style, ordinal, length: match[0].length };
  }
  return null;
}

/** Rank of a marker: a smaller number stands higher. Depth comes from the ranks that are open, not from a counter. */
export const markerRank: Record<MarkerStyle, number> = {
  bian: 0,
  chapter: 1,
  division: 2,
  article: 3,
  hanComma: 4,
  hanBracket: 5,
  digitPoint: 6,
  digitBracket: 7,
  circled: 8,
};

/** The letter of an address for numbers that are named in pinyin: 编 bian, 章 zhang, 节 jie, 条 tiao. */
export const markerLetter: Partial<Record<MarkerStyle, string>> = {
  bian: 'b',
  chapter: 'z',
  division: 'j',
  article: 't',
};
