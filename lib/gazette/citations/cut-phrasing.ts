import type * as ast from '../ast';
import type { Source } from '../source';
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

/** Offset in the source of a unit of a run; an end stays on the line that it ends. */
function offsetOf(run: Run, unit: number, isEnd: boolean): number {
  let left = unit;
  for (const { position } of run.texts) {
    const length = position.end.offset - position.start.offset;
    if (left < length || (isEnd && left === length)) return position.start.offset + left;
    left -= length;
  }
  return run.texts.at(-1)!.position.end.offset;
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
  const cut: ast.Phrasing[] = [];
  let at = 0;
  for (const { start, end, citation } of found) {
    if (start < at) continue;
    const span = { start: offsetOf(run, start, false), end: offsetOf(run, end, true) };
    // A mark of a word processor inside a reference cannot be parted from its words: the reference
    // stays text.
    if (residues.some(({ position }) => position.start.offset > span.start && position.start.offset < span.end))
      continue;
    cut.push(...textsBetween(source, run, at, start));
    cut.push({ type: 'citation', value: run.printed.slice(start, end), ...citation, position: source.position(span) });
    at = end;
  }
  cut.push(...textsBetween(source, run, at, run.folded.length));
  return [...cut, ...residues].sort((one, other) => one.position.start.offset - other.position.start.offset);
}

/** Text leaves of the units of a run from one to another, a leaf a line. */
function textsBetween(source: Source, run: Run, from: number, to: number): ast.Text[] {
  const texts: ast.Text[] = [];
  let start = 0;
  for (const { position } of run.texts) {
    const { offset } = position.start;
    const length = position.end.offset - offset;
    const first = Math.max(from, start);
    const last = Math.min(to, start + length);
    if (last > first) texts.push(source.textNode({ start: offset + first - start, end: offset + last - start }));
    start += length;
  }
  return texts;
}
