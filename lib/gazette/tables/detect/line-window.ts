import type { Line, LineKind } from '../../line';
import { markerRank } from '../../words/markers';
import { isHeaderCell, longestHeader } from '../heads';
import { countPieces } from '../pieces';
import type { TableContext, TableLines } from '../region';
import { isTrailingTitle } from './captions';
import { headerRun } from './header-run';
import type { TableSearch } from './table-rule';
import { withoutPrint } from './table-rule';

/** How far a table of a line a cell goes at most. */

/** A column of dates: a full date below it is a cell and no signature. */
const dateHead = /时间|日期|期限|时限/;
/** Bodies are named in short inside a table (市财政局) and in full where they sign. */
const shortName = /^[市县区省]/;
/** 注:1.… below the last row: it speaks of the table and is not of it. */
const noteBelow = /^(?:注|说明|填表说明|备注)\d{0,2}:/;
const endingKinds = new Set<LineKind>([
  'pipes',
  'table',
  'letterhead',
  'attachment',
  'callout',
  'imprint',
  'residue',
  'metadata',
]);

const isItem = (line: Line): boolean => line.marker !== null && markerRank[line.marker.style] > markerRank.hanBracket;

/**
 * True for running text, which stands outside of every table.
 * It is indented as the body is, and a heading or long. `1.` may also begin a paragraph of a cell,
 * so it counts only where it goes on with the numbers outside.
 */
export function isBodyText(line: Line, { setting, continuesOutline }: TableContext): boolean {
  if (setting.bodyIndent === 0 || line.indent !== setting.bodyIndent) return false;
  if (isItem(line)) return continuesOutline(line);
  return line.marker !== null || line.key.length >= 60;
}

/** What is known of a table while its lines are gone through. */
interface Window {
  search: TableSearch;
  from: number;
  /** Lines of the header. */
  header: number;
  /** A column holds dates. */
  dated: boolean;
  /** Last number of the rows that are counted from 1. */
  serial: number;
  /** Last number of the rows that part the table: 一、 二、. */
  section: number;
}

type WindowRule = (window: Window, line: Line, index: number) => 'ends' | 'goes on' | null;

/** The first rule that says something of a line decides; a line of which none does is a cell. */
const windowRules: Record<string, WindowRule> = {
  boundary: ({ search, dated }, line, index) => {
    const dateCell = dated && (line.date !== null || shortName.test(line.key));
    return search.isBoundary(index) && !dateCell ? 'ends' : null;
  },
  kind: (_, line) => (!line.print && (endingKinds.has(line.kind) || noteBelow.test(line.key)) ? 'ends' : null),
  chapter: (_, { marker }) => (marker && /^(?:bian|chapter|division|article)$/.test(marker.style) ? 'ends' : null),
  bodyText: ({ search }, line) => (isBodyText(line, search) ? 'ends' : null),
  // Before the outline: 一、道路类 may part the table although the text outside would go on with 一、.
  section: (window, line, index) => {
    if (line.marker?.style !== 'hanComma' || line.marker.ordinal !== window.section + 1) return null;
    if (!isSectionRow(window, index)) return null;
    window.section++;
    return 'goes on';
  },
  outline: ({ search }, line) =>
    search.setting.bodyIndent === 0 && !isItem(line) && search.continuesOutline(line) ? 'ends' : null,
  nextTable: (window, _, index) => (beginsNextTable(window, index) ? 'ends' : null),
};

/**
 * Gives the lines from a header to where the table can go no further.
 * @param header how many lines it takes
 * @returns null where nothing stands below the header
 */
export function lineWindow(search: TableSearch, from: number, header: number): TableLines | null {
  const { lines, to } = search;
  if (from + header >= to) return null;
  const dated = lines.slice(from, from + header).some((line) => dateHead.test(line.key));
  const window: Window = { search, from, header, dated, serial: 0, section: 0 };
  const rules = Object.values(windowRules);
  const body = from + header;
  let end = body;
  for (; end < to; end++) {
    const line = lines[end]!;
    let says: ReturnType<WindowRule> = null;
    for (const rule of rules) if ((says = rule(window, line, end)) !== null) break;
    if (says === 'ends') break;
    if (says === null && /^\d{1,3}$/.test(line.key) && Number(line.key) === window.serial + 1) window.serial++;
  }
  end = withoutPrint(lines, textBelow(lines, body, end) ?? end);
  while (end > body && isTrailingTitle(lines[end - 1]!) && lastLineIsTitle(lines, body, end)) end--;
  if (end - body < 2 || areRows(search, body, end)) return null;
  return { layout: 'lines', from, to: end };
}

/** Most lines hold several cells: they are rows. */
function areRows({ source, lines }: TableSearch, from: number, to: number): boolean {
  const rows = lines
    .slice(from, to)
    .filter((line) => line.key.length <= 200 && countPieces(source, line, 'blanks') > 1);
  return rows.length > (to - from) / 2;
}

/** 一、道路类 below the header, or above the next serial number, is no heading of the text. */
function isSectionRow({ search: { lines }, from, serial, section }: Window, index: number): boolean {
  const { key } = lines[index]!;
  const next = lines[index + 1];
  if (!next || key.length > 30 || /[。;:]$/.test(key)) return false;
  if (next.key === '1' || next.key === String(serial + 1)) return true;
  const below = section > 0 || lines.slice(from, index).every(isHeaderCell);
  return serial === 0 && next.key.length <= 40 && !/[。;]$/.test(next.key) && !next.marker && below;
}

/**
 * The next table begins: 序号 stands here again and the numbers do not go on, or the first two heads
 * stand below a title. Elsewhere they are the header of this table, printed again at a page break.
 */
function beginsNextTable({ search: { lines, to }, from, header, serial }: Window, index: number): boolean {
  if (index <= from + header + 2) return false;
  if (/^(?:序号|编号)$/.test(lines[index]!.key) && headerRun(lines, index, to) > 0) {
    const next = lines.slice(index, index + longestHeader).find((each) => /^\d{1,3}$/.test(each.key));
    return !next || Number(next.key) !== serial + 1;
  }
  const repeated = lines[index]!.key === lines[from]!.key && lines[index + 1]?.key === lines[from + 1]!.key;
  return repeated && isTrailingTitle(lines[index - 1]!);
}

/** The first line of text behind the last row: a sentence in a table whose cells are none. */
function textBelow(lines: readonly Line[], from: number, end: number): number | null {
  const isSentence = ({ key }: Line): boolean => key.length >= 25 && /[。;]$/.test(key);
  const first = lines.slice(from, end).findIndex(isSentence);
  if (first < 4) return null;
  const rest = lines.slice(from + first, end);
  const sentences = rest.filter(isSentence).length;
  return rest.some(({ key }) => /^\d{1,3}$/.test(key)) || sentences < rest.length * 0.5 ? null : from + first;
}

/** A title after the last row: unlike the cells above, which seldom end in 清单 or 表. */
function lastLineIsTitle(lines: readonly Line[], from: number, end: number): boolean {
  const cells = lines.slice(from, end - 1);
  const alike = cells.filter(isTrailingTitle).length;
  return cells.length >= 4 && alike <= cells.length * 0.1;
}
