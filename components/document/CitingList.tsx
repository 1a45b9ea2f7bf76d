import type { CitingSection } from '@/lib/db/queries/selects';
import { displayText } from '@/lib/display';
import { documentUrl, sectionPlaceUrl } from '@/lib/urls';
import { Tag } from '@/components/ui/Tag';
import { Day } from './Metadata';
import { relationWord } from './relations';
import { SectionPath } from './SectionPath';

/** Who cites: document after document, each with the sections that do, in their own words. Takes mentions in that order. */
export function CitingList({ mentions }: { mentions: readonly CitingSection[] }) {
  return (
    <ul className="rows">
      {groupByDocument(mentions).map(([key, group]) => (
        <CitingDocument key={key} mentions={group} />
      ))}
    </ul>
  );
}

function CitingDocument({ mentions }: { mentions: readonly CitingSection[] }) {
  const { document } = mentions[0]!;
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
      {mentions.map((mention, index) => (
        <Mention key={index} mention={mention} />
      ))}
    </li>
  );
}

/** One mention: relation, the section as a link to its place in the document, the sentence with the words marked. */
function Mention({ mention }: { mention: CitingSection }) {
  const { document, section, sentence, wordsAt, words } = mention;
  const shown = displayText(sentence);
  const end = wordsAt + words.length;
  return (
    <div className="quoted">
      <a href={sectionPlaceUrl(document.municipality.slug, document.slug, section.address)}>
        <SectionPath path={section.path} heading={section.heading} partKind={section.partKind} />
      </a>
      <Tag>{relationWord(mention.relation)}</Tag>
      <blockquote>
        {shown.slice(0, wordsAt)}
        <mark>{sentence.slice(wordsAt, end)}</mark>
        {shown.slice(end)}
      </blockquote>
    </div>
  );
}

function groupByDocument(mentions: readonly CitingSection[]): [string, CitingSection[]][] {
  const groups = new Map<string, CitingSection[]>();
  for (const mention of mentions) {
    const key = `${mention.document.municipality.slug}/${mention.document.slug}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
  }
  return [...groups];
}
