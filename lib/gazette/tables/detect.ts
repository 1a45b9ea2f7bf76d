import type { Line } from '../lines';
import { markerRank } from '../markers';
import type { Setting } from '../paragraphs';
import { findGiven } from './given';

/** Where a table stands: indexes into the lines, `to` exclusive; the caption line is not part of the region. */
export interface TableRegion {
  layout: 'pipes' | 'tabs' | 'lines' | 'given';
  caption: number | null;
  from: number;
  to: number;
}

export interface TableContext {
  setting: Setting;
  /** The line continues the outline that is open: 四、 after 三、. */
  continuesOutline: (line: Line) => boolean;
  /** The line begins something that no table runs over: an attachment, a signature, the next text. */
  isBoundary: (index: number) => boolean;
}

/** Words that column heads are made of: a weak prior only. */
const headWord =
  /序号|编号|指标|目标值|单位|主体|部门|备注|类别|类型|名称|期限|时限|时间|内容|规模|地点|投资|领域|事项|范围|措施|举措|任务|性质|属性|渠道|方式|来源|数量|金额|合计|项目|标准|级别|依据|文号|地址|联系|责任|分工|姓名|职务|要求|次数|基数|频次|面积|长度|比例|得分|分值|牵头|配合|\d{4}年/;
const captionEnd =
  /(?:表|清单|目录|指标|名单|项目|名录|一览|明细|分工|事项|条件|标准|情况|安排|计划)(?:\([^()]{1,24}\))?$/;
const dataLike = /^(?:[≥≤<>≧≦约]?\d[\d.,%‰/]*(?:[年月日个天万亿元%人次项处座]{0,4})|[-—/无]|\d{4}[-—]\d{4})$/;

/** A column of dates: a full date below it is a cell and no signature. */
const dateHead = /时间|日期|期限|时限/;
/** Bodies are named in short inside a table (市财政局) and in full where they sign. */
const shortName = /^[市县区省]/;

const longestHeader = 14;

function isHeaderCell(line: Line): boolean {
  return (
    line.key.length <= 16 &&
    (line.kind === 'other' || line.kind === 'attachment') &&
    !line.marker &&
    !(dataLike.test(line.key) && !/^\d{4}年/.test(line.key)) &&
    !/[。;!?,:、]$/.test(line.key)
  );
}

const isItem = (line: Line): boolean => line.marker !== null && markerRank[line.marker.style] > markerRank.hanBracket;

/**
 * Running text: indented as the body is, and a heading or long. Such a line stands outside of every table. `1.` may also
 * begin a paragraph of a cell, so it counts only where it goes on with the numbers outside.
 */
function isBodyText(line: Line, { setting, continuesOutline }: TableContext): boolean {
  if (setting.bodyIndent === 0 || line.indent !== setting.bodyIndent) return false;
  if (isItem(line)) return continuesOutline(line);
  return line.marker !== null || line.key.length >= 60;
}

/** Length of the run of header cells that begins at `from`: 序号 … 1, or at least three with column words; 0 for none. */
function headerRun(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  while (from + count < to && count < longestHeader && isHeaderCell(lines[from + count]!)) count++;
  const first = lines[from];
  if (!first || count < 2) return 0;
  if (/^(?:序号|编号|序)$/.test(first.key)) {
    const one = lines.slice(from, Math.min(to, from + longestHeader + 1)).findIndex((line) => line.key === '1');
    return one > 0 ? one : count;
  }
  const second = lines[from + 1]!;
  const words = lines.slice(from, from + count).filter((line) => headWord.test(line.key)).length;
  return count >= 3 && headWord.test(first.key) && headWord.test(second.key) && words >= 3 ? Math.max(2, words) : 0;
}

/** A title that names the next table or part and was read to the end of this one. */
function isTrailingTitle(line: Line): boolean {
  return (
    line.key.length >= 4 &&
    line.key.length <= 40 &&
    captionEnd.test(line.key) &&
    !/[。;:,]/.test(line.key) &&
    !line.marker
  );
}

function pipeRegion(lines: readonly Line[], from: number, to: number): TableRegion | null {
  let end = from;
  while (end < to && lines[end]!.kind === 'pipes') end++;
  return end - from >= 2 ? { layout: 'pipes', caption: null, from, to: end } : null;
}

/** Lines that open with a tab open a cell; up to three plain lines may stand between (broken labels). */
function tabRegion(lines: readonly Line[], from: number, to: number): TableRegion | null {
  if (!lines[from]!.tabbed) return null;
  let end = from;
  let tabs = 0;
  let plain = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (line.tabbed) {
      tabs++;
      plain = 0;
      end = index + 1;
    } else if (++plain > 3 || line.key.length > 60 || line.kind !== 'other') break;
  }
  const head = lines.slice(from, Math.min(end, from + 6)).filter((line) => headWord.test(line.key)).length;
  return tabs >= 6 && head >= 2 && !lines[from]!.marker ? { layout: 'tabs', caption: null, from, to: end } : null;
}

function lineRegion(lines: readonly Line[], from: number, to: number, context: TableContext): TableRegion | null {
  const header = headerRun(lines, from, to);
  if (header === 0 || isBodyText(lines[from]!, context)) return null;
  const dated = lines.slice(from, from + header).some((line) => dateHead.test(line.key));
  let end = from + header;
  let serial = 0;
  for (; end < to; end++) {
    const line = lines[end]!;
    const dateCell = dated && (line.date !== null || shortName.test(line.key));
    if (
      (context.isBoundary(end) && !dateCell) ||
      line.kind === 'pipes' ||
      line.kind === 'table' ||
      line.kind === 'letterhead' ||
      line.kind === 'attachment' ||
      line.kind === 'callout' ||
      line.kind === 'imprint'
    )
      break;
    if (line.marker && /^(?:bian|chapter|division|article)$/.test(line.marker.style)) break;
    if (isBodyText(line, context)) break;
    if (context.setting.bodyIndent === 0 && !isItem(line) && context.continuesOutline(line)) break;
    if (/^\d{1,3}$/.test(line.key) && Number(line.key) === serial + 1) serial++;
    if (end > from + header + 2 && /^(?:序号|编号)$/.test(line.key) && headerRun(lines, end, to) > 0) {
      const next = lines.slice(end, end + longestHeader).find((each) => /^\d{1,3}$/.test(each.key));
      if (!next || Number(next.key) !== serial + 1) break;
    } else if (end > from + header + 2 && repeatsHeader(lines, from, end)) break;
  }
  while (end > from + header && isTrailingTitle(lines[end - 1]!) && lastLineIsTitle(lines, from + header, end)) end--;
  return end - from - header >= 2 ? { layout: 'lines', caption: null, from, to: end } : null;
}

/** The first two cells of the header stand here again: the next table begins. */
function repeatsHeader(lines: readonly Line[], header: number, index: number): boolean {
  return lines[index]!.key === lines[header]!.key && lines[index + 1]?.key === lines[header + 1]!.key;
}

/** A title after the last row: unlike the cells above, which seldom end in 清单 or 表. */
function lastLineIsTitle(lines: readonly Line[], from: number, end: number): boolean {
  const cells = lines.slice(from, end - 1);
  const alike = cells.filter(isTrailingTitle).length;
  return cells.length >= 4 && alike <= cells.length * 0.1;
}

/**
 * Finds the table that begins at a line, or one line below it where that line is its caption.
 * @returns null where no table begins
 */
export function findTable(
  lines: readonly Line[],
  index: number,
  to: number,
  context: TableContext,
): TableRegion | null {
  const given = findGiven(lines, index, to);
  if (given) return given;
  const at = (start: number): TableRegion | null =>
    pipeRegion(lines, start, to) ?? tabRegion(lines, start, to) ?? lineRegion(lines, start, to, context);
  const line = lines[index]!;
  if (line.kind === 'numbered' || line.key.length > 60 || context.isBoundary(index))
    return line.kind === 'pipes' ? at(index) : null;
  const captioned =
    captionEnd.test(line.key) &&
    line.key.length >= 4 &&
    line.key.length <= 44 &&
    !/[。;:,]/.test(line.key) &&
    !line.tabbed &&
    line.kind === 'other';
  if (captioned && index + 1 < to && !context.isBoundary(index + 1)) {
    const below = at(index + 1);
    if (below && (below.layout !== 'lines' || line.key.length > 8 || !headWord.test(line.key)))
      return { ...below, caption: index };
  }
  return at(index);
}
