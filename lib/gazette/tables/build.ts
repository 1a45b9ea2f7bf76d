import type * as ast from '../ast';
import type { Line } from '../lines';
import type { Source, Span } from '../source';
import { positionAround, spanAround } from '../source';
import type { TableRegion } from './detect';
import { buildGiven } from './given';
import type { Grid, GridCell } from './grid';
import { reconstructPipes } from './pipes';
import { reconstruct } from './reconstruct';
import { reconstructTabs } from './tabs';
import type { Token } from './tokens';

/** Turns grids into nodes of the tree. */
class TableBuilder {
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  residue(line: Line): ast.Residue {
    return { type: 'residue', value: this.source.slice(line.span), position: this.source.position(line.span) };
  }

  private paragraph(lines: readonly Line[]): ast.Paragraph {
    const children = lines.flatMap((line) => this.source.words(line.span));
    return { type: 'paragraph', children, position: positionAround(children) };
  }

  /** Paragraphs of one cell: lines that follow each other without a blank line are one paragraph until a sentence ends. */
  private paragraphs(tokens: readonly Token[]): (ast.Paragraph | ast.Residue)[] {
    const groups: Line[][] = [];
    for (const line of tokens.flatMap((token) => token.lines)) {
      const last = groups.at(-1);
      if (last && !/[。;:]$/.test(last.at(-1)!.key) && !line.marker) last.push(line);
      else groups.push([line]);
    }
    return [
      ...groups.map((group) => this.paragraph(group)),
      ...tokens.flatMap((token) => token.repeats.map((line) => this.residue(line))),
    ];
  }

  private cell(children: ast.TableCell['children'], place: Span, header: boolean): ast.TableCell {
    const position = children.length > 0 ? positionAround(children) : this.source.position(place);
    return { type: 'tableCell', header, rowSpan: 1, colSpan: 1, children, position };
  }

  row(children: ast.TableCell[], span?: Span): ast.TableRow {
    return { type: 'tableRow', children, position: span ? this.source.position(span) : positionAround(children) };
  }

  header(heads: readonly Token[][], span?: Span): ast.TableRow {
    let at = heads.flat()[0]!.lines[0]!.span.start;
    const cells = heads.map((tokens) => {
      const cell = this.cell(this.paragraphs(tokens), { start: at, end: at }, true);
      at = cell.position.end.offset;
      return cell;
    });
    return this.row(cells, span);
  }

  /** Rows of cells; a column without a cell belongs to the cell above it, which spans one row more. */
  body(rows: readonly GridCell[][], columns: number, spanOf?: (row: number) => Span): ast.TableRow[] {
    const above: (ast.TableCell | undefined)[] = [];
    return rows.map((row, index) => {
      let at = row[0]!.paragraphs[0]![0]!.lines[0]!.span.start;
      const cells: ast.TableCell[] = [];
      for (let column = 0; column < columns; column++) {
        const printed = row.find((cell) => cell.column === column);
        const upper = above[column];
        if (!printed && upper) {
          upper.rowSpan++;
          continue;
        }
        const children = printed ? printed.paragraphs.flatMap((tokens) => this.paragraphs(tokens)) : [];
        const cell = this.cell(children, { start: at, end: at }, false);
        at = cell.position.end.offset;
        above[column] = cell;
        cells.push(cell);
      }
      return this.row(cells, spanOf?.(index));
    });
  }
}

/** Cells in source order, a row a line: nothing is claimed of columns. */
function looseRows(source: Source, builder: TableBuilder, lines: readonly Line[]): ast.TableRow[] {
  return lines.map((line) => {
    const pieces: Span[] = [];
    let start = line.span.start;
    for (let offset = start; offset <= line.span.end; offset++) {
      if (offset < line.span.end && (line.kind !== 'pipes' || source.folded[offset] !== '|')) continue;
      const span = source.trim({ start, end: offset });
      if (span.end > span.start) pieces.push(span);
      start = offset + 1;
    }
    const cells = pieces.map((span): ast.TableCell => {
      const text = source.textNode(span);
      const paragraph: ast.Paragraph = { type: 'paragraph', children: source.words(span), position: text.position };
      return {
        type: 'tableCell',
        header: false,
        rowSpan: 1,
        colSpan: 1,
        children: [paragraph],
        position: text.position,
      };
    });
    return builder.row(cells, line.span);
  });
}

function gridRows(
  builder: TableBuilder,
  grid: Grid,
  region: TableRegion,
  lines: readonly Line[],
): ast.Table['children'] {
  const pipes = region.layout === 'pipes';
  const columns = Math.max(grid.header.length, ...grid.rows.flat().map((cell) => cell.column + 1));
  const headed = grid.header.length > 0;
  const rows = builder.body(grid.rows, columns, pipes ? (row) => lines[row + (headed ? 1 : 0)]!.span : undefined);
  const children: ast.Table['children'] = headed
    ? [builder.header(grid.header, pipes ? lines[0]!.span : undefined)]
    : [];
  rows.forEach((row, at) => {
    for (const repeat of grid.repeats)
      if (repeat.rows === at) children.push(...repeat.lines.map((line) => builder.residue(line)));
    children.push(row);
  });
  for (const repeat of grid.repeats)
    if (repeat.rows >= rows.length) children.push(...repeat.lines.map((line) => builder.residue(line)));
  return children;
}

/** Builds the table of a region: reconstructed where the cells tell how, else cell by cell with the reason. */
export function buildTable(source: Source, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  if (region.layout === 'given') return buildGiven(source, lines, region, id);
  const inside = lines.slice(region.from, region.to);
  const builder = new TableBuilder(source);
  const grid =
    region.layout === 'pipes'
      ? reconstructPipes(source, inside)
      : region.layout === 'tabs'
        ? reconstructTabs(inside)
        : reconstruct(inside, lines);
  const above = region.caption === null ? [] : [lines[region.caption]!];
  const captionLines = 'reason' in grid ? above : [...above, ...grid.caption.flatMap((token) => token.lines)];
  const span = spanAround([captionLines[0]?.span ?? inside[0]!.span, inside.at(-1)!.span]);
  const content =
    'reason' in grid
      ? { confidence: 'unreconstructed' as const, reason: grid.reason, children: looseRows(source, builder, inside) }
      : {
          confidence: grid.confidence,
          columns: grid.header.length || Math.max(...grid.rows.flat().map((cell) => cell.column + 1)),
          children: gridRows(builder, grid, region, inside),
        };
  return {
    type: 'table',
    id,
    ...(captionLines.length > 0 ? { caption: captionLines.map((line) => source.textNode(line.span)) } : {}),
    ...content,
    position: source.position(span),
  };
}
