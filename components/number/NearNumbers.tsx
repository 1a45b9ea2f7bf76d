import type { WantedNumber } from '@/lib/db/queries/numbers/wanted';
import { typesetText } from '@/lib/text/typography';
import type { HitDocument } from '@/lib/search/engine';
import { docNumberUrl, documentUrl } from '@/lib/addresses/urls';
import { ValidityLink } from '@/components/search/ValidityLink';
import { Tag } from '@/components/shared/Tag';

interface NearNumbersProps {
  documents: readonly HitDocument[];
  wanted: readonly WantedNumber[];
}

/**
 * Numbers that are nearly the same, of held documents and of missing ones: where a slip of the pen
 * may have been meant to lead.
 */
export function NearNumbers({ documents, wanted }: NearNumbersProps) {
  return (
    <section className="sec">
      <h2>相近的文号</h2>
      {documents.length + wanted.length === 0 && <p className="quiet mt-2">没有相近的文号。</p>}
      <ul className="rows">
        {documents.map((document) => (
          <li key={`${document.municipality.slug}/${document.slug}`}>
            <a className="t wenhao" href={documentUrl(document.municipality.slug, document.slug)}>
              {document.docNumber}
            </a>
            <Tag held>已收录</Tag>
            {document.municipality.sample && <Tag>示例</Tag>}
            <p className="by">
              <span>{typesetText(document.title)}</span>
              <ValidityLink document={document} />
            </p>
          </li>
        ))}
        {wanted.map(({ docNumber, title, documents: count }) => (
          <li key={docNumber}>
            <a className="t wenhao" href={docNumberUrl(docNumber)}>
              {docNumber}
            </a>
            <Tag>未收录</Tag>
            <p className="by">
              {title && <span>《{typesetText(title)}》</span>}
              <span>{count} 件文件提到</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
