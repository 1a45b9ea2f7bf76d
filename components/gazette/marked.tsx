import type { ReactNode } from 'react';
import type { Leaf } from '@/lib/gazette';
import type { Marks } from '@/lib/search/marks/marks';
import type { Range } from '@/lib/search/text/normalise';
import { cutAtMarks } from '@/lib/text/cut-at-marks';

/**
 * Marks stretches of a text between `from` and `to`.
 * @returns its pieces, in order
 */
export const markPieces = (text: string, stretches: readonly Range[] = [], from = 0, to = text.length): ReactNode[] =>
  cutAtMarks(text, stretches, from, to).map((piece) =>
    piece.marked ? <mark key={piece.start}>{piece.text}</mark> : piece.text,
  );

/** Takes leaves that are printed as one text; gives the stretches to mark in it. */
export function joinMarks(leaves: readonly Leaf[], marks: Marks | undefined): Range[] {
  let at = 0;
  return leaves.flatMap((leaf) => {
    const shift = at;
    at += leaf.value.length;
    return (marks?.get(leaf) ?? []).map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  });
}
