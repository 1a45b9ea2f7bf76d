import type { Line } from '../../line';
import type { Source } from '../../source';
import { ColumnProfile, Features, TableProfile } from './columns';
import type { GridCell, RebuildOutcome } from './grid';
import { seldomMerged } from './grid';
import { expectedTypes, isVocabulary } from '../heads';
import { columnHeads, placeLevels } from './levels';
import type { Mapping } from './map-row';
import { mapRow } from './map-row';
import type { RowLayout } from '../pieces';
import { isRule, pieceToken, piecesOf } from '../pieces';
import type { TableReason } from '../reasons';
import type { Token } from '../tokens';
import { isData } from '../tokens';

/** Tables whose rows are lines: pipes, tabs inside the line, wide blanks. */

type Cells = (Token | null)[];

const mostColumns = 20;
const mostMissing = 5;
/** A mapping whose next choice is this much dearer is sure, in nats. */
const sureMapping = 6;

const filled = (cells: Cells): Token[] => cells.filter((cell) => cell !== null);
const isTotal = (cell: Token | null | undefined): boolean => /^(?:合计|小计|总计|共计)$/.test(cell?.key ?? '');
const isHeadLike = (cells: Cells): boolean =>
  filled(cells).every(
    (cell) => (!isData(cell) || /^\d{4}年/.test(cell.key)) && cell.key.length <= 20 && !/[。;]$/.test(cell.key),
  );

/** Cells without the empty ones at the end: a row that was shifted left is padded there. */
function core(cells: Cells): Cells {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end--;
  return cells.slice(0, end);
}

interface Header {
  /** Rows that it takes. */
  rows: number;
  names: string[];
  cells: GridCell[][];
  /** The words or a rule say that it is one. */
  sure: boolean;
}

const headCell = (token: Token, column: number, spans: Pick<GridCell, 'span' | 'down'> = {}): GridCell => ({
  column,
  paragraphs: [[token]],
  ...spans,
});

/** One row of heads; null where the first row holds data. */
function oneRow(rows: readonly Cells[], count: number, ruled: boolean): Header | null {
  const [first, ...body] = rows;
  if (!first || first.length !== count || first.some((cell) => cell === null) || !isHeadLike(first)) return null;
  const words = filled(first).filter((cell) => isVocabulary(cell.key)).length;
  const figures = body.flat().filter((cell) => cell && isData(cell)).length;
  if (!ruled && words < count * 0.3 && figures === 0) return null;
  return {
    rows: 1,
    names: first.map((cell) => cell!.key),
    cells: [first.map((cell, column) => headCell(cell!, column))],
    sure: ruled || words >= count * 0.3 || figures >= body.length,
  };
}

/** Two rows whose empty places say what spans what: 序号 | 投资 | | 备注 above | 中央 | 地方 | . */
function twoFullRows(rows: readonly Cells[], count: number): Header | null {
  const upper = [...(rows[0] ?? [])];
  const lower = [...(rows[1] ?? [])];
  while (upper.length < count) upper.push(null);
  while (lower.length < count) lower.push(null);
  if (upper.length > count || lower.length > count || !upper[0] || !isHeadLike(upper) || !isHeadLike(lower))
    return null;
  if (filled(lower).length < 2 || !upper.includes(null)) return null;
  const first: GridCell[] = [];
  for (let column = 0; column < count; column++) {
    const cell = upper[column];
    if (!cell) {
      if (!lower[column] || first.length === 0 || first.at(-1)!.down) return null;
      first.at(-1)!.span = column - first.at(-1)!.column + 1;
    } else first.push(headCell(cell, column, lower[column] ? {} : { down: 2 }));
  }
  const second = lower.flatMap((cell, column) => (cell ? [headCell(cell, column)] : []));
  return {
    rows: 2,
    names: lower.map((cell, column) => (cell ?? upper[column])!.key),
    cells: [first, second],
    sure: true,
  };
}

/** Two rows without their empty places: which head spans is read from the words and the body. */
function twoShortRows(rows: readonly Cells[], count: number): Header | null | { reason: TableReason } {
  const upper = core(rows[0] ?? []);
  const lower = core(rows[1] ?? []);
  const size = lower.length;
  if (size < 2 || upper.length + size !== count + 1 || [...upper, ...lower].includes(null)) return null;
  if (!isHeadLike(upper) || !isHeadLike(lower)) return null;
  const heads = [...filled(upper), ...filled(lower)];
  const body = rows.slice(2).filter((row) => row.length === count);
  const columns = Array.from({ length: count }, (_, column) => body.flatMap((row) => row[column] ?? []));
  const levels = placeLevels(
    heads.map(({ key }) => key),
    columns,
    size,
  );
  if (!levels || levels.margin < 1.5) return { reason: 'unclearHeads' };
  const first = filled(upper).map((cell, at) =>
    at === levels.at
      ? headCell(cell, at, { span: size })
      : headCell(cell, at < levels.at ? at : at + size - 1, { down: 2 }),
  );
  const second = filled(lower).map((cell, at) => headCell(cell, levels.at + at));
  if (levels.margin < 4) for (const cell of [...first, ...second]) cell.inferred = true;
  return {
    rows: 2,
    names: columnHeads(heads, levels).map(({ key }) => key),
    cells: [first, second],
    sure: levels.margin >= 4,
  };
}

/** A row of one cell between rows of many: 一、基础设施类. */
const isSection = (cells: Cells, count: number): boolean =>
  count >= 3 && filled(cells).length === 1 && cells[0] !== null && !isData(cells[0]!) && cells[0]!.key.length <= 40;

/** 合计 | | | 1200: the label spans the empty places behind it. */
function totalRow(cells: Cells, mapping: readonly number[]): GridCell[] {
  const placed: GridCell[] = cells.flatMap((cell, at) =>
    cell ? [{ column: mapping[at]!, paragraphs: [[cell]] }] : [],
  );
  placed[0]!.span = (placed[1]?.column ?? placed[0]!.column + 1) - placed[0]!.column;
  return placed;
}

/**
 * Reconstructs a table whose rows are lines. Where merged cells were left out a row is shorter: its
 * cells are mapped onto the columns that they resemble.
 */
export function reconstructRows(source: Source, lines: readonly Line[], layout: RowLayout): RebuildOutcome {
  const rules = lines.filter(isRule);
  const between = lines.filter((line) => isRule(line) || line.print);
  const rowLines = lines.filter((line) => !isRule(line) && !line.print);
  const split = rowLines.map((line) => piecesOf(source, line, layout).map((span) => pieceToken(source, line, span)));
  const ruled = rules.length > 0;
  // Where the rows are drawn, or parted by tabs, every place is printed; elsewhere what is left out
  // moves the rest.
  const explicit = ruled || layout === 'tabbed';
  const rows = split.map(core);
  const count = Math.max(0, ...rows.map((row) => row.length));
  if (count < 2) return { reason: 'oneColumn' };
  if (count > mostColumns) return { reason: 'tooManyColumns' };

  const header = oneRow(rows, count, ruled) ?? twoFullRows(rows, count) ?? twoShortRows(rows, count);
  if (header && 'reason' in header) return header;
  const first = rows[0]!;
  if (!header && (first.length < count || first.includes(null))) return { reason: 'shortFirstRow' };
  const names = header?.names ?? first.map(() => '');
  const body = rows.slice(header?.rows ?? 0);
  if (body.length === 0) return { reason: 'headerOnly' };
  if (!explicit && body.some((row) => count - row.length > mostMissing && !isSection(row, count) && !isTotal(row[0])))
    return { reason: 'shortRow' };

  const columns = mapBody(body, names, explicit);
  const merged = names.map(
    (name, column) =>
      !seldomMerged.test(name) &&
      body[0]![columns[0]!.columns.indexOf(column)] != null &&
      !isFigureColumn(body, column, columns),
  );
  const grid = body.map((row, at): GridCell[] => {
    const { columns: mapping, margin } = columns[at]!;
    if (isSection(row, count)) {
      const doubt = row[0]!.type !== 'comma' && row[0]!.type !== 'bracketed';
      return [{ column: 0, span: count, paragraphs: [[row[0]!]], ...(doubt ? { inferred: true } : {}) }];
    }
    // A group that is merged with the one above is left out in front; of another column that is
    // missing less is known.
    const doubt = margin < sureMapping || (mapping.length < count && mapping.at(-1) !== count - 1);
    const cells = isTotal(row[0])
      ? totalRow(row, mapping)
      : row.flatMap((cell, index): GridCell[] => (cell ? [{ column: mapping[index]!, paragraphs: [[cell]] }] : []));
    if (doubt) for (const cell of cells) cell.inferred = true;
    const next = body[at - 1];
    for (let column = 0; column < count; column++) {
      if (cells.some((cell) => cell.column <= column && column < cell.column + (cell.span ?? 1))) continue;
      if (!merged[column] || isTotal(row[0]) || (next && (isSection(next, count) || isTotal(next[0]))))
        cells.push({ column, paragraphs: [], inferred: true });
    }
    return cells.sort((one, other) => one.column - other.column);
  });
  if (header && !header.sure) for (const cell of header.cells.flat()) cell.inferred = true;
  if (!header) for (const cell of grid[0]!) cell.inferred = true;
  const spansAll = grid.every((row) => row.reduce((sum, { span = 1 }) => sum + span, 0) === count);
  const doubts = [...(header?.cells ?? []), ...grid].flat().some((cell) => cell.inferred);
  return {
    confidence: spansAll && !doubts ? 'certain' : 'inferred',
    columns: count,
    caption: [],
    header: header?.cells ?? [],
    rows: grid,
    between: between.map((rule) => ({
      rows: rowLines.filter((line) => line.number < rule.number).length,
      lines: [rule],
    })),
    rowLines,
  };
}

function isFigureColumn(body: readonly Cells[], column: number, mappings: readonly Mapping[]): boolean {
  const cells = body.flatMap((row, at) => row[mappings[at]!.columns.indexOf(column)] ?? []);
  return cells.filter((cell) => isData(cell)).length > cells.length * 0.7;
}

/** Columns of the cells of each row, learned from the rows that are complete. */
function mapBody(body: readonly Cells[], names: readonly string[], explicit: boolean): Mapping[] {
  const count = names.length;
  const identity = (row: Cells): Mapping => ({ columns: row.map((_, column) => column), margin: Infinity });
  let mappings = body.map(identity);
  if (explicit) return mappings;
  const isOwn = (row: Cells): boolean => !isSection(row, count);
  const features = new Features();
  for (const cell of body.flatMap(filled)) features.of(cell);
  const table = new TableProfile(features, body.filter(isOwn).flatMap(filled));
  let absent: number[] = names.map((_, column) => (column < 2 ? 0.3 : column === count - 1 ? 0.15 : 0.06));
  for (let round = 0; round < 3; round++) {
    const profiles = names.map((name) => {
      const profile = new ColumnProfile(table);
      const types = expectedTypes(name);
      if (types.length > 0) profile.expect(types, 1.2);
      return profile;
    });
    body.forEach((row, at) => {
      if (!isOwn(row) || isTotal(row[0]) || (round === 0 && row.length < count)) return;
      row.forEach((cell, index) => cell && profiles[mappings[at]!.columns[index]!]!.add(features.of(cell), 1));
    });
    mappings = body.map((row) => {
      if (row.length === count || !isOwn(row)) return identity(row);
      if (!isTotal(row[0])) return mapRow(row, profiles, features, absent);
      const rest = mapRow(row.slice(1), profiles, features, absent, 1);
      return { columns: [0, ...rest.columns], margin: rest.margin };
    });
    const own = mappings.filter((_, at) => isOwn(body[at]!) && !isTotal(body[at]![0]));
    absent = names.map((_, column) => {
      const missing = own.filter(({ columns }) => !columns.includes(column)).length;
      return Math.min(0.97, Math.max(0.004, (missing + (column < 2 ? 0.6 : 0.15)) / (own.length + 2)));
    });
  }
  return mappings;
}
