import { Fragment } from 'react';
import { splitTitle } from '@/lib/text/typography';
import type { Range } from '@/lib/search/text/normalise';
import { markPieces } from './marked';

interface BrokenTitleProps {
  /** Printed lines, or the whole as one. */
  lines: readonly string[];
  /** Stretches of the joined lines that were searched for. */
  marks?: readonly Range[] | undefined;
}

/** A title that may break only by sense. */
export function BrokenTitle({ lines, marks }: BrokenTitleProps) {
  const pieces = splitTitle(lines);
  const title = pieces.join('');
  let at = 0;
  return pieces.map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {markPieces(title, marks, at, (at += piece.length))}
    </Fragment>
  ));
}
