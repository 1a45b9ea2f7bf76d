import type * as ast from '../../ast';
import type { Line } from '../../line';
import { spanAround } from '../../source';
import type { TableRegion } from '../region';
import type { TableNodes } from './table-nodes';

/**
 * Builds the table of a region that the file gave.
 * Its rows, columns and spans are the file's.
 */
export function buildGiven(nodes: TableNodes, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  const { source } = nodes;
  const given = lines[region.from]!.given!;
  const printed = lines.slice(region.caption ?? region.from, region.from).map(({ span }) => span);
  const caption = [...printed, ...given.caption];
  let at = caption.at(-1)?.end ?? given.start;
  const children = given.rows.map((cells): ast.TableRow => {
    const built = cells.map(({ missing, lines: own, ...facts }): ast.TableCell => {
      const paragraphs = own.map((span): ast.Paragraph => {
        const text = source.textNode(span);
        return { type: 'paragraph', children: [text], position: text.position };
      });
      const cell = nodes.cell({ ...facts, inferred: missing, children: paragraphs }, at);
      at = cell.position.end.offset;
      return cell;
    });
    return nodes.row(built);
  });
  return {
    type: 'table',
    id,
    ...(caption.length > 0 ? { caption: caption.map((span) => source.textNode(span)) } : {}),
    confidence: given.rows.flat().some(({ missing }) => missing) ? 'inferred' : 'certain',
    columns: given.columns,
    children,
    position: source.position(spanAround([...caption, given])),
  };
}
