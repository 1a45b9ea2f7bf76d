import type { ReactNode } from 'react';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { formatIssue } from '@/lib/text/format';
import type { Range } from '@/lib/search/text/normalise';
import { issueUrl, municipalityUrl } from '@/lib/addresses/urls';
import { joinStated } from '@/lib/views/document/stated-facts';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { BrokenTitle } from '@/components/gazette/Title';
import { ClashNotice } from './ClashNotice';
import { CorrectionNote } from '@/components/shared/CorrectionNote';
import { Day, DocumentFactList } from '@/components/shared/DocumentFactList';
import { Standing } from '@/components/shared/Standing';
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

/** The head of a document: number, title, whether it holds, and what is known about it. */
export function DocumentHead({ document, validities, titleMarks, children }: DocumentHeadProps) {
  const { municipality, issue, printedNumber, correction } = document;
  const stated = joinStated(document, document);
  const validity = validities.get(document.id) ?? unknownValidity;
  return (
    <header className="dochead">
      <p className="kicker">
        {document.docNumber && <b className="wenhao">{document.docNumber}</b>}
        <a className="of-city" href={municipalityUrl(municipality.slug)}>
          {municipality.name}
        </a>
        {!issue && <span>单行文件</span>}
      </p>
      <h1 className="title" {...hook('title')}>
        <BrokenTitle lines={printedTitle(document)} marks={titleMarks} />
      </h1>
      <Standing validity={validity} />
      <p className="byline">
        {document.agency && <span>{document.agency}</span>}
        {document.signedOn && <Day date={document.signedOn} />}
        {issue && <a href={issueUrl(municipality.slug, issue)}>公报{formatIssue(issue)}</a>}
      </p>
      {correction && printedNumber !== null && (
        <CorrectionNote correction={correction} printed={printedNumber} meant={document.docNumber} />
      )}
      <ClashNotice document={document} validities={validities} />
      <div className="acts">
        {children}
        <details className="facts">
          <summary>文件信息</summary>
          <DocumentFactList document={document} stated={stated} validity={validity} today={calendarDay(new Date())} />
          <ValidityLine validity={validity} stated={stated.validity} />
        </details>
      </div>
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
