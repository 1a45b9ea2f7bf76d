import type { FoundDocument, FoundSection } from '@/lib/db/queries/search';
import { formatIssue } from '@/lib/format';
import { documentUrl, sectionPlaceUrl } from '@/lib/urls';
import { Day } from '@/components/document/Metadata';
import { SectionPath } from '@/components/document/SectionPath';
import { Tag } from '@/components/ui/Tag';
import { Marked } from './Marked';

/** A document that was found, with its best sections. */
export function DocumentHit({ hit, more }: { hit: FoundDocument; more: string }) {
  const { document, sections, sectionCount } = hit;
  const { municipality, issue } = document;
  const rest = sectionCount - sections.length;
  return (
    <li className="hit">
      <h2>
        <a href={documentUrl(municipality.slug, document.slug)}>
          <Marked text={document.title} marks={hit.titleMarks} />
        </a>
      </h2>
      <p className="by">
        {document.docNumber && <span className="wenhao">{document.docNumber}</span>}
        <span>{document.agency ?? municipality.name}</span>
        {document.signedOn && <Day date={document.signedOn} />}
        <span>{issue ? formatIssue(issue) : '单行文件'}</span>
        {municipality.sample && <Tag>示例</Tag>}
      </p>
      {sections.length > 0 && (
        <ul className="places">
          {sections.map((section) => (
            <SectionHit
              key={section.address}
              section={section}
              href={sectionPlaceUrl(municipality.slug, document.slug, section.address)}
            />
          ))}
          {rest > 0 && (
            <li className="quiet">
              本文件中另有 {rest} {more}
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function SectionHit({ section, href }: { section: FoundSection; href: string }) {
  const { text, marks, cutBefore, cutAfter } = section.snippet;
  return (
    <li>
      <a href={href}>
        <SectionPath path={section.path} heading={section.heading} partKind={section.partKind} />
      </a>
      {text && (
        <p>
          {cutBefore && '…'}
          <Marked text={text} marks={marks} />
          {cutAfter && '…'}
        </p>
      )}
    </li>
  );
}
