import type { Line } from '../line';
import type { Source } from '../source';
import { keyOf } from '../words/chars';
import { piecesOf } from './pieces';

/** Rows of wide blanks whose cells go on in the line below, under their own beginning. */

/** A place that differs by so many half characters is the same: prints are not exact. */
const nearly = 3;

/** A figure is whole: no cell goes on with one. */
const figure = /^[-\d.,:/%年月日]+$/;

/** Half characters in front of each cell of a line; null where a tab makes them unknown. */
function startsOf(source: Source, line: Line): number[] | null {
  const { start } = source.lineSpan(line.number);
  const text = source.text.slice(start, line.span.end);
  if (text.includes('\t')) return null;
  const widths: number[] = [0];
  for (let at = 0; at < text.length; at++) widths.push(widths[at]! + (text.charCodeAt(at) < 0x2000 ? 1 : 2));
  return piecesOf(source, line, 'blanks').map((piece) => widths[piece.start - start]!);
}

/**
 * Tells which cells of a row the cells of the line below go on with.
 * @returns their indexes in the row; null where the line is a row of its own
 */
export function cellsBelow(source: Source, row: Line, line: Line): number[] | null {
  if (line.number !== row.number + 1 && line.gap > 0) return null;
  if (line.kind === 'table' || line.kind === 'pipes' || line.docNumber || line.date || line.print) return null;
  const above = startsOf(source, row);
  const below = startsOf(source, line);
  if (!above || !below || below.length >= above.length || below[0]! < above[1]! - nearly) return null;
  const keys = piecesOf(source, line, 'blanks').map(({ start, end }) => keyOf(source.folded.slice(start, end)));
  if (keys.some((key) => figure.test(key))) return null;
  // Where all but the first are there, the first is merged with the one above: that is a row.
  const numbered = /^\d{1,4}$/.test(
    keyOf(source.folded.slice(row.span.start, piecesOf(source, row, 'blanks')[0]!.end)),
  );
  if (!numbered && above.length > 2 && below.length === above.length - 1) return null;
  const places = below.map((start) => above.findIndex((other) => Math.abs(other - start) <= nearly));
  return places.every((place, at) => place > (at === 0 ? 0 : places[at - 1]!)) ? places : null;
}
