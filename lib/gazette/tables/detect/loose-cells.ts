import type { Line } from '../../line';
import type { TableLines } from '../region';
import { typedRows } from '../rebuild/cells/typed-rows';
import { isDataKey, readTokens } from '../tokens';
import type { TableSearch } from './table-rule';
import { withoutPrint } from './table-rule';

const fewestCells = 12;
const longestCell = 24;
/** Up to where a run of short lines was looked at in vain. */
const lookedTo = new WeakMap<readonly Line[], number>();

/**
 * Finds a run of short lines, many of them figures, under no header that fits.
 * They are the cells of a table all the same.
 */
export function looseCells({ lines, to, isBoundary }: TableSearch, from: number): TableLines | null {
  if (from < (lookedTo.get(lines) ?? 0)) return null;
  let end = from;
  let figures = 0;
  for (; end < to; end++) {
    const { key, kind, marker, print } = lines[end]!;
    if (print) continue;
    const figure = isDataKey(key);
    if (!figure && (kind !== 'other' || marker !== null || key.length > longestCell || /[。;:!?,、]$/.test(key))) break;
    if (isBoundary(end)) break;
    if (figure) figures++;
  }
  end = withoutPrint(lines, end);
  const count = end - from;
  if (count >= fewestCells && figures >= count * 0.2) {
    const rows: TableLines = { layout: 'lines', from, to: end };
    return typedRows(readTokens(lines.slice(from, end))) ? rows : { ...rows, reason: 'looseCells' };
  }
  lookedTo.set(lines, end);
  return null;
}
