import type { Line } from '../../../line';
import type { Source } from '../../../source';
import type { RowLayout } from '../../pieces';
import { isRule, pieceToken, piecesOf } from '../../pieces';
import { isData } from '../../tokens';
import type { GridCell, RebuildOutcome } from '../grid';
import { seldomMerged, takesColumn } from '../grid';
import { mapBody } from './map-body';
import type { Mapping } from './map-row';
import type { RowCells } from './row-cells';
import { isSection, isTotal, withoutPadding } from './row-cells';
import { readRowHeader } from './row-headers';

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
  const between = lines.filter((line) => isRule(line) || line.print);
  const rowLines = lines.filter((line) => !isRule(line) && !line.print);
  // Where the rows are drawn, or parted by tabs, every place is printed; elsewhere what is left out
  // moves the rest.
  const explicit = ruled || layout === 'tabbed';
  const rows = rowLines.map((line) =>
    withoutPadding(piecesOf(source, line, layout).map((span) => pieceToken(source, line, span))),
  );
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

  const grid = bodyCells(body, names, mapBody(body, names, explicit));
  if (header && !header.sure) for (const cell of header.cells.flat()) cell.inferred = true;
  if (!header) for (const cell of grid[0]!) cell.inferred = true;
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

/** Gives for each line between rows how many rows stand above it. */
function placeBetween(rowLines: readonly Line[], between: readonly Line[]): { rows: number; lines: Line[] }[] {
  let rows = 0;
  return between.map((line) => {
    while (rows < rowLines.length && rowLines[rows]!.number < line.number) rows++;
    return { rows, lines: [line] };
  });
}

/** The cells of the rows below the header in their columns, with their doubts. */
function bodyCells(body: readonly RowCells[], names: readonly string[], mappings: readonly Mapping[]): GridCell[][] {
  const count = names.length;
  const merged = names.map(
    (name, column) =>
      !seldomMerged.test(name) &&
      body[0]![mappings[0]!.columns.indexOf(column)] != null &&
      !isFigureColumn(body, column, mappings),
  );
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
    const doubtful = margin < sureMapping || (mapping.length < count && mapping.at(-1) !== count - 1);
    if (doubtful) for (const cell of cells) cell.inferred = true;
    const above = body[at - 1];
    const parted = isTotal(row[0]) || (above && (isSection(above, count) || isTotal(above[0])));
    for (let column = 0; column < count; column++) {
      if (cells.some((cell) => takesColumn(cell, column))) continue;
      if (!merged[column] || parted) cells.push({ column, paragraphs: [], inferred: true });
    }
    return cells.sort((one, other) => one.column - other.column);
  });
}

function isFigureColumn(body: readonly RowCells[], column: number, mappings: readonly Mapping[]): boolean {
  const cells = body.flatMap((row, at) => row[mappings[at]!.columns.indexOf(column)] ?? []);
  return cells.filter(isData).length > cells.length * 0.7;
}
