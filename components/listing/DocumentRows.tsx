import type { DocumentLink } from '@/lib/db/queries/selects';
import type { Validity } from '@/lib/validity/validity';
import { ContentsEntry } from '@/components/issue/IssueContents';

interface DocumentRowsProps {
  documents: readonly DocumentLink[];
  /** Of these documents, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/** A plain list of documents, in the look of a contents page. */
export function DocumentRows({ documents, validities }: DocumentRowsProps) {
  return (
    <div className="mulu">
      <ol>
        {documents.map((document) => (
          <ContentsEntry
            key={document.id}
            entry={{ title: document.title, docNumber: document.docNumber, document }}
            municipality={document.municipality.slug}
            validities={validities}
          />
        ))}
      </ol>
    </div>
  );
}
