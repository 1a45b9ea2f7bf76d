import type { Line } from '../line';
import type { Source } from '../source';
import { keyOf } from '../words/chars';
import { piecesOf } from './pieces';

/** Rows of wide blanks whose cells go on in the line below, under their own beginning. */

/** A place that differs by so many half characters is the same: prints are not exact. */
const nearly = 3;

/** A figure is whole: no cell goes on with one. */
const figure = /^[-\d.,:/%年月日]+$/;

/** Half characters between a cell that fills its column and the next one, at most. */
const narrowGap = 5;
/** A narrower first cell is whole, in half characters. */
const narrowestFull = 20;

/** A cell of a line, in half characters from the line's beginning. */
interface Place {
  start: number;
  end: number;
  key: string;
}

/** Places of the cells of a line; null where a tab makes them unknown. */
function placesOf(source: Source, line: Line): Place[] | null {
  const { start } = source.lineSpan(line.number);
  const text = source.text.slice(start, line.span.end);
  if (text.includes('\t')) return null;
  const widths: number[] = [0];
  for (let at = 0; at < text.length; at++) widths.push(widths[at]! + (text.charCodeAt(at) < 0x2000 ? 1 : 2));
  return piecesOf(source, line, 'blanks').map((piece) => ({
    start: widths[piece.start - start]!,
    end: widths[piece.end - start]!,
    key: keyOf(source.folded.slice(piece.start, piece.end)),
  }));
}

/** True for a cell that fills its column, and whose sentence is not at its end. */
const isFull = ({ start, end, key }: Place, next: Place | undefined): boolean =>
  next !== undefined && next.start - end <= narrowGap && end - start >= narrowestFull && !/[。;]$/.test(key);

/**
 * Tells which cells of a row the cells of the line below go on with.
 * @returns their indexes in the row; null where the line is a row of its own
 */
export function cellsBelow(source: Source, row: Line, line: Line): number[] | null {
  if (line.number !== row.number + 1 && line.gap > 0) return null;
  if (line.kind === 'table' || line.kind === 'pipes' || line.docNumber || line.date || line.print) return null;
  const above = placesOf(source, row);
  const below = placesOf(source, line);
  if (!above || !below || below.length >= above.length || below.some(({ key }) => figure.test(key))) return null;
  // Below the first cell stands a row of its own, unless the cell fills its column.
  const first = below[0]!.start < above[1]!.start - nearly;
  if (first && (line.marker !== null || !isFull(above[0]!, above[1]))) return null;
  // Where all but the first are there, the first is merged with the one above: that is a row.
  const numbered = /^\d{1,4}$/.test(above[0]!.key);
  if (!first && !numbered && above.length > 2 && below.length === above.length - 1) return null;
  const places = below.map(({ start }) => above.findIndex((other) => Math.abs(other.start - start) <= nearly));
  if (first && places.some((place) => !isFull(above[place] ?? above[0]!, above[place + 1]))) return null;
  return places.every((place, at) => place > (at === 0 ? (first ? -1 : 0) : places[at - 1]!)) ? places : null;
}
