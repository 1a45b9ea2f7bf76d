import type { Line } from '../../line';
import { isHeaderCell, isVocabulary } from '../heads';
import { gappedRows, markedStart, steadyStart } from '../rebuild/cells/steady';
import type { TableLines } from '../region';
import { isData, readTokens } from '../tokens';
import { isBodyText, lineWindow } from './line-window';
import type { TableSearch } from './table-rule';

/** A header and two rows of two. */
const fewestLines = 6;
const longestWindow = 3000;
/** A table may begin below a line that looks like its head; more lines than so many do not. */
const mostTries = 4;
const tried = new WeakMap<readonly Line[], { to: number; times: number }>();

/**
 * Finds cells of a line each with figures and words in the same places.
 * What their heads are called does not matter.
 */
export function steadyCells(search: TableSearch, from: number): TableLines | null {
  const { lines, likely, to } = search;
  if (to - from < fewestLines || !isHeaderCell(lines[from]!) || isBodyText(lines[from]!, search)) return null;
  const former = tried.get(lines) ?? { to: 0, times: 0 };
  if (from < former.to && former.times >= mostTries) return null;
  const region = lineWindow(search, from, 2);
  if (!region) return null;
  tried.set(lines, { to: Math.max(former.to, region.to), times: from < former.to ? former.times + 1 : 1 });
  if (region.to - from < fewestLines || region.to - from > longestWindow) return null;
  const tokens = readTokens(lines.slice(from, region.to));
  // Text stands behind the last row, and no figure of a row that is not whole.
  const figure = tokens.findLastIndex(isData);
  const isText = (at: number): boolean => {
    const { key } = tokens[at]!;
    return key.length >= 40 || (key.length >= 12 && /[。;:?!]$/.test(key));
  };
  const mayEnd = (at: number): boolean => at === tokens.length || (at > figure && isText(at));
  const cut = steadyStart(tokens, mayEnd) ?? markedStart(tokens, mayEnd);
  if (!cut) {
    const rows = gappedRows(tokens);
    const end = rows?.at(-1)?.at(-1)?.lines.at(-1);
    return end ? { layout: 'lines', from, to: lines.indexOf(end, from) + 1 } : null;
  }
  // Two lines above figures may be a title and a heading.
  if (cut.columns === 2 && !likely && !tokens.slice(0, 2).some(({ key }) => isVocabulary(key))) return null;
  const last = tokens[(cut.rows + 1) * cut.columns - 1]!.lines.at(-1)!;
  return { layout: 'lines', from, to: lines.indexOf(last, from) + 1 };
}
