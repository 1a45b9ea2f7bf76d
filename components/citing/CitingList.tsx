import { ListedTitle } from '@/components/shared/ListedTitle';
import type { CitingSection } from '@/lib/db/queries/selects';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { Tag } from '@/components/shared/Tag';
import { CorrectionNote } from '@/components/shared/CorrectionNote';
import { groupBy } from '@/lib/collections/group-by';
import { Day } from '@/components/shared/DocumentFactList';
import { Quotation } from '@/components/shared/Quotation';
import { SectionPath } from '@/components/shared/SectionPath';
import { ValidityNote } from '@/components/shared/ValidityNote';

interface CitingListProps {
  mentions: readonly CitingSection[];
  /** Of the documents that cite, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/**
 * Who cites: document after document, each with the sections that do, in their own words. Takes
 * mentions in that order.
 */
export function CitingList({ mentions, validities }: CitingListProps) {
  return (
    <ul className="rows">
      {[...groupBy(mentions, ({ document }) => String(document.id)).values()].map((group) => (
        <CitingDocument key={group[0].document.id} mentions={group} validity={validities.get(group[0].document.id)} />
      ))}
    </ul>
  );
}

interface CitingDocumentProps {
  mentions: readonly [CitingSection, ...CitingSection[]];
  validity: Validity | undefined;
}

function CitingDocument({ mentions, validity }: CitingDocumentProps) {
  const { document } = mentions[0];
  // A table may repeat the same words in every row.
  const alike = [...groupBy(mentions, ({ section, sentence }) => [section.address, sentence].join('\n')).values()];
  return (
    <li>
      <a className="t" href={documentUrl(document.municipality.slug, document.slug)}>
        <ListedTitle title={document.title} />
      </a>
      <p className="by">
        {document.docNumber && <span className="wenhao">{document.docNumber}</span>}
        <span>{document.municipality.name}</span>
        {document.municipality.sample && <Tag>示例</Tag>}
        {document.signedOn && <Day date={document.signedOn} />}
      </p>
      <ValidityNote validity={validity} />
      {alike.map((same, index) => (
        <Mention key={index} mention={same[0]} times={same.length} />
      ))}
    </li>
  );
}

/**
 * One mention: the section as a link to its place in the document, the sentence with the words
 * marked.
 */
function Mention({ mention, times }: { mention: CitingSection; times: number }) {
  const { document, section, sentence, wordsAt, words, correction } = mention;
  return (
    <div className="quoted">
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, section.address)}>
        <SectionPath section={section} />
      </a>
      {times > 1 && <span className="ml-2">这样写的有 {times} 次</span>}
      <Quotation sentence={sentence} words={words} wordsAt={wordsAt} />
      {correction && (
        <CorrectionNote correction={correction} printed={mention.printedNumber ?? words} meant={mention.docNumber} />
      )}
    </div>
  );
}
