import type { CitingSection } from '@/lib/db/queries/selects';
import { displayText } from '@/lib/display';
import { documentUrl, sectionPlaceUrl } from '@/lib/urls';
import { Tag } from '@/components/ui/Tag';
import { CorrectionNote } from './CorrectionNote';
import { groupBy } from './group-by';
import { Day } from './Metadata';
import { Quotation } from './Quotation';
import { relationWord } from './relations';
import { SectionPath } from './SectionPath';

/** Who cites: document after document, each with the sections that do, in their own words. Takes mentions in that order. */
export function CitingList({ mentions }: { mentions: readonly CitingSection[] }) {
  const groups = groupBy(mentions, ({ document }) => `${document.municipality.slug}/${document.slug}`);
  return (
    <ul className="rows">
      {groups.map((group) => (
        <CitingDocument key={`${group[0].document.municipality.slug}/${group[0].document.slug}`} mentions={group} />
      ))}
    </ul>
  );
}

function CitingDocument({ mentions }: { mentions: readonly [CitingSection, ...CitingSection[]] }) {
  const { document } = mentions[0];
  // A table may repeat the same words in every row.
  const alike = groupBy(mentions, ({ section, sentence, relation }) =>
    [section.address, sentence, relation].join('\n'),
  );
  return (
    <li>
      <a className="t" href={documentUrl(document.municipality.slug, document.slug)}>
        {displayText(document.title)}
      </a>
      <p className="by">
        {document.docNumber && <span className="wenhao">{document.docNumber}</span>}
        <span>{document.municipality.name}</span>
        {document.municipality.sample && <Tag>示例</Tag>}
        {document.signedOn && <Day date={document.signedOn} />}
      </p>
      {alike.map((same, index) => (
        <Mention key={index} mention={same[0]} times={same.length} />
      ))}
    </li>
  );
}

/** One mention: the section as a link to its place in the document, the relation, the sentence with the words marked. */
function Mention({ mention, times }: { mention: CitingSection; times: number }) {
  const { document, section, sentence, wordsAt, words } = mention;
  return (
    <div className="quoted">
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, section.address)}>
        <SectionPath path={section.path} heading={section.heading} partKind={section.partKind} />
      </a>
      <Tag>{relationWord(mention.relation)}</Tag>
      {times > 1 && <span className="ml-2">这样写的有 {times} 处</span>}
      <Quotation sentence={sentence} words={words} wordsAt={wordsAt} />
      {mention.correction && (
        <CorrectionNote
          correction={mention.correction}
          printed={mention.printedNumber ?? words}
          meant={mention.docNumber}
        />
      )}
    </div>
  );
}
