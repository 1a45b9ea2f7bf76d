import { keyOf } from '../words/chars';
import type { Line } from '../line';
import type { Source, Span } from '../source';
import type { Token } from './tokens';
import { makeToken } from './tokens';

/** How the cells of a row stand in one line. */
export type RowLayout =
  | 'pipes' // 1 | 东门浴室 | 3元 |
  | 'tabbed' // 1⇥东门浴室⇥3元
  | 'blanks' // 1    东门浴室    3元
  | 'spaced'; // 东门浴室 3 4 7, a blank between the cells

const ruleLine = /^[-=+|:─━═┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╰╯]{3,4000}$/;

/** A line that is drawn and not written: |---|---|, ┌──┬──┐, +----+----+. */
export const isRule = ({ key }: Line): boolean => ruleLine.test(key) && /[|+┌├└┏┣┗╔╠╚╭╰]/.test(key);

/** Shorter gaps part words (目  录 has two blanks, but is no row). */
const wideGap = 2;

/**
 * Spans of the cells of a line; an empty cell is an empty span. One empty piece at each end of a
 * pipe row is its frame. Blanks of any width part cells of the last two layouts, so they have no
 * empty ones.
 */
export function piecesOf(source: Source, line: Line, layout: RowLayout): Span[] {
  const { folded, text } = source;
  const spans: Span[] = [];
  if (layout === 'blanks' || layout === 'spaced') {
    const narrowest = layout === 'blanks' ? wideGap : 1;
    let start = line.span.start;
    for (let offset = start; offset < line.span.end; offset++) {
      if (folded[offset] !== ' ') continue;
      let end = offset;
      while (folded[end] === ' ') end++;
      if (end - offset >= narrowest) {
        spans.push({ start, end: offset });
        start = end;
      }
      offset = end;
    }
    return joinSpacedWords(source, [...spans, { start, end: line.span.end }]);
  }
  const whole = layout === 'tabbed' ? source.lineSpan(line.number) : line.span;
  let start = whole.start;
  for (let offset = start; offset <= whole.end; offset++) {
    if (offset < whole.end && (layout === 'pipes' ? folded[offset] !== '|' : text[offset] !== '\t')) continue;
    spans.push(source.trim({ start, end: offset }));
    start = offset + 1;
  }
  if (layout === 'tabbed') return spans;
  if (folded[line.span.start] === '|') spans.shift();
  if (folded[line.span.end - 1] === '|') spans.pop();
  return spans;
}

/** Words that prints set in wide type: 文　　号, 备　　注, 合　　计. */
const spacedWord =
  /^(?:文号|备注|姓名|性别|年龄|单位|合计|小计|总计|编号|序号|职务|职称|项目|名称|金额|数量|类别|类型|时间|地点|日期|电话|地址|内容|期限|标准|说明|等级|级别|年度|文件名称|项目名称|单位名称)$/;
const longestSpaced = 4;

/** Joins single characters that are one word in wide type. */
function joinSpacedWords(source: Source, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (let at = 0; at < spans.length; at++) {
    let end = at + 1;
    while (end < spans.length && end - at < longestSpaced && spans[end]!.end - spans[end]!.start === 1) end++;
    const isWord = (to: number): boolean =>
      spacedWord.test(keyOf(source.folded.slice(spans[at]!.start, spans[to - 1]!.end)));
    while (end > at + 1 && !isWord(end)) end--;
    joined.push({ start: spans[at]!.start, end: spans[end - 1]!.end });
    at = end - 1;
  }
  return joined;
}

/** How many cells with words a line has in a layout. */
export const countPieces = (source: Source, line: Line, layout: RowLayout): number =>
  piecesOf(source, line, layout).filter(({ start, end }) => end > start).length;

/** A cell as a token: a line of its own; null for an empty one. */
export function pieceToken(source: Source, line: Line, span: Span): Token | null {
  if (span.start === span.end) return null;
  const text = source.folded.slice(span.start, span.end);
  return makeToken([{ ...line, span, text, key: keyOf(text), gap: 0, blankLines: 0, kind: 'other' }], 0);
}
