import type { Line } from '../line';
import type { Span } from '../source';
import { spanAround } from '../source';
import type { FoldedCell, FoldedTable, GivenCell, GivenTable } from './given-table';
import { isVocabulary } from './heads';
import { dropUnused, fillHoles, placeCells } from './place-cells';
import { isData, makeToken } from './tokens';

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** What a folded line shows to the passes that look at words: the sign for an object in a text. */
const sign = '\ufffc';

/**
 * Makes one line of each table that the file gave.
 * So nothing in its cells is taken for a title, a heading or a document. A table whose cells do not
 * hold exactly its lines is left as the text it is.
 */
export function foldTables(lines: Line[], tables: readonly GivenTable[]): Line[] {
  const folded: Line[] = [];
  let index = 0;
  for (const table of tables) {
    while (index < lines.length && lines[index]!.span.start < table.start) folded.push(lines[index++]!);
    const from = index;
    while (index < lines.length && inside(lines[index]!.span, table)) index++;
    const own = lines.slice(from, index);
    const given = foldTable(own, table);
    if (given) folded.push(foldedLine(own[0]!, given));
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

function foldedLine(first: Line, given: FoldedTable): Line {
  const words = { text: sign, key: sign, marker: null, docNumber: null, date: null, tabbed: false, indent: 0 };
  return { ...first, ...words, span: { start: given.start, end: given.end }, kind: 'table', given };
}

/** Most places of a grid: a wide first row asks for holes in all rows below it. */
const mostPlaces = 200_000;

/** The table with every cell in its column; null where its cells do not hold its lines. */
function foldTable(lines: readonly Line[], table: GivenTable): FoldedTable | null {
  const placed = cellsHold(lines, table) ? placeCells(table.rows) : null;
  if (!placed) return null;
  const { rows, columns } = dropUnused(placed);
  if (rows.length * columns > mostPlaces) return null;
  const linesOf = linesByCell(lines, table);
  const linesIn = (cell: GivenCell | null): Line[] => (cell && linesOf.get(cell)) ?? [];
  const marked = table.rows.flat().some((cell) => cell.header);
  const headed = rows.length > 1 && !marked && readsAsHeader(rows[0]!.map(({ cell }) => linesIn(cell)));
  const spans = (some: readonly Line[]): Span[] => some.map(({ span }) => span);
  return {
    ...spanAround(spans(lines)),
    caption: table.caption ? spans(lines.filter(({ span }) => inside(span, table.caption!))) : [],
    rows: fillHoles(rows, columns).map((cells, row) =>
      cells.map(({ cell, column, rowSpan, colSpan }): FoldedCell => ({
        header: cell?.header === true || (headed && row === 0),
        column,
        rowSpan,
        colSpan,
        lines: spans(linesIn(cell)),
        missing: cell === null,
      })),
    ),
    columns,
  };
}

/**
 * The first row reads as a header: all its cells name columns and hold no data.
 * Asked only where the file marks none.
 */
function readsAsHeader(cells: readonly Line[][]): boolean {
  const tokens = cells.filter((lines) => lines.length > 0).map((lines) => makeToken(lines, 0));
  const named = tokens.filter((token) => isVocabulary(token.key)).length;
  const plain = tokens.every(
    (token) => token.key.length <= 24 && !/[。;!?]/.test(token.key) && (!isData(token) || /^\d{4}年/.test(token.key)),
  );
  return tokens.length >= 2 && tokens.length === cells.length && plain && named * 2 >= tokens.length;
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
