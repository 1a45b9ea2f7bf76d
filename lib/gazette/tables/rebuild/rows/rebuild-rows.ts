import type { Line } from '../../../line';
import type { Source } from '../../../source';
import type { RowLayout } from '../../pieces';
import { isRule, pieceToken, piecesOf } from '../../pieces';
import { isData, makeToken } from '../../tokens';
import { cellsBelow } from '../../wrapped';
import type { GridCell, RebuildOutcome } from '../grid';
import { seldomMerged, takesColumn } from '../grid';
import { mapBody } from './map-body';
import type { Mapping } from './map-row';
import type { RowCells } from './row-cells';
import { isSection, isTotal, withoutPadding } from './row-cells';
import { placeTotals } from '../totals';
import { readRowHeader } from './row-headers';
import { readTabs } from './tab-places';

/** Tables whose rows are lines: pipes, tabs inside the line, wide blanks. */

const mostColumns = 20;
const mostMissing = 5;
/** A mapping whose next choice is this much dearer is sure, in nats. */
const sureMapping = 6;

/**
 * Reconstructs a table whose rows are lines.
 * Where merged cells were left out a row is shorter: its cells are mapped onto the columns that
 * they resemble.
 */
export function reconstructRows(source: Source, lines: readonly Line[], layout: RowLayout): RebuildOutcome {
  const ruled = lines.some(isRule);
  const written = lines.filter((line) => !isRule(line) && !line.print);
  // Where the rows are drawn, or parted by tabs, every place is printed; elsewhere what is left out
  // moves the rest.
  const placed =
    layout === 'blanks' ? wrappedRows(source, written) : written.map((line) => plainRow(source, line, layout));
  const tabs = layout === 'tabbed' ? readTabs(placed.map(({ cells }) => cells)) : null;
  const all = tabs ? placed.map(({ line }, at) => ({ line, cells: tabs.rows[at]! })) : placed;
  const explicit = ruled || (tabs !== null && !tabs.aligned);
  // The heads are printed again on the next page.
  const isRepeated = ({ line }: PrintedRow, at: number): boolean => at > 0 && line.key === all[0]!.line.key;
  const repeated = new Set(all.filter(isRepeated).map(({ line }) => line.number));
  const printed = all.filter(({ line }) => !repeated.has(line.number));
  const between = lines.filter((line) => isRule(line) || line.print || repeated.has(line.number));
  const rowLines = printed.map(({ line }) => line);
  const rows = printed.map(({ cells }) => withoutPadding(cells));
  const widths = printed.map(({ cells }) => cells.length);
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (count < 2) return { reason: 'oneColumn' };
  if (count > mostColumns) return { reason: 'tooManyColumns' };

  const header = readRowHeader(rows, count, ruled);
  if (header && 'reason' in header) return header;
  const first = rows[0]!;
  if (!header && (first.length < count || first.includes(null))) return { reason: 'shortFirstRow' };
  const names = header?.names ?? first.map(() => '');
  const body = rows.slice(header?.rows ?? 0);
  if (body.length === 0) return { reason: 'headerOnly' };
  if (!explicit && body.some((row) => count - row.length > mostMissing && !isSection(row, count) && !isTotal(row[0])))
    return { reason: 'shortRow' };

  const grid = bodyCells(
    body,
    names,
    mapBody(body, names, explicit),
    explicit ? widths.slice(header?.rows ?? 0) : null,
    layout === 'pipes' && rows.every((row, at) => row.length === widths[at]),
  );
  placeTotals(grid, count);
  if (header && !header.sure) for (const cell of header.cells.flat()) cell.inferred = true;
  if (!header) for (const cell of grid[0]!) cell.inferred = true;
  const doubted = tabs ? tabs.doubtful : layout === 'spaced' && figureColumns(body, count) < 2;
  if (doubted) for (const cell of [...(header?.cells ?? []), ...grid].flat()) cell.inferred = true;
  const spansAll = grid.every((row) => row.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0) === count);
  const doubts = [...(header?.cells ?? []), ...grid].flat().some((cell) => cell.inferred);
  return {
    confidence: spansAll && !doubts ? 'certain' : 'inferred',
    columns: count,
    caption: [],
    header: header?.cells ?? [],
    rows: grid,
    between: placeBetween(rowLines, between),
    rowLines,
  };
}

/** Counts the columns of nothing but figures. */
const figureColumns = (body: readonly RowCells[], count: number): number =>
  Array.from({ length: count }, (_, column) => column).filter((column) =>
    body.every((row) => row[column] && isData(row[column])),
  ).length;

/** Gives for each line between rows how many rows stand above it. */
function placeBetween(rowLines: readonly Line[], between: readonly Line[]): { rows: number; lines: Line[] }[] {
  let rows = 0;
  return between.map((line) => {
    while (rows < rowLines.length && rowLines[rows]!.number < line.number) rows++;
    return { rows, lines: [line] };
  });
}

/** A row, and the lines that it takes as one. */
interface PrintedRow {
  line: Line;
  cells: RowCells;
}

const plainRow = (source: Source, line: Line, layout: RowLayout): PrintedRow => ({
  line,
  cells: piecesOf(source, line, layout).map((span) => pieceToken(source, line, span)),
});

/** Rows whose cells go on in the lines below. */
function wrappedRows(source: Source, lines: readonly Line[]): PrintedRow[] {
  const rows: PrintedRow[] = [];
  let main: Line | null = null;
  for (const [index, line] of lines.entries()) {
    const row = plainRow(source, line, 'blanks');
    const places = main && cellsBelow(source, main, line);
    const above = rows.at(-1);
    if (!places || !above) {
      rows.push(row);
      main = index > 0 && row.cells.length > 1 ? line : null;
      continue;
    }
    above.line = { ...above.line, span: { start: above.line.span.start, end: line.span.end } };
    for (const [at, place] of places.entries())
      above.cells[place] = makeToken([...above.cells[place]!.lines, ...row.cells[at]!.lines], 0);
  }
  return rows;
}

/**
 * The cells of the rows below the header in their columns, with their doubts.
 * @param widths how many places each row prints; null where empty ones are not printed
 * @param framed no row ends in a place without words: pipes would print it
 */
function bodyCells(
  body: readonly RowCells[],
  names: readonly string[],
  mappings: readonly Mapping[],
  widths: readonly number[] | null,
  framed: boolean,
): GridCell[][] {
  const count = names.length;
  // Where an empty cell has its place, a figure that is left out is merged as words are.
  const merged = names.map(
    (name, column) =>
      !seldomMerged.test(name) &&
      body[0]![mappings[0]!.columns.indexOf(column)] != null &&
      (framed || !isFigureColumn(body, column, mappings)),
  );
  // Rows lack what the others lack: the column that is merged.
  const lacking = mappings.map(({ columns }, at) =>
    columns.length < count && !isSection(body[at]!, count) && !isTotal(body[at]![0])
      ? names.map((_, column) => column).filter((column) => !columns.includes(column)).join() // prettier-ignore
      : '',
  );
  const most = mostFrequent(lacking.filter(Boolean));
  // One complete row alone says little of the columns.
  const taught = lacking.filter((columns) => columns === '').length > 1;
  const lacksOther = (at: number): boolean =>
    widths === null && lacking[at] !== '' && (!taught || lacking[at] !== most);
  return body.map((row, at): GridCell[] => {
    const { columns: mapping, margin } = mappings[at]!;
    if (isSection(row, count)) {
      const marked = row[0]!.type === 'comma' || row[0]!.type === 'bracketed';
      return [{ column: 0, colSpan: count, paragraphs: [[row[0]!]], ...(marked ? {} : { inferred: true }) }];
    }
    const cells = row.flatMap((cell, index): GridCell[] =>
      cell ? [{ column: mapping[index]!, paragraphs: [[cell]] }] : [],
    );
    // 合计 | | | 1200: the label spans the empty places behind it.
    if (isTotal(row[0])) cells[0]!.colSpan = (cells[1]?.column ?? cells[0]!.column + 1) - cells[0]!.column;
    // A group that is merged with the one above is left out in front; of another column that is
    // missing less is known.
    const printed = widths !== null && widths[at]! >= count;
    const doubtful = !printed && (margin < sureMapping || (mapping.length < count && mapping.at(-1) !== count - 1));
    if (doubtful || lacksOther(at)) for (const cell of cells) cell.inferred = true;
    const above = body[at - 1];
    const parted = isTotal(row[0]) || (above && (isSection(above, count) || isTotal(above[0])));
    for (let column = 0; column < count; column++) {
      if (cells.some((cell) => takesColumn(cell, column))) continue;
      // Where every place is printed, a group stands in front: what is empty behind words is empty.
      const behind =
        widths !== null &&
        cells.some((cell) => cell.column < column && cell.column + (cell.colSpan ?? 1) <= column && !isSerial(cell));
      if (!merged[column] || parted || behind) cells.push({ column, paragraphs: [], inferred: true });
    }
    return cells.sort((one, other) => one.column - other.column);
  });
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

const isSerial = ({ paragraphs }: GridCell): boolean => paragraphs[0]?.[0]?.type === 'integer';

function isFigureColumn(body: readonly RowCells[], column: number, mappings: readonly Mapping[]): boolean {
  const cells = body.flatMap((row, at) => row[mappings[at]!.columns.indexOf(column)] ?? []);
  return cells.filter(isData).length > cells.length * 0.7;
}
