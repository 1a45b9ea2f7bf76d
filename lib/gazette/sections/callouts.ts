import type { Line } from '../line';
import { markerRank } from '../words/markers';
import type { MarkerMatch } from '../words/markers';
import { continues } from '../lines/paragraphs';
import type { Setting } from '../lines/paragraphs';

/**
 * Finds the end of a callout (专栏): nothing marks it.
 * It ends where the outline outside continues, or where the items inside have had their paragraphs.
 * @param from first line behind the label
 * @param continuesOutline tells whether a marker continues what is open outside
 * @returns index behind the last line
 */
export function calloutEnd(
  lines: readonly Line[],
  from: number,
  to: number,
  setting: Setting,
  continuesOutline: (marker: MarkerMatch) => boolean,
): number {
  let last = 0;
  /** The last (一) (二) (三) of items that are numbered so, from directly below the label. */
  let item = 0;
  let end = from;
  /** Paragraphs below the item that was read last, and the fewest below one before it. */
  let below = 0;
  let usual = Infinity;
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (line.print) continue;
    if (line.kind === 'callout' || line.kind === 'attachment') break;
    // Inside a callout (一) may number the items themselves, where it does not go on with the
    // outline outside.
    const bracketed = line.marker?.style === 'hanBracket' ? line.marker : null;
    const numbersItems =
      bracketed !== null &&
      (item > 0
        ? bracketed.ordinal === item + 1
        : last === 0 && (!continuesOutline(bracketed) || (index === from && bracketed.ordinal === 1)));
    if (line.marker && markerRank[line.marker.style] <= markerRank.hanBracket && !numbersItems) break;
    if (bracketed) item = bracketed.ordinal;
    if (line.marker?.style === 'digitPoint') {
      if (last > 0 && line.marker.ordinal !== last + 1) break;
      if (last > 0) usual = Math.min(usual, below);
      below = 0;
      last = line.marker.ordinal;
    } else if (last > 0 && !chainContinues(lines, index, to, last) && !continues(lines[index - 1]!, line, setting)) {
      if (usual === Infinity || below >= usual) break;
      below++;
    } else if (last > 0) below++;
    end = index + 1;
  }
  return end;
}

const reach = 6;

/** Behind a paragraph that is no item the next item follows: it belongs to the item before. */
function chainContinues(lines: readonly Line[], from: number, to: number, last: number): boolean {
  for (let index = from; index < Math.min(to, from + reach); index++) {
    const marker = lines[index]!.marker;
    if (!marker) continue;
    return marker.style === 'digitPoint' && marker.ordinal === last + 1;
  }
  return false;
}
