import type * as ast from '../ast';
import type { FoldedTable, Line } from '../line';
import type { Source, Span } from '../source';
import { positionAround, spanAround } from '../source';
import type { TableRegion } from './detect/find-table';
import type { GivenCell, GivenTable, PlacedGivenCell } from './given-table';
import { isVocabulary } from './rebuild/header';
import { isData, makeToken } from './tokens';

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** What a folded line shows to the passes that look at words: the sign for an object in a text. */
const sign = '\ufffc';

/**
 * Makes one line of each table that the file gave, so that nothing in its cells is taken for a
 * title, a heading or a document. A table whose cells do not hold exactly its lines is left as the
 * text it is.
 */
export function foldTables(lines: Line[], tables: readonly GivenTable[]): Line[] {
  const folded: Line[] = [];
  let index = 0;
  for (const table of tables) {
    while (index < lines.length && lines[index]!.span.start < table.start) folded.push(lines[index++]!);
    const from = index;
    while (index < lines.length && inside(lines[index]!.span, table)) index++;
    const own = lines.slice(from, index);
    const placed = cellsHold(own, table) ? placeCells(table.rows) : null;
    if (placed) folded.push(foldedLine({ table, lines: own, ...squeeze(placed) }));
    else for (const line of own) folded.push(line);
  }
  return folded.concat(lines.slice(index));
}

function cellsHold(lines: readonly Line[], table: GivenTable): boolean {
  const places = [...(table.caption ? [table.caption] : []), ...table.rows.flat()];
  let at = 0;
  let last = table.start;
  for (const place of places) {
    if (place.start < last || place.end < place.start) return false;
    last = place.end;
    while (at < lines.length && inside(lines[at]!.span, place)) at++;
  }
  return lines.length > 0 && at === lines.length && table.rows.some((row) => row.length > 0);
}

function foldedLine(given: FoldedTable): Line {
  const first = given.lines[0]!;
  const span = spanAround(given.lines.map((line) => line.span));
  const words = { text: sign, key: sign, marker: null, docNumber: null, date: null, tabbed: false, indent: 0 };
  return { ...first, ...words, span, kind: 'table', given };
}

const captionEnd =
  /(?:表|清单|目录|指标|名单|项目|名录|一览|明细|分工|事项|条件|标准|情况|安排|计划|统计)(?:\([^()]{1,24}\))?$/;
const unitLine = /^\(?(?:计量)?单位:[^。;]{1,16}\)?$/;

/**
 * The folded table that stands at a line, or below the one or two lines that are its caption; null
 * where none does.
 */
export function findGiven(lines: readonly Line[], index: number, to: number): TableRegion | null {
  const region = (from: number): TableRegion | null =>
    from < to && lines[from]?.given
      ? { layout: 'given', caption: from > index ? index : null, from, to: from + 1 }
      : null;
  const here = region(index);
  if (here) return here;
  const { key, kind, marker } = lines[index]!;
  if (kind !== 'other' || marker || key.length > 44) return null;
  const numbered = /^表[一二三四五六七八九十\d]/.test(key);
  if (unitLine.test(key)) return region(index + 1);
  if (!numbered && (key.length < 4 || !captionEnd.test(key) || /[。;:,]/.test(key))) return null;
  const unit = lines[index + 1];
  return region(index + 1) ?? (unit && unitLine.test(unit.key) ? region(index + 2) : null);
}

/** No table that is read is as wide; it bounds the work that spans can ask for. */
const mostColumns = 200;

/**
 * Puts the cells of all rows into columns, as a browser does; spans that run over a taken place or
 * the last row end there. Null: too wide.
 */
function placeCells(rows: readonly GivenCell[][]): PlacedGivenCell[][] | null {
  const takenTo: number[] = [];
  const placed: PlacedGivenCell[][] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    const line: PlacedGivenCell[] = [];
    for (const cell of cells) {
      while ((takenTo[column] ?? 0) > row) column++;
      if (column >= mostColumns) return null;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan || Infinity, rows.length - row));
      const start = column;
      const end = Math.max(start + 1, Math.min(start + cell.colSpan, mostColumns));
      while (column < end && (takenTo[column] ?? 0) <= row) takenTo[column++] = row + rowSpan;
      line.push({ cell, column: start, row, colSpan: column - start, rowSpan });
    }
    placed.push(line);
  }
  return placed;
}

/**
 * Rows and columns in which no cell begins vanish: a frame that spans twenty columns of which six
 * are used.
 */
function squeeze(rows: readonly PlacedGivenCell[][]): { rows: PlacedGivenCell[][]; columns: number } {
  const starts = [...new Set(rows.flat().map(({ column }) => column))].sort((one, other) => one - other);
  const columnAt = rankOf(starts);
  const used = rows.flatMap((row, at) => (row.length > 0 ? [at] : []));
  const rowAt = rankOf(used);
  const squeezed = used.map((index, at) =>
    rows[index]!.map((placed) => {
      const column = columnAt(placed.column);
      return {
        ...placed,
        row: at,
        column,
        colSpan: columnAt(placed.column + placed.colSpan) - column,
        rowSpan: rowAt(placed.row + placed.rowSpan) - at,
      };
    }),
  );
  return { rows: squeezed, columns: starts.length };
}

/** Gives how many of some ascending numbers lie below a number. */
function rankOf(ascending: readonly number[]): (value: number) => number {
  const ranks = new Map(ascending.map((value, rank) => [value, rank]));
  return (value) => ranks.get(value) ?? ascending.filter((each) => each < value).length;
}

/** Fills the places that no cell covers: a row that the file left short. */
function fillHoles(rows: readonly PlacedGivenCell[][], columns: number): PlacedGivenCell[][] {
  const takenTo: number[] = [];
  return rows.map((cells, row) => {
    const filled = [...cells];
    for (const { column, colSpan, rowSpan } of cells)
      for (let at = column; at < column + colSpan; at++) takenTo[at] = row + rowSpan;
    for (let column = 0; column < columns; column++)
      if ((takenTo[column] ?? 0) <= row) filled.push({ cell: null, row, column, colSpan: 1, rowSpan: 1 });
    return filled.sort((one, other) => one.column - other.column);
  });
}

/**
 * The first row reads as a header: all its cells name columns and hold no data. Asked only where
 * the file marks none.
 */
function readsAsHeader(cells: readonly Line[][]): boolean {
  const tokens = cells.filter((lines) => lines.length > 0).map((lines) => makeToken(lines, 0));
  const named = tokens.filter((token) => isVocabulary(token.key)).length;
  const plain = tokens.every(
    (token) => token.key.length <= 24 && !/[。;!?]/.test(token.key) && (!isData(token) || /^\d{4}年/.test(token.key)),
  );
  return tokens.length >= 2 && tokens.length === cells.length && plain && named * 2 >= tokens.length;
}

/** Builds the table of a region that the file gave: its rows, columns and spans are the file's. */
export function buildGiven(source: Source, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  const { table, lines: own, rows, columns } = lines[region.from]!.given!;
  const linesOf = linesByCell(own, table);
  const printed = lines.slice(region.caption ?? region.from, region.from);
  const captionLines = [...printed, ...(table.caption ? own.filter((line) => inside(line.span, table.caption!)) : [])];
  const firstRow = rows[0]!.map(({ cell }) => (cell && linesOf.get(cell)) ?? []);
  const headed = rows.length > 1 && !table.rows.flat().some((cell) => cell.header) && readsAsHeader(firstRow);
  let at = captionLines.at(-1)?.span.end ?? own[0]!.span.start;
  const children = fillHoles(rows, columns).map((cells, index): ast.TableRow => {
    const built = cells.map(({ cell, colSpan, rowSpan }): ast.TableCell => {
      const paragraphs = ((cell && linesOf.get(cell)) ?? []).map((line): ast.Paragraph => {
        const text = source.textNode(line.span);
        return { type: 'paragraph', children: [text], position: text.position };
      });
      const position = paragraphs.length > 0 ? positionAround(paragraphs) : source.position({ start: at, end: at });
      at = position.end.offset;
      const header = (cell?.header ?? false) || (headed && index === 0);
      const hole = cell ? {} : { inferred: true as const };
      return { type: 'tableCell', header, rowSpan, colSpan, ...hole, children: paragraphs, position };
    });
    return { type: 'tableRow', children: built, position: positionAround(built) };
  });
  const whole = children.flatMap((row) => row.children).every((cell) => !cell.inferred);
  return {
    type: 'table',
    id,
    ...(captionLines.length > 0 ? { caption: captionLines.map((line) => source.textNode(line.span)) } : {}),
    confidence: whole ? 'certain' : 'inferred',
    columns,
    children,
    position: source.position(spanAround([...captionLines.map((line) => line.span), ...own.map((line) => line.span)])),
  };
}

function linesByCell(lines: readonly Line[], table: GivenTable): Map<GivenCell, Line[]> {
  const found = new Map<GivenCell, Line[]>();
  let at = 0;
  while (at < lines.length && table.caption && inside(lines[at]!.span, table.caption)) at++;
  for (const cell of table.rows.flat()) {
    const from = at;
    while (at < lines.length && inside(lines[at]!.span, cell)) at++;
    found.set(cell, lines.slice(from, at));
  }
  return found;
}
