import { closesWithWords } from './closing-sentences';

/** 一、总体要求 坚持质量第一,…。: a blank parts the name from its text. */
const setApart = /^([\u4e00-\u9fff]{3,16}) {1,4}(?=[^ 。]{10,}.{0,400}。)/;

/** 有下列情形之一的,给予补助: leads the list below, and names nothing. */
const leadsList = /有(?:下列|如下|以下)[^:]{0,30}:$/;

/** Longest first sentence of a numbered paragraph that is its name. */
const longestName = 42;

/** 加强渡工培训:配备救生设备,逐船检验。: a colon parts the name, which says what is done, from its text. */
const nameBeforeColon =
  /^(?!.{0,24}(?:如下|下列|以下|计算|下式|包括|是|为|指|单位|部门|机构|主体|机关|人|时间|时限|地点|地址|电话|条件|范围|标准|方式|要求|内容|依据|对象|程序|规定|公式|目标|原则|情形|材料|任务|意见|问题|结果|主任|长|员|[的等及和与]):)[\u4e00-\u9fff“”、]{2,24}(?:\([^()]{1,16}\))?:(?=[^:;]{6,}。)/;

/**
 * Measures the heading of a numbered line.
 * @param text folded words behind the marker
 * @returns UTF-16 units of the text; 0 for a paragraph without a name
 */
export function headingLength(text: string): number {
  const parted = setApart.exec(text);
  if (parted) return parted[1]!.length;
  const colon = nameBeforeColon.exec(text);
  if (colon) return colon[0].length;
  const stop = sentenceEndIn(text);
  if (stop < 0 && /。[”"]$/.test(text.trimEnd())) return 0; // 将第九条修改为:“……。”
  if (stop < 0 && leadsList.test(text.trimEnd())) return 0;
  if (stop < 0) return /[;,、]$/.test(text.trimEnd()) || text.length > 90 ? 0 : text.length;
  const name = text.slice(0, stop);
  // Behind the last sentence a remark may stand in brackets: (牵头单位:市教育局)
  const last = /^(?:\([^()]*\)|\[\d{1,3}\])?$/.test(text.slice(stop + 1).trim());
  const bare = name.replace(/\([^()]*\)$/, '');
  // 原则同意《…》(以下简称《规划》)。 and 违反本通告的,由…处理。 say something, and name nothing.
  if (/以下简称|的,/.test(name) || closesWithWords(name)) return 0;
  if (/[;:]/.test(bare) || (bare.match(/\d+/g) ?? []).length >= 3) return 0;
  if (last) return stop === text.trimEnd().length - 1 && name.length <= 24 && !/,/.test(name) ? stop + 1 : 0;
  if (name.length > longestName) return 0;
  return stop + 1;
}

/**
 * Offset of the first 。 that ends a sentence: not inside brackets or quotation marks; -1 for none.
 */
function sentenceEndIn(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if ('(“《'.includes(character)) depth++;
    else if (')”》'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '。' && depth === 0) return index;
  }
  return depth > 0 ? text.indexOf('。') : -1;
}

/** Measures the heading of an article, which stands in brackets: 【立法目的】, (目的). */
export function articleHeading(text: string): number {
  return /^(?:【[^】]{1,24}】|\([^()]{1,16}\))/.exec(text)?.[0].length ?? 0;
}
