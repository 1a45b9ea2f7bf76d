import type { ReactNode } from 'react';
import type { Leaf } from '@/lib/gazette';
import type { Marks } from '@/lib/search/marks/marks';
import type { Range } from '@/lib/search/text/normalise';

/**
 * Marks stretches of a text between `from` and `to`.
 * `stretches` are UTF-16 units, ascending. Stretches that touch are one mark.
 * @returns the pieces; without stretches the text itself
 */
export function markPieces(text: string, stretches: readonly Range[] = [], from = 0, to = text.length): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = from;
  for (const { start, end } of joinTouching(stretches)) {
    const cut = { start: Math.max(start, at), end: Math.min(end, to) };
    if (cut.start >= cut.end) continue;
    if (at < cut.start) pieces.push(text.slice(at, cut.start));
    pieces.push(<mark key={cut.start}>{text.slice(cut.start, cut.end)}</mark>);
    at = cut.end;
  }
  if (at < to) pieces.push(text.slice(at, to));
  return pieces;
}

/** Takes leaves that are printed as one text; gives the stretches to mark in it. */
export function joinMarks(leaves: readonly Leaf[], marks: Marks | undefined): Range[] {
  let at = 0;
  return leaves.flatMap((leaf) => {
    const shift = at;
    at += leaf.value.length;
    return (marks?.get(leaf) ?? []).map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  });
}

function joinTouching(stretches: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of stretches) {
    const before = joined.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
