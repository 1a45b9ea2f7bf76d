import type * as ast from '../ast';
import type { Line } from '../lines';
import type { Source, Span } from '../source';
import { spanAround } from '../source';
import type { TableRegion } from './detect';

const cell = (source: Source, span: Span, children: ast.Paragraph[], header: boolean): ast.TableCell => ({
  type: 'tableCell',
  header,
  rowSpan: 1,
  colSpan: 1,
  children,
  position: source.position(span),
});

const paragraph = (source: Source, span: Span): ast.Paragraph => ({
  type: 'paragraph',
  children: [source.textNode(span)],
  position: source.position(span),
});

/** The cells of a pipe row, with their spans; an empty cell is an empty span. */
function pipeCells(source: Source, line: Line): Span[] {
  const spans: Span[] = [];
  let start = line.span.start;
  for (let offset = start; offset <= line.span.end; offset++) {
    if (offset < line.span.end && source.folded[offset] !== '|') continue;
    spans.push(source.trim({ start, end: offset }));
    start = offset + 1;
  }
  const empty = (span: Span | undefined): boolean => span !== undefined && span.start === span.end;
  if (source.folded[line.span.start] === '|' && empty(spans[0])) spans.shift();
  if (source.folded[line.span.end - 1] === '|' && empty(spans.at(-1))) spans.pop();
  return spans;
}

function row(source: Source, span: Span, children: ast.TableCell[]): ast.TableRow {
  return { type: 'tableRow', children, position: source.position(span) };
}

/** Pipe rows: a grid where every row has the same number of cells, else the rows as they are printed. */
function pipeTable(
  source: Source,
  lines: readonly Line[],
): Pick<ast.Table, 'confidence' | 'reason' | 'columns' | 'children'> {
  const rows = lines.map((line) => ({ line, cells: pipeCells(source, line) }));
  const rule = (cells: Span[]): boolean => cells.every((span) => /^:?-{2,}:?$/.test(source.slice(span)));
  const counts = new Set(rows.filter(({ cells }) => !rule(cells)).map(({ cells }) => cells.length));
  const regular = counts.size === 1;
  const children = rows.map(({ line, cells }, index) =>
    row(
      source,
      line.span,
      cells.map((span) =>
        cell(source, span, span.start === span.end ? [] : [paragraph(source, span)], regular && index === 0),
      ),
    ),
  );
  if (regular) return { confidence: 'certain', columns: [...counts][0]!, children };
  const sorted = [...counts].sort((one, other) => one - other);
  return {
    confidence: 'unreconstructed',
    reason: `rows of ${sorted.join(', ')} cells: merged cells are missing`,
    children,
  };
}

/** Builds the table of a region. Cells stay in source order; nothing is dropped. */
export function buildTable(source: Source, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  const inside = lines.slice(region.from, region.to);
  const content =
    region.layout === 'pipes'
      ? pipeTable(source, inside)
      : {
          confidence: 'unreconstructed' as const,
          reason: 'the text gives one cell a line: columns are not reconstructed',
          children: inside.map((line) =>
            row(source, line.span, [cell(source, line.span, [paragraph(source, line.span)], false)]),
          ),
        };
  const caption = region.caption === null ? null : lines[region.caption]!;
  const span = spanAround([caption?.span ?? inside[0]!.span, inside.at(-1)!.span]);
  return {
    type: 'table',
    id,
    ...(caption ? { caption: [source.textNode(caption.span)] } : {}),
    ...content,
    position: source.position(span),
  };
}
