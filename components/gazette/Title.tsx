import { Fragment } from 'react';
import { splitTitle } from '@/lib/display';

/** A title that may break only by sense. Takes its printed lines, or the whole as one. */
export function BrokenTitle({ lines }: { lines: readonly string[] }) {
  return splitTitle(lines).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ));
}
