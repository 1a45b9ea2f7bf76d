import type { FormerBearer } from '@/lib/db/queries/ledger/documents';
import { documentUrl } from '@/lib/addresses/urls';
import { nameEnded } from '@/lib/views/versions/ended-words';
import { dayOf } from '@/lib/views/versions/notice-view';

/** Documents that were held under a number until it was corrected: links to it may mean them. */
export function FormerBearers({ formers }: { formers: readonly FormerBearer[] }) {
  if (formers.length === 0) return null;
  return (
    <div className="notice">
      {formers.map(({ until, document }) => (
        <p key={document.id}>
          {dayOf(until)}以前，
          <a href={documentUrl(document.municipality, document.slug)}>{nameEnded({ ...document, docNumber: null })}</a>
          以这个文号收录，现已更正
          {document.docNumber === null ? '' : `为${document.docNumber}`}。
        </p>
      ))}
    </div>
  );
}
