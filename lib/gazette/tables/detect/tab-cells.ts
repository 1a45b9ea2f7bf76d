import type { Line } from '../../line';
import { isVocabulary } from '../heads';
import { countPieces } from '../pieces';
import { reconstructTabs } from '../rebuild/rebuild-tabs';
import type { TableLines } from '../region';
import type { TableSearch } from './table-rule';

/** Plain lines that may stand between lines with a tab: labels that were broken. */
const mostPlain = 3;
const fewestTabs = 6;
/** A stretch that was looked at in vain is not cut again from each of its lines. */
const lookedTo = new WeakMap<readonly Line[], number>();

/** A line without a tab that goes on with the cell in front: its rest, or 2. below 1. */
function goesOn(lines: readonly Line[], index: number, opened: number): boolean {
  const { key, kind, marker, gap, blankLines } = lines[index]!;
  if (key.length > 60) return false;
  if (kind === 'other') return true;
  const before = lines
    .slice(opened, index)
    .reverse()
    .find((line) => line.marker !== null)?.marker;
  return (
    kind === 'numbered' &&
    gap + blankLines === 0 &&
    before?.style === marker!.style &&
    before.ordinal + 1 === marker!.ordinal
  );
}

/** Words of a paragraph: they close with a stop and are no head of a column. */
const isClause = ({ key }: Line): boolean => key.length > 40 || (key.length > 16 && /[。;:,]$/.test(key));

/**
 * Finds lines that open with a tab, each the beginning of a cell.
 * A word processor sets its paragraphs so too: these close with stops, and rows with tabs inside
 * their lines stand among them.
 */
export function tabCells({ source, lines, to, isBoundary }: TableSearch, from: number): TableLines | null {
  const first = lines[from]!;
  if (!first.tabbed || first.marker || isClause(first) || from < (lookedTo.get(lines) ?? 0)) return null;
  let end = from;
  let tabs = 0;
  let opened = from;
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (line.tabbed) {
      if (line.kind === 'table' || line.kind === 'pipes' || line.key.length > 200) break;
      if (index > from && isBoundary(index)) break;
      if (countPieces(source, line, 'tabbed') > 2) break;
      tabs++;
      opened = index;
      end = index + 1;
    } else if (index - opened > mostPlain || !goesOn(lines, index, opened)) break;
  }
  if (tabs < fewestTabs) return null;
  const heads = lines.slice(from, Math.min(end, from + 6)).filter((line) => isVocabulary(line.key)).length;
  if (heads >= 2) return { layout: 'tabs', from, to: end };
  const grid = reconstructTabs(source, lines.slice(from, end));
  if ('reason' in grid || grid.confidence !== 'certain') {
    lookedTo.set(lines, end);
    return null;
  }
  return { layout: 'tabs', from, to: end };
}
