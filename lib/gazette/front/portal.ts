import type * as ast from '../ast';
import { isIssuer } from '../words/agreement';
import { keyOf } from '../words/chars';
import { portalKey } from '../words/portal-keys';
import type { Line } from '../line';
import { findDate } from '../words/numbers';
import { genreOf } from '../words/titles';
import type { Source } from '../source';
import { spanAround } from '../source';

// The portal's block above a text: 索引号: …, one key a line or several, values behind the keys or on
// lines of their own.

const blankKey =
  /(?:索 ?引 ?号|发布机构|发文机关|发文单位|组配分类|主题分类|体裁分类|成文日期|成文时间|发文日期|发布日期|生成日期|废止日期|失效日期|有效性|时效性|效力状态|发文字号|公开方式|公开范围)(?= |$)/g;
const bulletsOnly = /^[ •·◆■●▪*\-–—>|]*$/;
const longestValue = 40;
/** 标题: with the whole title below it. */
const longestTitle = 120;

const isDateKey = (key: string): boolean => /日期|时间/.test(key);
const isNumberKey = (key: string): boolean => /文号|字号|编号/.test(key);

/** The last key of a line, where its value is on the next: `发文字号:`; undefined for others. */
function openKey(line: Line): string | undefined {
  if (line.kind !== 'metadata' || !/[::]$/.test(line.key)) return undefined;
  const keys = line.key.match(portalKey);
  return keys && line.key.endsWith(keys.at(-1)!) ? keys.at(-1)!.replace(/:$/, '') : undefined;
}

/**
 * Tells whether the line below a key is its value.
 * A date below 发文日期:, a number below 发文字号:, or anything that stands deeper.
 */
export function takesValue(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  const key = openKey(line);
  if (key === undefined || !next || next.kind === 'metadata') return false;
  if (next.key.length > (/标题|名称/.test(key) ? longestTitle : longestValue)) return false;
  const state = /有效性|时效性|效力/.test(key) ? /^(?:已|现行|继续|部分)?(?:有效|失效|废止|修改)$/ : /公开(?:方式|形式|类型)/.test(key) ? /公开$/ : null; // prettier-ignore
  if (state?.test(next.key)) return true;
  if (isDateKey(key)) return findDate(next.text) !== null;
  if (isNumberKey(key) && (next.docNumber || /号$/.test(next.key))) return true;
  if (/索引号|登记号|编号/.test(key)) return /^[\w/\-().〔〕[\]]+$/.test(next.key);
  if (next.docNumber || /[。;:]/.test(next.key)) return false;
  if (openKey(lines[at + 2] ?? next) !== undefined) return !/内容概述/.test(key);
  // 主题词: without a value stands above the title, which is set in the middle.
  const beginsTitle = /关于/.test(next.key) || genreOf(next.key) !== undefined || isIssuer(next.text);
  return next.indent > line.indent && (!beginsTitle || /机关|机构|单位|来源/.test(key));
}

/**
 * Makes the metadata of a line.
 * @param value the line below, where it is the value of the last key
 */
export function metadataNode(source: Source, line: Line, value?: Line): ast.Metadata {
  const span = spanAround([line.span, (value ?? line).span]);
  const text = source.folded.slice(span.start, span.end);
  let matches = [...text.matchAll(portalKey)];
  if (matches.length === 0) matches = [...text.matchAll(blankKey)];
  const starts = matches.map((match) => ({ at: match.index, key: match[0], valueAt: match.index + match[0].length }));
  const lead = text.slice(0, starts[0]?.at ?? text.length);
  if (starts.length > 0 && bulletsOnly.test(lead)) starts[0]!.at = 0;
  else if (lead) starts.unshift({ at: 0, key: '', valueAt: 0 });
  const children = starts.map(({ at, key, valueAt }, index): ast.MetadataField => {
    const end = starts[index + 1]?.at ?? text.length;
    const field = source.trim({ start: span.start + at, end: span.start + end });
    const words = source.text
      .slice(span.start + valueAt, span.start + end)
      .replace(/^[\s|\u00a0\u3000]+|(?<![\s|\u00a0\u3000])[\s|\u00a0\u3000]+$/g, '');
    return { type: 'metadataField', key: keyOf(key).replace(/:$/, ''), value: words, position: source.position(field) };
  });
  return { type: 'metadata', children, position: source.position(span) };
}

/** Gives the value of the first field whose key fits and that has a value. */
export function fieldValue(fields: readonly ast.MetadataField[], keys: RegExp): string | undefined {
  return fields.find((field) => keys.test(field.key) && field.value !== '')?.value;
}

/** Lines below the front matter in which a portal's block may still go on. */
const searchedForPortal = 4;
const isBlock = (line: Line | undefined): boolean => line?.kind === 'metadata' || line?.kind === 'residue';

/**
 * Settles what lines with a portal's key are behind the front matter.
 * Alone in the text they belong to it: 名称:示例渔港. 主题词 below the date is the imprint's. The printer's
 * notes at the end of all are page furniture.
 * @param from first line behind the front matter
 */
export function settleKeysInText(lines: readonly Line[], from: number): Line[] {
  const colophon = colophonFrom(lines);
  return lines.map((line, index) => {
    if (index >= colophon) return { ...line, kind: 'residue' };
    if (index < from || line.kind !== 'metadata') return line;
    if (/^主题词/.test(line.key)) return { ...line, kind: 'imprint' };
    const apart = index >= from + searchedForPortal && !isBlock(lines[index - 1]) && !isBlock(lines[index + 1]);
    return apart ? { ...line, kind: 'other' } : line;
  });
}

const printersNote =
  /^(?:主管|主办|主管主办|主办单位|承办|承办单位|编印|编辑|编辑出版|出版|出版发行|编辑部|地址|邮编|邮政编码|电话|传真|网址|刊号|准印证号?|印刷|发行|发行范围|赠阅范围|印数|责任编辑):|^[^,。]{0,30}编辑部.{0,6}(?:出版|编印|编辑)$|^(?:免费赠阅|内部资料).{0,20}$/;
const onlyOfPrinters =
  /^(?:主管|主办|主管主办|主办单位|编印|编辑|编辑出版|出版发行|刊号|准印证号?|印刷|赠阅范围):|编辑部.{0,6}(?:出版|编印|编辑)$/;

/** First line of the printer's notes at the end: 主管主办:… / 编辑出版:…; behind the end for none. */
function colophonFrom(lines: readonly Line[]): number {
  let from = lines.length;
  while (from > 0 && (lines[from - 1]!.kind === 'residue' || printersNote.test(lines[from - 1]!.key))) from--;
  return lines.slice(from).some(({ key }) => onlyOfPrinters.test(key)) ? from : lines.length;
}
