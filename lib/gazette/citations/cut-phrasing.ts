import type * as ast from '../ast';
import type { Source, Span } from '../source';
import type { Mention, Run } from './mention';
import type { PhrasingParent } from './phrasing-parents';

/** Makes a run of the text in a node, without the residue in it. */
export function runOf(source: Source, { children, listed }: PhrasingParent): Run {
  const texts = children.filter((child) => child.type === 'text');
  return {
    texts,
    folded: texts.map(({ position: { start, end } }) => source.folded.slice(start.offset, end.offset)).join(''),
    printed: texts.map((text) => text.value).join(''),
    ...(listed ? { listed } : {}),
  };
}

/** The texts of a run with the unit at which each begins. */
interface PlacedText {
  at: number;
  span: Span;
}

function placeTexts({ texts }: Run): PlacedText[] {
  let at = 0;
  return texts.map(({ position }) => {
    const span = { start: position.start.offset, end: position.end.offset };
    const placed = { at, span };
    at += span.end - span.start;
    return placed;
  });
}

/** Index of the first element that passes, of a list where all behind it pass too. */
function firstWhere<Each>(list: readonly Each[], passes: (each: Each) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(list[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Offset in the source of a unit of a run; an end stays on the line that it ends. */
function offsetOf(placed: readonly PlacedText[], unit: number, isEnd: boolean): number {
  const behind = firstWhere(placed, ({ at, span }) => {
    const end = at + span.end - span.start;
    return unit < end || (isEnd && unit === end);
  });
  const text = placed[behind];
  return text ? text.span.start + unit - text.at : placed.at(-1)!.span.end;
}

/** The unit of a run at which a place of the source in front of one of its texts stands. */
function unitAt(placed: readonly PlacedText[], offset: number): number {
  const text = placed[firstWhere(placed, ({ span }) => span.start >= offset)];
  return text?.at ?? Infinity;
}

/**
 * Cuts a run at its citations.
 * Text keeps one leaf for each line of the source; residue keeps its place between them.
 */
export function cutPhrasing(
  source: Source,
  run: Run,
  residues: readonly ast.Residue[],
  found: readonly Mention[],
): ast.Phrasing[] {
  const placed = placeTexts(run);
  const cut: ast.Phrasing[] = [];
  const addTexts = (from: number, to: number): void => {
    for (const text of textsBetween(source, placed, from, to)) cut.push(text);
  };
  let at = 0;
  for (const { start, end, citation } of found) {
    if (start < at) continue;
    let span = { start: offsetOf(placed, start, false), end: offsetOf(placed, end, true) };
    // A page break or a mark of a word processor inside a reference: its words in front of that are
    // the citation, and those behind it text.
    const mark = residues[firstWhere(residues, ({ position }) => position.start.offset > span.start)];
    const broken = mark !== undefined && mark.position.start.offset < span.end;
    const until = broken ? unitAt(placed, mark.position.start.offset) : end;
    if (broken) span = source.trim({ start: span.start, end: offsetOf(placed, until, true) });
    const value = run.printed.slice(start, until);
    addTexts(at, start);
    cut.push({
      type: 'citation',
      value: broken ? value.trimEnd() : value,
      ...citation,
      position: source.position(span),
    });
    at = until;
  }
  addTexts(at, run.folded.length);
  return [...cut, ...residues].sort((one, other) => one.position.start.offset - other.position.start.offset);
}

/** Text leaves of the units of a run from one to another, a leaf a line. */
function textsBetween(source: Source, placed: readonly PlacedText[], from: number, to: number): ast.Text[] {
  const texts: ast.Text[] = [];
  const first = firstWhere(placed, ({ at, span }) => at + span.end - span.start > from);
  for (let index = first; index < placed.length && placed[index]!.at < to; index++) {
    const { at, span } = placed[index]!;
    const end = Math.min(to - at, span.end - span.start);
    const start = Math.max(from - at, 0);
    if (end > start) texts.push(source.textNode({ start: span.start + start, end: span.start + end }));
  }
  return texts;
}
