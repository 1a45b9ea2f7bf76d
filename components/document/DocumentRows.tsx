import type { DocumentLink } from '@/lib/db/queries/selects';
import { ContentsEntry } from '@/components/issue/IssueContents';

/** A plain list of documents, in the look of a contents page. */
export function DocumentRows({ documents }: { documents: readonly DocumentLink[] }) {
  return (
    <div className="mulu">
      <ol>
        {documents.map((document) => (
          <ContentsEntry
            key={`${document.municipality.slug}/${document.slug}`}
            entry={{ title: document.title, docNumber: document.docNumber, document }}
            municipality={document.municipality.slug}
          />
        ))}
      </ol>
    </div>
  );
}
