import type * as ast from '../../ast';
import type { Line } from '../../line';
import type { Source, Span } from '../../source';
import { positionAround, spanAround } from '../../source';
import { isHeaderCell } from '../heads';
import type { TableRegion } from '../region';
import { buildGiven } from './build-given';
import type { Grid, GridCell, RebuildOutcome } from './grid';
import type { RowLayout } from '../pieces';
import { isRule, piecesOf } from '../pieces';
import { reconstruct } from './rebuild-cells';
import { reconstructRows } from './rebuild-rows';
import { reconstructTabs } from './rebuild-tabs';
import type { Token } from '../tokens';

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

  /**
   * Paragraphs of one cell: lines that follow each other without a blank line are one paragraph
   * until a sentence ends.
   */
  private paragraphs(tokens: readonly Token[]): (ast.Paragraph | ast.Residue)[] {
    const groups: Line[][] = [];
    const broken = new Set(tokens.flatMap((token) => token.repeats.map(({ number }) => number)));
    for (const line of tokens.flatMap((token) => token.lines)) {
      const last = groups.at(-1);
      const whole = last && ![...broken].some((number) => number > last.at(-1)!.number && number < line.number);
      if (last && whole && !/[。;:]$/.test(last.at(-1)!.key) && !line.marker) last.push(line);
      else groups.push([line]);
    }
    const repeats = tokens.flatMap((token) => token.repeats);
    return [...groups.map((group) => this.paragraph(group)), ...repeats.map((line) => this.residue(line))].sort(
      (one, other) => one.position.start.offset - other.position.start.offset,
    );
  }

  /** @param at offset of an empty cell */
  private cell(children: ast.TableCell['children'], at: number, header: boolean, cell: GridCell): ast.TableCell {
    const position = children.length > 0 ? positionAround(children) : this.source.position({ start: at, end: at });
    const { span: colSpan = 1, down: rowSpan = 1 } = cell;
    const doubt = cell.inferred ? { inferred: true as const } : {};
    return { type: 'tableCell', header, rowSpan, colSpan, children, ...doubt, position };
  }

  row(children: ast.TableCell[], span?: Span): ast.TableRow {
    return { type: 'tableRow', children, position: span ? this.source.position(span) : positionAround(children) };
  }

  /**
   * Rows of cells. A column without a cell belongs to the cell above it, which spans one row more;
   * below a cell that is wider than one column, or below none, it is empty.
   */
  rows(grid: Grid, spanOf?: (row: number) => Span): ast.TableRow[] {
    const heads = grid.header.length;
    const above: (ast.TableCell | undefined)[] = [];
    return [...grid.header, ...grid.rows].map((row, index) => {
      if (index === heads) above.length = 0;
      let at = offsetOf(row) ?? spanOf?.(index).start ?? 0;
      const cells: ast.TableCell[] = [];
      for (let column = 0; column < grid.columns;) {
        const printed = row.find((cell) => cell.column === column);
        const upper = above[column];
        const doubt = grid.confidence === 'inferred' && index > heads;
        if (!printed && upper) {
          if (index >= heads) upper.rowSpan++;
          if (doubt) upper.inferred = true;
          column++;
          continue;
        }
        const children = printed ? printed.paragraphs.flatMap((tokens) => this.paragraphs(tokens)) : [];
        const cell = this.cell(children, at, index < heads, printed ?? { column, paragraphs: [], inferred: doubt });
        at = cell.position.end.offset;
        for (let under = column; under < column + cell.colSpan; under++)
          above[under] = cell.colSpan === 1 ? cell : undefined;
        if (index < heads && cell.colSpan === 1 && cell.rowSpan === 1) above[column] = undefined;
        cells.push(cell);
        column += cell.colSpan;
      }
      return this.row(cells, spanOf?.(index));
    });
  }
}

/** Offset of the first words of a row. */
const offsetOf = (row: readonly GridCell[]): number | undefined =>
  row.find(({ paragraphs }) => paragraphs.length > 0)?.paragraphs[0]?.[0]?.lines[0]?.span.start;

/** Cells in source order, a row a line: nothing is claimed of columns. */
function looseRows(
  source: Source,
  builder: TableBuilder,
  lines: readonly Line[],
  layout: RowLayout | null,
): ast.Table['children'] {
  return lines.map((line) => {
    if (isRule(line) || line.print) return builder.residue(line);
    const pieces = layout ? piecesOf(source, line, layout).filter(({ start, end }) => end > start) : [line.span];
    const cells = pieces.map((span): ast.TableCell => {
      const { position } = source.textNode(span);
      const paragraph: ast.Paragraph = { type: 'paragraph', children: source.words(span), position };
      return { type: 'tableCell', header: false, rowSpan: 1, colSpan: 1, children: [paragraph], position };
    });
    return builder.row(cells, line.span);
  });
}

function gridRows(builder: TableBuilder, grid: Grid): ast.Table['children'] {
  const rows = builder.rows(grid, grid.rowLines && ((row) => grid.rowLines![row]!.span));
  const children: ast.Table['children'] = [];
  for (let at = 0; at <= rows.length; at++) {
    for (const { rows: above, lines } of grid.between)
      if (above === at) children.push(...lines.map((line) => builder.residue(line)));
    if (at < rows.length) children.push(rows[at]!);
  }
  return children;
}

/** What stands above a table of a line a cell. */
function standsBelow(lines: readonly Line[], { caption, from }: TableRegion): 'caption' | 'head' | 'text' {
  if (caption !== null) return 'caption';
  return from > 0 && isHeaderCell(lines[from - 1]!) ? 'head' : 'text';
}

/**
 * Builds the table of a region: reconstructed where the cells tell how, else cell by cell with the
 * reason.
 */
export function buildTable(source: Source, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  if (region.layout === 'given') return buildGiven(source, lines, region, id);
  const inside = lines.slice(region.from, region.to);
  const builder = new TableBuilder(source);
  const rowLayout = region.layout === 'tabs' || region.layout === 'lines' ? null : region.layout;
  const grid: RebuildOutcome = region.reason
    ? { reason: region.reason }
    : rowLayout
      ? reconstructRows(source, inside, rowLayout)
      : region.layout === 'tabs'
        ? reconstructTabs(inside)
        : reconstruct(inside, lines, standsBelow(lines, region));
  const above = region.caption === null ? [] : lines.slice(region.caption, region.from);
  const captionLines = 'reason' in grid ? above : [...above, ...grid.caption.flatMap((token) => token.lines)];
  const span = spanAround([captionLines[0]?.span ?? inside[0]!.span, inside.at(-1)!.span]);
  const content =
    'reason' in grid
      ? {
          confidence: 'unreconstructed' as const,
          reason: grid.reason,
          children: looseRows(source, builder, inside, rowLayout),
        }
      : {
          confidence: grid.confidence,
          columns: grid.columns,
          children: gridRows(builder, grid),
        };
  return {
    type: 'table',
    id,
    ...(captionLines.length > 0 ? { caption: captionLines.map((line) => source.textNode(line.span)) } : {}),
    ...content,
    position: source.position(span),
  };
}
