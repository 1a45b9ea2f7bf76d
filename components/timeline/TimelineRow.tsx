import { ListedTitle } from '@/components/shared/ListedTitle';
import type { TimelineDocument, TimelineEnd } from '@/lib/db/queries/municipalities/timeline';
import { typesetText } from '@/lib/text/typography';
import { docNumberUrl, documentUrl, citationGraphUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { Day } from '@/components/shared/DocumentFactList';
import { relationWord } from '@/lib/views/document/relation-words';
import { ValidityTag } from '@/components/shared/ValidityTag';

/**
 * A document on the timeline, with what it repeals or amends below it.
 * Each has a mark of its own and a link to the sentence.
 */
export function TimelineRow({ document }: { document: TimelineDocument }) {
  const { slug, municipality, title, docNumber, signedOn, validity, ends, endCount } = document;
  return (
    <li>
      <p className="by">
        {signedOn ? <Day date={signedOn} /> : <span>成文日期不详</span>}
        {docNumber && <span className="wenhao">{docNumber}</span>}
        <ValidityTag validity={validity} />
      </p>
      <a className="t" href={documentUrl(municipality.slug, slug)}>
        <ListedTitle title={title} />
      </a>
      {ends.length > 0 && (
        <ul className="ends">
          {ends.map((end, index) => (
            <End key={index} end={end} document={document} />
          ))}
          {endCount > ends.length && (
            <li>
              <a href={citationGraphUrl(municipality.slug, slug)}>另有 {endCount - ends.length} 件，看引用关系图</a>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function End({
  end: { relation, docNumber, title, target, address },
  document,
}: {
  end: TimelineEnd;
  document: TimelineDocument;
}) {
  const name = docNumber ?? `《${typesetText(title ?? '')}》`;
  const href = target
    ? documentUrl(target.municipality, target.slug)
    : docNumber === null
      ? null
      : docNumberUrl(docNumber);
  return (
    <li className={relation}>
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, address)}>{relationWord(relation)}</a>
      <span className="wenhao">{href ? <a href={href}>{name}</a> : name}</span>
      {docNumber !== null && title !== null && <span className="what">{typesetText(title)}</span>}
    </li>
  );
}
