import type * as ast from '../../ast';
import type { Line } from '../../line';
import type { Source } from '../../source';
import { spanAround } from '../../source';
import { isHeaderCell } from '../heads';
import type { TableRegion } from '../region';
import { buildGiven } from './build-given';
import type { RebuildOutcome } from './grid';
import { gridRows } from './grid-rows';
import type { RowLayout } from '../pieces';
import { isRule, piecesOf } from '../pieces';
import { reconstructCells } from './cells/rebuild-cells';
import { reconstructRows } from './rows/rebuild-rows';
import { reconstructTabs } from './rebuild-tabs';
import { TableNodes } from './table-nodes';

/** Cells in source order, a row a line: nothing is claimed of columns. */
function looseRows(nodes: TableNodes, lines: readonly Line[], layout: RowLayout | null): ast.Table['children'] {
  const { source } = nodes;
  return lines.map((line) => {
    if (isRule(line) || line.print) return nodes.residue(line);
    const pieces = layout ? piecesOf(source, line, layout).filter(({ start, end }) => end > start) : [line.span];
    const cells = pieces.map((span, column): ast.TableCell => {
      const position = source.position(span);
      const children: ast.Paragraph[] = [{ type: 'paragraph', children: source.words(span), position }];
      return nodes.cell({ header: false, column, rowSpan: 1, colSpan: 1, inferred: false, children }, span.start);
    });
    return nodes.row(cells, line.span);
  });
}

/** What stands above a table of a line a cell. */
function standsBelow(lines: readonly Line[], { caption, from }: TableRegion): 'caption' | 'head' | 'text' {
  if (caption !== null) return 'caption';
  // A blank line in front of the cells, and none between them, parts them from what stands above.
  const parted = lines[from]!.gap > 0 && lines[from + 1]?.gap === 0;
  return from > 0 && !parted && isHeaderCell(lines[from - 1]!) ? 'head' : 'text';
}

/**
 * Builds the table of a region.
 * It is reconstructed where the cells show how, else built cell by cell with the reason.
 * @param lines of the whole source
 * @param id address of the table
 */
export function buildTable(source: Source, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  const nodes = new TableNodes(source);
  if (region.layout === 'given') return buildGiven(nodes, lines, region, id);
  const inside = lines.slice(region.from, region.to);
  const rowLayout = region.layout === 'tabs' || region.layout === 'lines' ? null : region.layout;
  const grid: RebuildOutcome = region.reason
    ? { reason: region.reason }
    : rowLayout
      ? reconstructRows(source, inside, rowLayout)
      : region.layout === 'tabs'
        ? reconstructTabs(source, inside)
        : reconstructCells(inside, lines, standsBelow(lines, region));
  const above = region.caption === null ? [] : lines.slice(region.caption, region.from);
  const captionLines = 'reason' in grid ? above : [...above, ...grid.caption.flatMap((token) => token.lines)];
  const span = spanAround([captionLines[0]?.span ?? inside[0]!.span, inside.at(-1)!.span]);
  const content =
    'reason' in grid
      ? {
          confidence: 'unreconstructed' as const,
          reason: grid.reason,
          children: looseRows(nodes, inside, rowLayout),
        }
      : {
          confidence: grid.confidence,
          columns: grid.columns,
          children: gridRows(nodes, grid),
        };
  return {
    type: 'table',
    id,
    ...(captionLines.length > 0 ? { caption: captionLines.map((line) => source.textNode(line.span)) } : {}),
    ...content,
    position: source.position(span),
  };
}
