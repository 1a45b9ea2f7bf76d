import type { MarkerStyle } from '../ast';
import { hanNumeral, readEnclosedNumber, readNumeral } from './numbers';

/** A printed number at the head of a line: 一、 (一) 1. (1) ① 第一章 第一条. */
export interface MarkerMatch {
  style: MarkerStyle;
  ordinal: number;
  /** 1 for 第二条之一. */
  inserted?: number;
  /** All numbers of a decimal marker: 2, 1, 3 for 2.1.3. */
  path?: readonly number[];
  /** UTF-16 units that the marker takes at the head of the line. */
  length: number;
}

interface MarkerRule {
  style: MarkerStyle;
  specimen: string;
  /** Anchored at the head of the folded line; group 1 is the numeral, every quantifier bounded. */
  pattern: RegExp;
}

const numeral = `([${hanNumeral}]{1,7}|\\d{1,4})`;

/** 一、二期工程, 二、三级医院: two numbers side by side are no marker. */
const sideBySide = /^(?:一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九|九、十)[、期级类等年号度档项季]/;

/** A new habit of the sources is a new row and a fixture. The first row that fits wins. */
// prettier-ignore
export const markerRules: readonly MarkerRule[] = [
  { style: 'bian', specimen: '第一编 总则', pattern: new RegExp(`^第 ?${numeral} ?(?:编|篇|卷)(?= |$|[^制写辑号码织幅章])`) },
  { style: 'bian', specimen: '第一部分 发展形势', pattern: new RegExp(`^第 ?${numeral} ?部分(?=$|[ :、][^。;]{0,40}$|[^ ,。;:是的为占由即在主]{1,24}$)`) },
  { style: 'chapter', specimen: '第一章 总则', pattern: new RegExp(`^第 ?${numeral} ?章(?! ?程)`) },
  { style: 'division', specimen: '第一节 申请', pattern: new RegExp(`^第 ?${numeral} ?节(?= |$|[^目约能日])`) },
  // 第二条之一 is inserted; 第二条第一款 and 第二条修改为 are no markers.
  { style: 'article', specimen: '第二条之一 为了规范', pattern: new RegExp(`^第 ?${numeral} ?条(?:之([一二三四五六七八九十]))?(?!(?:[例款至和、与]|第.{1,6}[款项]|中|后增加|前增加|修改|改为|删[去除]|增加|调整|作为|的|规定|所称|以及))`) },
  // 一、二期工程 is no marker.
  { style: 'hanComma', specimen: '一、总体要求', pattern: new RegExp(`^([${hanNumeral}]{1,4}) ?(?:、(?![一二三四五六七八九十]{1,3}[、期级类等年号度档项])|\\.(?!\\d))`) },
  { style: 'hanBracket', specimen: '(一)指导思想', pattern: new RegExp(`^\\( ?([${hanNumeral}]{1,4}) ?\\)(?! ?[、至和] ?\\() ?、?`) },
  { style: 'digitBracket', specimen: '(1)蓄水层', pattern: /^\( ?(\d{1,3}) ?\)/ },
  { style: 'digitPoint', specimen: '1.优化布局', pattern: /^(\d{1,3}) ?(?:\.(?!\d)|、)/ }, // not 80.6
  { style: 'digitBracket', specimen: '1)蓄水层', pattern: /^(\d{1,2}) ?\)/ },
  { style: 'circled', specimen: '①粒径', pattern: /^([①-⑳])/ },
  { style: 'digitBracket', specimen: '⑴粒径', pattern: /^([⑴-⒇])/ },
  { style: 'digitPoint', specimen: '⒈粒径', pattern: /^([⒈-⒛])/ },
];

/**
 * Reads the marker at the head of a line.
 * @param folded without blanks in front
 * @returns null where there is none
 */
export function readMarker(folded: string): MarkerMatch | null {
  for (const { style, pattern } of markerRules) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const ordinal = readEnclosedNumber(match[1]!) ?? readNumeral(match[1]!);
    if (ordinal === null || ordinal === 0 || (style === 'hanComma' && sideBySide.test(folded))) continue;
    const inserted = match[2] === undefined ? null : readNumeral(match[2]);
    return { style, ordinal, ...(inserted ? { inserted } : {}), length: match[0].length };
  }
  return null;
}

/**
 * Rank of a marker; a smaller number stands higher.
 * The depth of a section comes from the ranks that are open, not from a counter.
 */
export const markerRank: Record<MarkerStyle, number> = {
  bian: 0,
  chapter: 1,
  division: 2,
  article: 3,
  hanComma: 4,
  hanBracket: 5,
  digitPoint: 6,
  decimal: 6.5,
  digitBracket: 7,
  circled: 8,
  question: 4.5,
};

/** Rank of a marker as it stands: 1.1.1 ranks below 1.1, both above (1). */
export const rankOf = ({ style, path }: Pick<MarkerMatch, 'style' | 'path'>): number =>
  path ? markerRank[style] + Math.min(path.length, 8) / 20 : markerRank[style];

/** Letters of addresses, from pinyin: 编 bian, 章 zhang, 节 jie, 条 tiao. */
export const markerLetter: Partial<Record<MarkerStyle, string>> = {
  bian: 'b',
  chapter: 'z',
  division: 'j',
  article: 't',
  question: 'wen',
};
