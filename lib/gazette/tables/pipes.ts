import { keyOf } from '../chars';
import type { Line } from '../lines';
import type { Source, Span } from '../source';
import { ColumnProfile, TableProfile } from './columns';
import type { Grid, GridCell } from './grid';
import { isVocabulary } from './header';
import { expectedTypes } from './header';
import type { Token } from './tokens';
import { isData, makeToken } from './tokens';

/** The cells of a pipe row, with their spans; an empty cell is an empty span. One empty piece at each end is the frame. */
function cellSpans(source: Source, line: Line): Span[] {
  const spans: Span[] = [];
  let start = line.span.start;
  for (let offset = start; offset <= line.span.end; offset++) {
    if (offset < line.span.end && source.folded[offset] !== '|') continue;
    spans.push(source.trim({ start, end: offset }));
    start = offset + 1;
  }
  if (source.folded[line.span.start] === '|') spans.shift();
  if (source.folded[line.span.end - 1] === '|') spans.pop();
  return spans;
}

const isEmpty = (span: Span): boolean => span.start === span.end;

/** A cell of a pipe row as a token: a line of its own. */
function cellToken(source: Source, line: Line, span: Span): Token | null {
  if (isEmpty(span)) return null;
  const text = source.folded.slice(span.start, span.end);
  return makeToken([{ ...line, span, text, key: keyOf(text), gap: 0, blankLines: 0, kind: 'other' }], 0);
}

/** Cells without the empty ones at the end: a row that was shifted left is padded there. */
function core(cells: (Token | null)[]): (Token | null)[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === null) end--;
  return cells.slice(0, end);
}

/** Maps the cells of a short row onto the columns, in order, at least cost. */
function mapRow(
  cells: readonly (Token | null)[],
  profiles: readonly ColumnProfile[],
  absent: readonly number[],
): number[] {
  const count = profiles.length;
  const found: { columns: number[]; cost: number }[] = [];
  const place = (at: number, from: number, columns: number[], cost: number): void => {
    if (at === cells.length) {
      let whole = cost;
      for (let column = from; column < count; column++) whole -= Math.log(absent[column]!);
      found.push({ columns, cost: whole });
      return;
    }
    let skipped = cost;
    for (let column = from; column <= count - (cells.length - at); column++) {
      const cell = cells[at];
      const emit = cell ? profiles[column]!.cost(cell, 0) : 0.5;
      place(at + 1, column + 1, [...columns, column], skipped - Math.log(1 - absent[column]!) + emit);
      skipped -= Math.log(absent[column]!);
    }
  };
  place(0, 0, [], 0);
  found.sort((one, other) => one.cost - other.cost);
  return found[0]!.columns;
}

const mostColumns = 14;
const mostMissing = 4;

/**
 * Reconstructs a table of pipe rows. Where merged cells were left out, a row is shorter: its cells are mapped onto the
 * columns that they resemble.
 */
export function reconstructPipes(source: Source, lines: readonly Line[]): Grid | { reason: string } {
  const rows = lines.map((line) => core(cellSpans(source, line).map((span) => cellToken(source, line, span))));
  if (rows.some((row) => row.some((cell) => cell !== null && /^:?-{2,}:?$/.test(cell.key)))) {
    return { reason: 'a row of dashes parts the header: a table of another markup' };
  }
  const [first, ...body] = rows;
  const count = Math.max(...rows.map((row) => row.length));
  if (!first || body.length === 0 || count < 2 || count > mostColumns)
    return { reason: `rows of up to ${count} cells` };
  if (first.length < count) return { reason: `a row of ${count} cells under a header of ${first.length}` };
  const headed =
    first.every((cell) => cell !== null && !isData(cell) && cell.key.length <= 20) &&
    first.filter((cell) => isVocabulary(cell!.key)).length >= count * 0.3;
  const all = body.flat().filter((cell) => cell !== null);
  const table = new TableProfile(all);
  const names = first.map((cell) => cell?.key ?? '');
  let absent: number[] = names.map((_, column) => (column < 2 ? 0.3 : column === count - 1 ? 0.15 : 0.06));
  let mappings = body.map((row) => row.map((_, column) => column));
  const isShort = (row: readonly unknown[]): boolean => row.length < count;
  if (body.some((row) => count - row.length > mostMissing)) return { reason: 'a row has too few cells' };
  for (let round = 0; round < 3; round++) {
    const profiles = names.map((name) => {
      const profile = new ColumnProfile(table);
      const types = expectedTypes(name);
      if (types.length > 0) profile.expect(types, 1.2);
      return profile;
    });
    body.forEach((row, at) => {
      if (round === 0 && isShort(row)) return;
      row.forEach((cell, index) => cell && profiles[mappings[at]![index]!]!.add(cell, 1));
    });
    mappings = body.map((row, at) => (isShort(row) ? mapRow(row, profiles, absent) : mappings[at]!));
    absent = names.map((_, column) => {
      const missing = mappings.filter((mapping) => !mapping.includes(column)).length;
      return Math.min(0.97, Math.max(0.004, (missing + (column < 2 ? 0.6 : 0.15)) / (body.length + 2)));
    });
  }
  const grid = body.map((row, at): GridCell[] =>
    row.flatMap((cell, index) => (cell === null ? [] : [{ column: mappings[at]![index]!, paragraphs: [[cell]] }])),
  );
  const complete = body.every((row) => row.length === count && row.every((cell) => cell !== null));
  return {
    confidence: complete && headed ? 'certain' : 'inferred',
    caption: [],
    header: headed ? first.map((cell) => (cell ? [cell] : [])) : [],
    rows: headed ? grid : [first.flatMap((cell, column) => (cell ? [{ column, paragraphs: [[cell]] }] : [])), ...grid],
    repeats: [],
  };
}
