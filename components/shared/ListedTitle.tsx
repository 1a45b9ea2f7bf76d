import { Fragment } from 'react';
import { markPieces } from '@/components/gazette/marked';
import type { Range } from '@/lib/search/text/normalise';
import { readAnatomy } from '@/lib/text/title-anatomy';
import { splitTitle, typesetText } from '@/lib/text/typography';

interface ListedTitleProps {
  title: string;
  /** Stretches of it that were searched for. */
  marks?: readonly Range[];
}

/**
 * A title in a list: what is meant stands out, who says it and the kind step back. It breaks by
 * sense.
 */
export function ListedTitle({ title, marks = [] }: ListedTitleProps) {
  const shown = typesetText(title);
  const { lead, core, tail } = readAnatomy(shown);
  if (lead === '' && tail === '') return <Pieces title={shown} from={0} to={shown.length} marks={marks} />;
  const end = lead.length + core.length;
  return (
    <>
      {lead !== '' && (
        <span className="frame-words">
          <Pieces title={shown} from={0} to={lead.length} marks={marks} />
          <wbr />
        </span>
      )}
      <Pieces title={shown} from={lead.length} to={end} marks={marks} />
      {tail !== '' && (
        <span className="frame-words">
          <wbr />
          <Pieces title={shown} from={end} to={shown.length} marks={marks} />
        </span>
      )}
    </>
  );
}

function Pieces({ title, from, to, marks }: { title: string; from: number; to: number; marks: readonly Range[] }) {
  let at = from;
  return splitTitle([title.slice(from, to)]).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {markPieces(title, marks, at, (at += piece.length))}
    </Fragment>
  ));
}
