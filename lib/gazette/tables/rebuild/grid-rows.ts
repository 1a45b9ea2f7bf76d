import type * as ast from '../../ast';
import type { Line } from '../../line';
import type { Source, Span } from '../../source';
import { positionAround } from '../../source';
import type { Token } from '../tokens';
import type { Grid, GridCell } from './grid';
import type { TableNodes } from './table-nodes';

function paragraph(source: Source, lines: readonly Line[]): ast.Paragraph {
  const children = lines.flatMap((line) => source.words(line.span));
  return { type: 'paragraph', children, position: positionAround(children) };
}

/**
 * Paragraphs of one cell: lines that follow each other without a blank line are one paragraph until
 * a sentence ends.
 */
function paragraphs(nodes: TableNodes, tokens: readonly Token[]): ast.TableCell['children'] {
  const groups: Line[][] = [];
  const repeats = tokens.flatMap((token) => token.repeats);
  for (const line of tokens.flatMap((token) => token.lines)) {
    const last = groups.at(-1)?.at(-1);
    const parted = last && repeats.some(({ number }) => number > last.number && number < line.number);
    if (last && !parted && !/[。;:]$/.test(last.key) && !line.marker) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return [...groups.map((group) => paragraph(nodes.source, group)), ...repeats.map((line) => nodes.residue(line))].sort(
    (one, other) => one.position.start.offset - other.position.start.offset,
  );
}

/** Offset of the first words of a row. */
const offsetOf = (row: readonly GridCell[]): number | undefined =>
  row.find(({ paragraphs }) => paragraphs.length > 0)?.paragraphs[0]?.[0]?.lines[0]?.span.start;

/**
 * Rows of cells. A column without a cell belongs to the cell above it, which spans one row more;
 * below a cell that is wider than one column, or below none, it is empty.
 */
function cellRows(nodes: TableNodes, grid: Grid): ast.TableRow[] {
  const heads = grid.header.length;
  const above: (ast.TableCell | undefined)[] = [];
  return [...grid.header, ...grid.rows].map((row, index) => {
    if (index === heads) above.length = 0;
    const span: Span | undefined = grid.rowLines?.[index]?.span;
    let at = offsetOf(row) ?? span?.start ?? 0;
    const cells: ast.TableCell[] = [];
    for (let column = 0; column < grid.columns;) {
      const printed = row.find((cell) => cell.column === column);
      const upper = above[column];
      const doubt = grid.confidence === 'inferred' && index >= heads;
      if (!printed && upper) {
        if (index >= heads) upper.rowSpan++;
        if (doubt) upper.inferred = true;
        column++;
        continue;
      }
      const {
        colSpan = 1,
        rowSpan = 1,
        inferred = false,
        paragraphs: words,
      } = printed ?? { inferred: doubt, paragraphs: [] };
      const children = words.flatMap((tokens) => paragraphs(nodes, tokens));
      const cell = nodes.cell({ header: index < heads, column, rowSpan, colSpan, inferred, children }, at);
      at = cell.position.end.offset;
      for (let under = column; under < column + colSpan; under++) above[under] = colSpan === 1 ? cell : undefined;
      if (index < heads && colSpan === 1 && rowSpan === 1) above[column] = undefined;
      cells.push(cell);
      column += colSpan;
    }
    return nodes.row(cells, span);
  });
}

/** Makes the rows of a grid, with what stands between them. */
export function gridRows(nodes: TableNodes, grid: Grid): ast.Table['children'] {
  const rows = cellRows(nodes, grid);
  const children: ast.Table['children'] = [];
  const between = new Map<number, Line[]>();
  for (const { rows: above, lines } of grid.between) between.set(above, [...(between.get(above) ?? []), ...lines]);
  for (let at = 0; at <= rows.length; at++) {
    for (const line of between.get(at) ?? []) children.push(nodes.residue(line));
    if (at < rows.length) children.push(rows[at]!);
  }
  return children;
}
