import { readMarker } from '../words/markers';
import { keyOf } from '../words/chars';
import { hanNumeral, readDateLine, readNumeral } from '../words/numbers';
import type { Line, LineKind } from '../line';
import { markChains } from './chains';
import { findPrintLines, printSpansOf } from './print-lines';
import type { Source, Span } from '../source';
import { readNumberLine } from '../words/doc-number';

const portalKeys =
  '索引号|信息索引号?|发文机构|制发机关|制发机构|印发机关|责任部门|发文日期|发布文号|成文时间|生成时间|印发日期|著录时间|组配分类|主题类别|信息类别|公文种类|公文类型|文件类型|公开类型|公开形式|公开类别|公开目录|效力状态|统一编号|统一登记号|登记号|规范性文件登记号|规范性文件编号|文件编号|文章来源|发布机构|发文机关|发文单位|信息名称|标题|名称|主题分类|信息分类|体裁分类|服务对象|发布日期|发布时间|公开日期|生成日期|成文日期|废止日期|失效日期|生效日期|实施日期|文号|发文字号|关键词|主题词|内容概述|有效性|时效性|信息来源|来源|公开方式|公开范围';

/** A portal's key with its colon: 索引号: 成文日期: 文 号: */
export const portalKey = new RegExp(
  `(?:${portalKeys
    .split('|')
    .map((key) => [...key].join(' {0,4}'))
    .join('|')}) {0,2}:`,
  'g',
);

interface LineRule {
  kind: LineKind;
  /** Tested against the key: no blank, folded. Every quantifier is bounded. */
  pattern: RegExp;
}

const startsWithPortalKey = new RegExp(`^[•·◆■●▪*-]{0,2}(?:${portalKeys}):`);
/** The portal set blanks instead of colons: 索引号 1137/2023-05260 成文时间 2023-03-10, 有效性 有效. */
const keyWithoutColon =
  /^(?:信息)?索引号[\w/().—-]{5,40}|^(?:发布机构|发文机关|发文单位|成文日期|成文时间|发文日期|发布日期|生成日期|发文字号|有效性|时效性)[^:,。;]{2,40}(?:组配分类|主题分类|体裁分类|成文日期|成文时间|发文日期|发布日期|生成日期|废止日期|失效日期|有效性|时效性|发文字号|公开方式)[^:,。;]{0,40}$|^(?:有效性|时效性|效力状态)(?:有效|失效|废止|现行有效|继续有效)$|^(?:发布|成文|发文|生成|公开)(?:日期|时间)\d{4}-\d{1,2}-\d{1,2}[\d:-]{0,12}$/;

const rules: LineRule[] = [
  { kind: 'residue', pattern: /^(?:发布时间|发布日期|来源|信息来源|时间|日期|浏览次数|字体|字号)?:?.{0,60}(?<!文)字(?:体|号)(?:大小)?:|^(?:浏览次数|点击数|阅读次数|访问量|打印本页|关闭窗口|\[?打印\]?\[?关闭\]?|分享到|扫一扫|当前位置|您现在的位置|首页>)/ },
  { kind: 'residue', pattern: /^(?:返回顶部|返回首页|返回列表|分享|分享到|收藏|打印|[【\[]打印[】\]].{0,12}|[【\[]关闭[】\]]|点击此处下载|[^,。;:]{2,16}门户网站)$|^(?:下载地址|作者|责任编辑|附件下载|上一篇|上一条|下一篇|下一条|相关链接|相关文章|相关解读|网站标识码|点击数|浏览|浏览量|阅读量|视力保护色|保护视力色|护眼模式|字体大小|您的位置):|^版权所有|^首页[>»]|ICP备\d/ },
  { kind: 'residue', pattern: /^[A-Z]{2,8}\d{0,4}[—–-]{1,2}\d{4}[—–-]{1,2}\d{3,7}$/ }, // SLCR-2023-01005, the number of a register
  { kind: 'metadata', pattern: startsWithPortalKey },
  { kind: 'metadata', pattern: keyWithoutColon },
  { kind: 'contents', pattern: /^[【[(·•]?[A-Za-z]{0,16}(?:本期)?目[录次][A-Za-z]{0,16}[】\])]?$/ },
  { kind: 'masthead', pattern: /^.{0,30}\d{4}年?[,第·]{0,2}(?:第?\d{1,3}(?:[、,~至—–-]第?\d{1,3})?[号期]|总?第?\d{1,4}期).{0,4}(?:\(?总?第?\d{1,5}(?:[、,~至—–-]\d{1,5})?[号期]\)?)?$|^[^,。:;《》]{2,24}(?:政府|办公厅|办公室|国务院|常委会|委员会)公报$|^[^,。:;《》]{2,12}政报$|^[^,。:;《》]{2,24}公报\d{4}年第?\d{1,3}(?:[、,~至—–-]第?\d{1,3})?[号期].{0,20}$|^\(?总(?:第|号:?|期数?:?)?\d{1,5}[期号]?\)?$|^第\d{1,3}期(?:\(?总第?\d{1,5}[期号]\)?)?$/ },
  { kind: 'attachment', pattern: /^(?:附件|附表|附录|附图|附)(?:之?[一二三四五六七八九十\d]{0,3})[::.、]?$/ },
  { kind: 'callout', pattern: /^[【\[(]?专栏(?:之?[一二三四五六七八九十]{1,3}|\d{1,3})?[^,。;]{0,50}$/ },
  { kind: 'imprint', pattern: /^(?:抄送|抄报|主送|分送)[::]|^.{2,40}(?:办公室|办公厅|秘书处|秘书科|局|委|处|科)(?:[12]\d{3}年\d{1,2}月\d{1,2}日|[一二][〇○◯ОO0零].{2}年.{1,3}月.{1,3}日)印发$|^\(?共印\d{1,5}份\)?$/ },
  { kind: 'note', pattern: /^\((?:此件|此文|本文|内部|联系人|信息公开|公开属性|不予公开|依申请|主动公开).{0,80}\)$/ },
  { kind: 'letterhead', pattern: /^[^,。;:!?"“”《》()\d]{3,44}文件$|^[^,。;:!?"“”《》()\d关]{2,28}(?:政府|办公室|办公厅|委员会|委|局|厅|部|院|署|行|会|中心)(?:命令|令|公告|通告)$/ },
]; // prettier-ignore

/**
 * A pipe with words at both sides, or words between two pipes: 甲 | 乙, | 甲 |. The text has no blanks
 * at its edges.
 */
function hasCells(text: string): boolean {
  const inside = text.slice(1, -1);
  return inside.includes('|') || (/^\|.*\|$/.test(text) && inside.trim() !== '');
}

function kindOf(line: Pick<Line, 'key' | 'text' | 'marker' | 'docNumber' | 'date'>): LineKind {
  if (hasCells(line.text)) return startsWithPortalKey.test(line.key) ? 'metadata' : 'pipes';
  if (line.docNumber) return 'number';
  if (line.date) return 'date';
  if (line.key.length <= 200) {
    for (const { kind, pattern } of rules) if (pattern.test(line.key)) return kind;
  }
  return line.marker ? 'numbered' : 'other';
}

/** What the words of a line are by themselves. */
function readFacts(
  source: Source,
  words: Span,
): Pick<Line, 'span' | 'text' | 'key' | 'marker' | 'docNumber' | 'date' | 'kind'> {
  const span = source.trim(words);
  const text = source.folded.slice(span.start, span.end).trimEnd();
  const key = keyOf(text);
  const facts = {
    span,
    text,
    key,
    marker: readMarker(text),
    docNumber: key.length <= 40 ? readNumberLine(key) : null,
    date: key.length <= 24 ? readDateLine(text) : null,
  };
  return { ...facts, kind: kindOf(facts) };
}

/** 二、重点任务(一)提升质量。…。(二)…: a heading whose lines were run together. */
const gluedItem = new RegExp(`^[${hanNumeral}]{1,4} ?、[^。;,:()、]{2,24}(?=\\( ?一 ?\\))|^(?=\\( ?一 ?\\))`);
const nextItem = /。 ?(?=\( ?([一二三四五六七八九十]{1,3}) ?\))/g;

/**
 * Where further headings begin inside a line: (一) directly behind 二、…, then (二), (三) behind a
 * sentence each.
 */
function headingsInside(text: string): number[] {
  const first = gluedItem.exec(text);
  if (!first) return [];
  const cuts = first[0].length > 0 ? [first[0].length] : [];
  let expected = 2;
  for (const match of text.matchAll(nextItem)) {
    if (readNumeral(match[1]!) !== expected) continue;
    cuts.push(match.index + match[0].length);
    expected++;
  }
  return cuts;
}

/**
 * Reads the lines that have ink, in order. Nothing is dropped: blank lines are counted on the line
 * that follows.
 */
export function readLines(source: Source): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let blankLines = 0;
  for (let number = 1; number <= source.lineCount; number++) {
    const whole = source.lineSpan(number);
    const span = source.trim(whole);
    if (span.start === span.end) {
      if (whole.start === whole.end) gap++;
      else blankLines++;
      continue;
    }
    // A mark of a word processor in front of the words is blank in the folded text; it becomes a
    // line of its own.
    const folded = source.folded.slice(span.start, span.end);
    const residue = folded.startsWith(' ') ? folded.length - folded.trimStart().length : 0;
    const tabbed = source.text.slice(whole.start, span.start).includes('\t');
    const before = { number, indent: span.start - whole.start, tabbed, gap, blankLines };
    const cut = span.start + residue;
    if (residue > 0) lines.push({ ...before, ...readFacts(source, { start: span.start, end: cut }), kind: 'residue' });
    let from = cut;
    for (const inside of headingsInside(source.folded.slice(cut, span.end))) {
      lines.push({ ...before, ...readFacts(source, { start: from, end: cut + inside }) });
      Object.assign(before, { gap: 0, blankLines: 0 });
      from = cut + inside;
    }
    if (from < span.end) lines.push({ ...before, ...readFacts(source, { start: from, end: span.end }) });
    gap = 0;
    blankLines = 0;
  }
  const print = findPrintLines(lines);
  source.addResidues(printSpansOf(lines, print));
  for (const index of print) Object.assign(lines[index]!, { kind: 'residue', print: true });
  markChains(lines);
  return lines;
}
