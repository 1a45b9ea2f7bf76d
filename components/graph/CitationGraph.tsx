import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { Neighbourhood as NeighbourhoodOfDocument } from '@/lib/db/queries/citations/neighbourhood';
import { typesetText } from '@/lib/text/typography';
import type { Relation } from '@/lib/gazette/ast';
import { documentUrl, citationGraphUrl } from '@/lib/addresses/urls';
import { Day } from '@/components/shared/DocumentFactList';
import { nameDocument } from '@/lib/views/document/document-titles';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { Legend } from './Legend';
import { NeighbourList } from './NeighbourList';
import { GraphPicture } from './GraphPicture';

interface NeighbourhoodProps {
  document: DocumentDetail;
  neighbourhood: NeighbourhoodOfDocument;
}

/**
 * Whom a document rests on and who rests on it: the picture, and beside it the same facts as two
 * lists.
 */
export function CitationGraph({ document, neighbourhood }: NeighbourhoodProps) {
  const { above, below, validity } = neighbourhood;
  const { municipality, slug, signedOn, orderedOn } = document;
  const hrefTo = (pages: { above?: number; below?: number }) =>
    citationGraphUrl(municipality.slug, slug, { above: above.page, below: below.page, ...pages });
  return (
    <>
      <header className="head">
        <h1>{nameDocument(document)}的引用关系</h1>
        <p className="facts-line">
          <a href={documentUrl(municipality.slug, slug)}>{typesetText(document.title)}</a>
          {signedOn && <Day date={signedOn} />}
          <ValidityTag validity={validity} always />
        </p>
      </header>
      <div className="web-of">
        {above.total + below.total > 0 && (
          <figure>
            <Legend relations={listRelations(neighbourhood)} />
            <GraphPicture
              neighbourhood={neighbourhood}
              name={nameDocument(document)}
              year={orderedOn.getUTCFullYear()}
              further={{
                above: `${hrefTo({ above: above.page + 1 })}#above`,
                below: `${hrefTo({ below: below.page + 1 })}#below`,
              }}
            />
          </figure>
        )}
        <div>
          <NeighbourList
            id="above"
            title="本文引用的文件"
            empty="本文没有提到别的文件。"
            side={above}
            pageHref={(page) => `${hrefTo({ above: page })}#above`}
            citing={document}
          />
          <NeighbourList
            id="below"
            title="引用本文的文件"
            empty="还没有已收录的文件引用本文。"
            side={below}
            pageHref={(page) => `${hrefTo({ below: page })}#below`}
          />
        </div>
      </div>
    </>
  );
}

const order: readonly Relation[] = ['implements', 'cites', 'amends', 'extends', 'repeals'];

function listRelations({ above, below }: NeighbourhoodOfDocument): Relation[] {
  const drawn = new Set([...above.neighbours, ...below.neighbours].map(({ relations }) => relations[0]?.relation));
  return order.filter((relation) => drawn.has(relation));
}
