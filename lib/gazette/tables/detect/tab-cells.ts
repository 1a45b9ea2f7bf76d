import { isVocabulary } from '../heads';
import type { TableLines } from '../region';
import type { TableSearch } from './table-rule';

/** Plain lines that may stand between lines with a tab: labels that were broken. */
const mostPlain = 3;

/** Finds lines that open with a tab, each the beginning of a cell. */
export function tabCells({ lines, to }: TableSearch, from: number): TableLines | null {
  if (!lines[from]!.tabbed) return null;
  let end = from;
  let tabs = 0;
  let plain = 0;
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (line.tabbed) {
      tabs++;
      plain = 0;
      end = index + 1;
    } else if (++plain > mostPlain || line.key.length > 60 || line.kind !== 'other') break;
  }
  const heads = lines.slice(from, Math.min(end, from + 6)).filter((line) => isVocabulary(line.key)).length;
  return tabs >= 6 && heads >= 2 && !lines[from]!.marker ? { layout: 'tabs', from, to: end } : null;
}
