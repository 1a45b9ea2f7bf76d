import { typesetText } from '@/lib/text/typography';
import type { HitDocument, SearchAnswer } from '@/lib/search/engine';
import { docNumberUrl, documentUrl } from '@/lib/addresses/urls';
import { Tag } from '@/components/shared/Tag';
import { HitFacts } from './HitFacts';

/**
 * What bears the number that was typed: above everything else. Several are a choice; where there is
 * none, it leads to the number's page and to those that are nearly the same.
 */
export function NumberHit({ number, q }: { number: NonNullable<SearchAnswer['number']>; q: string }) {
  const { canonical, documents, near, indexNumber } = number;
  const kind = indexNumber === undefined ? '文号' : '索引号';
  return (
    <section className="number-hit" aria-label={kind}>
      <p className="quiet">{documents.length > 1 ? `符合这个${kind}的不止一件，您要找的是` : `您输入的${kind}是`}</p>
      <p className="number wenhao">
        {indexNumber ?? canonical ?? (documents.length === 1 ? documents[0]!.docNumber : null) ?? q}
        <Tag held={documents.length > 0}>{stateWord(documents.length)}</Tag>
      </p>
      <DocumentLinks documents={documents} />
      {documents.length === 0 && canonical && (
        <p>
          <a href={docNumberUrl(canonical)}>看谁引用了这个文号</a>
        </p>
      )}
      {documents.length === 0 && near.length > 0 && (
        <>
          <p className="near">您是不是要找</p>
          <DocumentLinks documents={near} />
        </>
      )}
    </section>
  );
}

function DocumentLinks({ documents }: { documents: readonly HitDocument[] }) {
  if (documents.length === 0) return null;
  return (
    <ul>
      {documents.map((document) => (
        <li key={`${document.municipality.slug}/${document.slug}`}>
          <a className="t" href={documentUrl(document.municipality.slug, document.slug)}>
            {typesetText(document.title)}
          </a>
          <HitFacts document={document} />
        </li>
      ))}
    </ul>
  );
}

function stateWord(held: number): string {
  if (held === 0) return '未收录';
  return held === 1 ? '已收录' : `${held} 件`;
}
