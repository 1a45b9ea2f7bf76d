import type * as ast from '../../ast';
import type { Line } from '../../line';
import type { Source } from '../../source';
import { positionAround, spanAround } from '../../source';
import type { TableRegion } from '../region';

/** Builds the table of a region that the file gave: its rows, columns and spans are the file's. */
export function buildGiven(source: Source, lines: readonly Line[], region: TableRegion, id: string): ast.Table {
  const given = lines[region.from]!.given!;
  const printed = lines.slice(region.caption ?? region.from, region.from).map(({ span }) => span);
  const caption = [...printed, ...given.caption];
  let at = caption.at(-1)?.end ?? given.start;
  const children = given.rows.map((cells): ast.TableRow => {
    const built = cells.map(({ header, rowSpan, colSpan, missing, lines: own }): ast.TableCell => {
      const paragraphs = own.map((span): ast.Paragraph => {
        const text = source.textNode(span);
        return { type: 'paragraph', children: [text], position: text.position };
      });
      const position = paragraphs.length > 0 ? positionAround(paragraphs) : source.position({ start: at, end: at });
      at = position.end.offset;
      const doubt = missing ? { inferred: true as const } : {};
      return { type: 'tableCell', header, rowSpan, colSpan, ...doubt, children: paragraphs, position };
    });
    return { type: 'tableRow', children: built, position: positionAround(built) };
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
