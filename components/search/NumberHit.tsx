import type { SearchResults } from '@/lib/db/queries/search';
import type { DocumentLink } from '@/lib/db/queries/selects';
import { displayText } from '@/lib/display';
import { docNumberUrl, documentUrl } from '@/lib/urls';
import { Day } from '@/components/document/Metadata';
import { Tag } from '@/components/ui/Tag';

/** What bears the number that was typed: above everything else. */
export function NumberHit({ number, q }: { number: NonNullable<SearchResults['number']>; q: string }) {
  const { canonical, documents } = number;
  return (
    <section className="number-hit" aria-label="文号">
      <p className="quiet">您输入的文号是</p>
      <p className="number wenhao">
        {canonical ?? q}
        <Tag held={documents.length > 0}>{stateWord(documents.length)}</Tag>
      </p>
      {documents.length > 0 ? (
        <ul>
          {documents.map((document) => (
            <HeldDocument key={`${document.municipality.slug}/${document.slug}`} document={document} />
          ))}
        </ul>
      ) : (
        canonical && (
          <p>
            <a href={docNumberUrl(canonical)}>看谁引用了这个文号</a>
          </p>
        )
      )}
    </section>
  );
}

function HeldDocument({ document }: { document: DocumentLink }) {
  const { municipality } = document;
  return (
    <li className="mt-2">
      <a className="t" href={documentUrl(municipality.slug, document.slug)}>
        {displayText(document.title)}
      </a>
      <p className="by">
        {document.docNumber && <span className="wenhao">{document.docNumber}</span>}
        <span>{municipality.name}</span>
        {municipality.sample && <Tag>示例</Tag>}
        {document.signedOn && <Day date={document.signedOn} />}
      </p>
    </li>
  );
}

function stateWord(held: number): string {
  if (held === 0) return '未收录';
  return held === 1 ? '已收录' : `${held} 件`;
}
