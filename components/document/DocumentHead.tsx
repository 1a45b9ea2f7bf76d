import type { ReactNode } from 'react';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { typesetText } from '@/lib/text/typography';
import { formatIssue } from '@/lib/text/format';
import type { Range } from '@/lib/search/text/normalise';
import { issueUrl } from '@/lib/addresses/urls';
import { joinStated } from '@/lib/views/document/stated-facts';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { BrokenTitle } from '@/components/gazette/Title';
import { ClashNotice } from './ClashNotice';
import { CorrectionNote } from '@/components/shared/CorrectionNote';
import { DocumentFactList } from '@/components/shared/DocumentFactList';
import { ValidityLine } from '@/components/shared/ValidityLine';
import { calendarDay } from '@/lib/settings/today';
import { hook } from '@/components/browser/hooks';

interface DocumentHeadProps {
  document: DocumentDetail;
  /** Of this document and of others with its number, by id. */
  validities: ReadonlyMap<number, Validity>;
  /** Stretches of the title that were searched for. */
  titleMarks?: readonly Range[] | undefined;
  /** What can be done with the document. */
  children?: ReactNode;
}

/** The head of a document: number, letterhead, issue, title, and what is known about it. */
export function DocumentHead({ document, validities, titleMarks, children }: DocumentHeadProps) {
  const { municipality, issue, category, letterhead, printedNumber, correction } = document;
  const stated = joinStated(document, document);
  const validity = validities.get(document.id) ?? unknownValidity;
  // 行政规范性文件 is where the contents put it; the letterhead is added where it says something else.
  const kinds = [...new Set([category, letterhead])].filter((kind) => kind !== null);
  return (
    <header className="dochead">
      <p className="kicker">
        {document.docNumber && <b className="wenhao">{document.docNumber}</b>}
        {kinds.map((kind) => (
          <span key={kind}>{typesetText(kind)}</span>
        ))}
        <span>
          {issue ? (
            <>
              <a href={issueUrl(municipality.slug, issue)}>{formatIssue(issue)}</a>
              {document.issueDocumentCount !== null &&
                `，${document.issueDocumentCount} 件中的第 ${document.position} 件`}
            </>
          ) : (
            '单行文件'
          )}
        </span>
      </p>
      <h1 className="title" {...hook('title')}>
        <BrokenTitle lines={printedTitle(document)} marks={titleMarks} />
      </h1>
      {correction && printedNumber !== null && (
        <CorrectionNote correction={correction} printed={printedNumber} meant={document.docNumber} />
      )}
      <ClashNotice document={document} validities={validities} />
      <DocumentFactList document={document} stated={stated} validity={validity} today={calendarDay(new Date())} />
      <ValidityLine validity={validity} stated={stated.validity} />
      {children}
    </header>
  );
}

/**
 * The lines of the title as they were printed; the joined title where the tree has none of its own.
 */
function printedTitle({ tree, title }: DocumentDetail): string[] {
  const printed = tree.children[0]?.children.find((block) => block.type === 'title');
  const lines = printed?.children.map((line) => line.value) ?? [];
  return lines.join('') === title ? lines : [title];
}
