import type { Line } from '../../line';
import { markerRank } from '../../words/markers';
import type { Setting } from '../../lines/paragraphs';
import type { Source } from '../../source';
import { formReason, isBlankMark, isForm, isFormLabel } from './forms';
import { findGiven } from '../given';
import type { GridCell } from '../rebuild/grid';
import { isVocabulary } from '../rebuild/header';
import { reconstruct } from '../rebuild/rebuild-cells';
import { countPieces } from '../pieces';
import { pipeRegion, rowRegion, withoutPrint } from './row-regions';
import { isData, isDataKey } from '../tokens';

/**
 * Where a table stands: indexes into the lines, `to` exclusive; `caption`…`from` are the lines of
 * its caption.
 */
export interface TableRegion {
  layout: 'pipes' | 'tabbed' | 'blanks' | 'tabs' | 'lines' | 'given';
  caption: number | null;
  from: number;
  to: number;
  /** The table is not to be rebuilt. */
  reason?: string;
}

export interface TableContext {
  source: Source;
  setting: Setting;
  /** The line continues the outline that is open: 四、 after 三、. */
  continuesOutline: (line: Line) => boolean;
  /**
   * The line begins something that no table runs over: an attachment, a signature, the next text.
   */
  isBoundary: (index: number) => boolean;
}

const captionEnd =
  /(?:表|清单|目录|指标|名单|项目|名录|一览|明细|分工|事项|条件|标准|情况|安排|计划|统计|汇总)(?:\([^()]{1,24}\))?$/;
const dataLike = /^(?:[≥≤<>≧≦约]?\d[\d.,%‰/]*(?:[年月日个天万亿元%人次项处座]{0,4})|[-—/无]|\d{4}[-—]\d{4})$/;

/** A column of dates: a full date below it is a cell and no signature. */
const dateHead = /时间|日期|期限|时限/;
/** Bodies are named in short inside a table (市财政局) and in full where they sign. */
const shortName = /^[市县区省]/;

const longestHeader = 14;

/** A line that may be a head. */
export function isHeaderCell(line: Line): boolean {
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
 * Running text: indented as the body is, and a heading or long. Such a line stands outside of every
 * table. `1.` may also begin a paragraph of a cell, so it counts only where it goes on with the
 * numbers outside.
 */
function isBodyText(line: Line, { setting, continuesOutline }: TableContext): boolean {
  if (setting.bodyIndent === 0 || line.indent !== setting.bodyIndent) return false;
  if (isItem(line)) return continuesOutline(line);
  return line.marker !== null || line.key.length >= 60;
}

/**
 * Length of the run of header cells that begins at `from`: 序号 … 1, or at least three with column
 * words; 0 for none.
 */
function headerRun(lines: readonly Line[], from: number, to: number): number {
  let count = 0;
  while (from + count < to && count < longestHeader && isHeaderCell(lines[from + count]!)) count++;
  const first = lines[from];
  if (!first || count < 2) return 0;
  if (/^(?:序号|编号|序)$/.test(first.key)) {
    const one = lines.slice(from, Math.min(to, from + longestHeader + 2)).findIndex((line) => line.key === '1');
    const section = lines[from + one - 1]?.marker ? 1 : 0; // 一、道路类 above the first row
    return one > 0 ? one - section : count;
  }
  const second = lines[from + 1]!;
  const words = lines.slice(from, from + count).filter((line) => isVocabulary(line.key)).length;
  return count >= 3 && isVocabulary(first.key) && isVocabulary(second.key) && words >= 3 ? Math.max(2, words) : 0;
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

/**
 * Lines that open with a tab open a cell; up to three plain lines may stand between (broken
 * labels).
 */
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
  const head = lines.slice(from, Math.min(end, from + 6)).filter((line) => isVocabulary(line.key)).length;
  return tabs >= 6 && head >= 2 && !lines[from]!.marker ? { layout: 'tabs', caption: null, from, to: end } : null;
}

/** 注:1.… below the last row: it speaks of the table and is not of it. */
const noteBelow = /^(?:注|说明|填表说明|备注)\d{0,2}:/;

/**
 * A table of a line a cell. Where the words of its header do not say that it is one, its columns
 * must.
 * @param likely a caption or 如下: stands above
 */
function lineRegion(
  lines: readonly Line[],
  from: number,
  to: number,
  context: TableContext,
  likely: boolean,
): TableRegion | null {
  if (isBodyText(lines[from]!, context) || !isHeaderCell(lines[from]!)) return null;
  const header = headerRun(lines, from, to) || headsAbove(lines, from, to);
  if (header > 0) return lineWindow(lines, from, header, to, context);
  let heads = 0;
  while (heads < longestWeakHeader && from + heads < to && isHeaderCell(lines[from + heads]!)) heads++;
  const words = lines.slice(from, from + heads).filter((line) => isVocabulary(line.key)).length;
  if (heads < 2 || (!likely && words === 0)) return null;
  if (from < (rejectedTo.get(lines) ?? 0)) return null;
  const region = lineWindow(lines, from, 2, to, context);
  if (!region || region.to - from < fewestCells) return null;
  const window = lines.slice(from, region.to);
  if (
    window.filter((line) => line.key.length <= 40).length < window.length * 0.6 ||
    !isRegular(window, lines, likely)
  ) {
    rejectedTo.set(lines, region.to);
    return null;
  }
  return region;
}

/**
 * One or two heads without a known word in front of heads that have one: 河流 above 断面名称 and 水质目标.
 */
function headsAbove(lines: readonly Line[], from: number, to: number): number {
  for (let ahead = 1; ahead <= 2 && from + ahead < to && isHeaderCell(lines[from + ahead]!); ahead++) {
    // 类别 may stand in front of 序号; a title does not.
    if (/^(?:序号|编号|序)$/.test(lines[from + ahead]!.key) && lines[from]!.key.length > 4) return 0;
    const run = headerRun(lines, from + ahead, to);
    if (run > 0) return ahead + run;
  }
  return 0;
}

const longestWeakHeader = 8;
/** A header of two and three rows of two. */
const fewestCells = 8;
/**
 * Up to where a try without the help of words was in vain: the lines of a long list are not fitted
 * again and again.
 */
const rejectedTo = new WeakMap<readonly Line[], number>();

/**
 * The lines fall into columns by themselves: mostly complete rows, and a column of figures or of
 * few words.
 */
function isRegular(window: readonly Line[], lines: readonly Line[], likely: boolean): boolean {
  const grid = reconstruct(window, lines, likely ? 'caption' : 'text');
  if ('reason' in grid || grid.rows.length < 3 || grid.caption.length > 0) return false;
  if (grid.confidence === 'certain') return true;
  const { ratio = 1, margin = 0 } = grid.fit ?? {};
  if (!hasData(grid.rows)) return false;
  const whole = grid.rows.filter((row) => row.length === grid.columns).length;
  if (whole === grid.rows.length) return ratio <= (likely ? 0.95 : 0.88);
  // Groups are printed once: cells are missing in front, and seldom elsewhere.
  const ragged = grid.rows.filter((row) =>
    row.some(({ column }, at) => at > 0 && column !== row[at - 1]!.column + 1),
  ).length;
  return likely
    ? whole >= grid.rows.length * 0.2 && ratio <= 0.85
    : whole >= 2 && ragged <= grid.rows.length * 0.1 && ratio <= 0.75 && margin >= 3;
}

function hasData(rows: readonly GridCell[][]): boolean {
  return rows[0]!.some(({ column }) => {
    const cells = rows.flatMap((row) => row.find((cell) => cell.column === column)?.paragraphs[0]?.[0] ?? []);
    return (
      cells.filter((cell) => isData(cell)).length >= rows.length * 0.8 ||
      new Set(cells.map(({ key }) => key)).size <= rows.length / 2
    );
  });
}

/** From the header to where the table can go no further. */
function lineWindow(
  lines: readonly Line[],
  from: number,
  header: number,
  to: number,
  context: TableContext,
): TableRegion | null {
  const dated = lines.slice(from, from + header).some((line) => dateHead.test(line.key));
  let end = from + header;
  let serial = 0;
  let chain = 0; // 一、 二、 that part the table
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
      line.kind === 'imprint' ||
      noteBelow.test(line.key)
    )
      break;
    if (line.marker && /^(?:bian|chapter|division|article)$/.test(line.marker.style)) break;
    if (isBodyText(line, context)) break;
    if (line.marker?.style === 'hanComma' && line.marker.ordinal === chain + 1) {
      const below = chain > 0 || lines.slice(from, end).every(isHeaderCell);
      if (isSectionRow(lines, end, serial, below)) {
        chain++;
        continue;
      }
    }
    if (context.setting.bodyIndent === 0 && !isItem(line) && context.continuesOutline(line)) break;
    if (/^\d{1,3}$/.test(line.key) && Number(line.key) === serial + 1) serial++;
    if (end > from + header + 2 && /^(?:序号|编号)$/.test(line.key) && headerRun(lines, end, to) > 0) {
      const next = lines.slice(end, end + longestHeader).find((each) => /^\d{1,3}$/.test(each.key));
      if (!next || Number(next.key) !== serial + 1) break;
    } else if (end > from + header + 2 && repeatsHeader(lines, from, end) && isTrailingTitle(lines[end - 1]!)) break;
  }
  end = withoutPrint(lines, textBelow(lines, from + header, end) ?? end);
  while (end > from + header && isTrailingTitle(lines[end - 1]!) && lastLineIsTitle(lines, from + header, end)) end--;
  return end - from - header >= 2 ? { layout: 'lines', caption: null, from, to: end } : null;
}

/**
 * 一、道路类 below the header, or above the next serial number: a row that parts the table, not the
 * outline outside.
 */
function isSectionRow(lines: readonly Line[], index: number, serial: number, below: boolean): boolean {
  const { key } = lines[index]!;
  const next = lines[index + 1];
  if (!next || key.length > 30 || /[。;:]$/.test(key)) return false;
  if (next.key === '1' || next.key === String(serial + 1)) return true;
  return serial === 0 && next.key.length <= 40 && !/[。;]$/.test(next.key) && !next.marker && below;
}

/**
 * The first line of running text behind the last row: a sentence in a table whose cells are none.
 */
function textBelow(lines: readonly Line[], from: number, end: number): number | null {
  const isSentence = ({ key }: Line): boolean => key.length >= 25 && /[。;]$/.test(key);
  const first = lines.slice(from, end).findIndex(isSentence);
  if (first < 4) return null;
  const rest = lines.slice(from + first, end);
  const sentences = rest.filter(isSentence).length;
  return rest.some(({ key }) => /^\d{1,3}$/.test(key)) || sentences < rest.length * 0.5 ? null : from + first;
}

/** Lines of a blank form: short labels, and the places for seals and dates. */
function formRegion(lines: readonly Line[], from: number, to: number, context: TableContext): TableRegion | null {
  if (!isFormLabel(lines[from]!.key) || lines[from]!.kind !== 'other') return null;
  let end = from;
  for (let index = from; index < Math.min(to, from + longestForm); index++) {
    const { key, kind, marker } = lines[index]!;
    if (context.isBoundary(index) || (kind !== 'other' && !isBlankMark(key)) || (marker && !isBlankMark(key))) break;
    if (isFormLabel(key)) end = index + 1;
    else if (key.length > 60 || index - end >= 4) break;
  }
  const keys = lines.slice(from, end).map(({ key }) => key);
  return isForm(keys) ? { layout: 'lines', caption: null, from, to: end, reason: formReason } : null;
}

const longestForm = 120;

const fewestLooseCells = 12;
const longestLooseCell = 24;
const looseReason = 'short lines with many figures: cells whose rows and columns could not be told';
/** Up to where a run of short lines was looked at in vain. */
const lookedTo = new WeakMap<readonly Line[], number>();

/**
 * A run of short lines, many of them figures, under no header that fits: the cells of a table all
 * the same.
 */
function looseRegion(lines: readonly Line[], from: number, to: number, context: TableContext): TableRegion | null {
  if (from < (lookedTo.get(lines) ?? 0)) return null;
  let end = from;
  let figures = 0;
  for (; end < to; end++) {
    const { key, kind, marker, print } = lines[end]!;
    if (print) continue;
    const figure = isDataKey(key);
    if (!figure && (kind !== 'other' || marker !== null || key.length > longestLooseCell || /[。;:!?,、]$/.test(key)))
      break;
    if (context.isBoundary(end)) break;
    if (figure) figures++;
  }
  end = withoutPrint(lines, end);
  const count = end - from;
  if (count >= fewestLooseCells && figures >= count * 0.2)
    return { layout: 'lines', caption: null, from, to: end, reason: looseReason };
  lookedTo.set(lines, end);
  return null;
}

/**
 * The first two cells of the header stand here again: at a page break, or below the title of the
 * next table.
 */
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
  const { source } = context;
  const given = findGiven(lines, index, to);
  if (given) return given;
  const at = (start: number, likely: boolean): TableRegion | null => {
    const row = rowRegion(source, lines, start, to, likely);
    if (row) return { caption: null, ...row };
    return (
      tabRegion(lines, start, to) ??
      formRegion(lines, start, to, context) ??
      lineRegion(lines, start, to, context, likely) ??
      looseRegion(lines, start, to, context)
    );
  };
  const line = lines[index]!;
  if (line.kind === 'numbered' || line.key.length > longestRow || context.isBoundary(index)) {
    const pipes = pipeRegion(source, lines, index, to);
    return pipes && { caption: null, ...pipes };
  }
  const rows = countPieces(source, line, 'tabbed') > 1 || countPieces(source, line, 'blanks') > 2;
  const above = rows ? 0 : captionLines(lines, index);
  if (above > 0 && index + above < to && !context.isBoundary(index + above)) {
    const below = at(index + above, true);
    const title = line.key.length > 8 || !isVocabulary(line.key) || unitLine.test(line.key);
    if (below && (below.layout !== 'lines' || title || below.reason)) return { ...below, caption: index };
  }
  return at(index, /(?:如下|下表|见表\d{0,2}):?$/.test(lines[index - 1]?.key ?? ''));
}

/** A line may be longer only where it is a row of pipes. */
const longestRow = 2000;
const unitLine = /^\(?(?:计量|金额)?单位:[^。;]{1,24}\)?$/;
const numberedCaption = /^(?:附?表|附件)\d{0,2}(?:-\d{1,2})?[^。;:,\d]{4,40}$/;

/**
 * Lines that may be the caption of a table below: its title, the unit of its figures, or both; 0
 * for none.
 */
function captionLines(lines: readonly Line[], index: number): number {
  const { key, tabbed, kind } = lines[index]!;
  if (unitLine.test(key)) return 1;
  if (kind !== 'other' || tabbed || key.length < 4 || key.length > 44) return 0;
  if (!numberedCaption.test(key) && (!captionEnd.test(key) || /[。;:,]/.test(key))) return 0;
  return unitLine.test(lines[index + 1]?.key ?? '') ? 2 : 1;
}
