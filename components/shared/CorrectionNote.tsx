import type { CorrectionOf } from '@/lib/db/queries/selects';
import { typesetText } from '@/lib/text/typography';
import { docNumberUrl } from '@/lib/addresses/urls';

interface CorrectionNoteProps {
  correction: Pick<CorrectionOf, 'source'>;
  /** The number or the words that are printed. */
  printed: string;
  /** The right number; null where a document without number is meant. */
  meant: string | null;
}

/**
 * 编辑更正: what is printed, what it should be, and who says so. The text itself stays as it was
 * printed.
 */
export function CorrectionNote({ correction, printed, meant }: CorrectionNoteProps) {
  return (
    <p className="correction-note" role="note">
      <b>编辑更正</b>：原文作“{typesetText(printed)}”
      {meant !== null && (
        <>
          ，应为<a href={docNumberUrl(meant)}>{meant}</a>
        </>
      )}
      。依据：{typesetText(correction.source)}
    </p>
  );
}
