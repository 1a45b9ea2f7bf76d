import type * as ast from '../ast';
import type { Line } from '../line';
import type { Source } from '../source';
import { keyOf } from '../words/chars';
import { endsEntry, hasNumberOrPage, isEntryNumber, isPaged, makeEntry } from './contents-entry';
import { groupHeading, isGroupHeading, isShortHeading, settleHeadings } from './contents-heading';

/** Lines of the contents: label 目录, first line behind it, end (exclusive). */
export interface ContentsRange {
  label: number;
  from: number;
  to: number;
}

/**
 * Reads the contents of an issue into a node.
 * @param range undefined for a text without contents
 * @returns the node, or none; and the groups of entries in it
 */
export function readContents(
  source: Source,
  lines: readonly Line[],
  range: ContentsRange | undefined,
): { nodes: ast.Toc[]; groups: ast.TocGroup[] } {
  if (!range) return { nodes: [], groups: [] };
  const groups = readGroups(source, lines, range);
  const label = lines[range.label]!;
  const end = lines[Math.max(range.to - 1, range.label)]!.span.end;
  const toc: ast.Toc = {
    type: 'toc',
    children: [residueOf(source, label), ...groups],
    position: source.position({ start: label.span.start, end }),
  };
  return { nodes: [toc], groups };
}

const residueOf = (source: Source, line: Line): ast.Residue => ({
  type: 'residue',
  value: source.slice(line.span),
  position: source.position(line.span),
});

/** A page number of the contents pages themselves, or an English heading: — 3 —, CONTENTS. */
const isFurnitureOfContents = ({ kind, key }: Line): boolean =>
  kind === 'residue' || kind === 'metadata' || /^(?:[-—]?\d{1,3}[-—]?|[A-Za-z]{1,16})$/.test(key);

/** Reads the lines between 目录 and the first document into groups and entries. */
function readGroups(source: Source, lines: readonly Line[], { from, to }: ContentsRange): ast.TocGroup[] {
  const groups: ast.TocGroup[] = [];
  let pending: Line[] = [];
  let lastEntry: ast.TocEntry | undefined;
  const openGroup = (heading: string, line: Line): ast.TocGroup => {
    const group: ast.TocGroup = { type: 'tocGroup', heading, position: source.position(line.span), children: [] };
    groups.push(group);
    return group;
  };
  const add = (node: ast.Residue | ast.TocEntry, line: Line): void => {
    const group = groups.at(-1) ?? openGroup('', line);
    group.children.push(node);
    group.position = { start: group.position.start, end: node.position.end };
  };
  const closeEntry = (): void => {
    if (pending.length === 0) return;
    lastEntry = makeEntry(source, pending);
    add(lastEntry, pending[0]!);
    pending = [];
  };
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    if (isFurnitureOfContents(line)) {
      closeEntry();
      add(residueOf(source, line), line);
    } else if (pending.length === 0 && (isGroupHeading(line) || isShortHeading(line, lastEntry))) {
      openGroup(groupHeading(source, line), line).children.push(source.textNode(line.span));
    } else {
      const pair = pending.length === 0 ? columnsAt(source, lines, index, to) : null;
      if (pair) {
        // The words of an entry stand on two lines, with those of the other in between.
        for (const [above, below] of pair) {
          const entry = makeEntry(source, [above, below]);
          const position = source.position(above.span);
          add({ ...entry, value: source.slice(above.span), position }, above);
          lastEntry = entry;
        }
        for (const [, below] of pair) add(residueOf(source, below), below);
        index += 2;
        continue;
      }
      pending.push(line);
      const next = index + 1 < to ? lines[index + 1] : undefined;
      if (entryEnds(pending, next)) closeEntry();
    }
  }
  closeEntry();
  return settleHeadings(groups);
}

/** Two columns of words: 关于加快发展      关于成立 */
const twoColumns = /^(\S(?:.{2,38}\S)?)( {3,40})(\S.{2,40})$/;

/**
 * Reads two entries that stand beside each other, each on two lines.
 * @returns the two lines of each; null where the line is not the first of such
 */
function columnsAt(source: Source, lines: readonly Line[], index: number, to: number): [Line, Line][] | null {
  const [line, left, right] = lines.slice(index, Math.min(to, index + 3));
  if (!line || !left || !right || left.number !== right.number || line.number === left.number) return null;
  const parts = twoColumns.exec(line.text);
  if (!parts || isPaged(line.text) || !isPaged(left.text) || !isPaged(right.text)) return null;
  const middle = line.span.start + parts[1]!.length;
  const half = (start: number, end: number): Line => {
    const text = source.folded.slice(start, end);
    return { ...line, span: { start, end }, text, key: keyOf(text) };
  };
  return [
    [half(line.span.start, middle), left],
    [half(middle + parts[2]!.length, line.span.end), right],
  ];
}

/** The entry ends with its last line; its number, or its title, may still follow. */
function entryEnds(pending: readonly Line[], next: Line | undefined): boolean {
  const text = pending.map((line) => line.text).join('');
  const key = keyOf(text);
  if (!endsEntry(text, key)) return false;
  if (!next) return true;
  const numberFollows = !hasNumberOrPage(text, key) && isEntryNumber(next);
  // 石政发〔2014〕8号 above its title.
  const titleFollows =
    pending.length === 1 && pending[0]!.docNumber !== null && !next.docNumber && !isGroupHeading(next);
  return !numberFollows && !titleFollows;
}
