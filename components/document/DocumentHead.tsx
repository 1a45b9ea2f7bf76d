import type { DocumentDetail } from '@/lib/db/queries/documents';
import { displayText } from '@/lib/display';
import { formatIssue } from '@/lib/format';
import type { Range } from '@/lib/search/normalise';
import { issueUrl } from '@/lib/urls';
import { BrokenTitle } from '@/components/gazette/Title';
import { ClashNotice } from './ClashNotice';
import { CorrectionNote } from './CorrectionNote';
import { Metadata } from './Metadata';

interface DocumentHeadProps {
  document: DocumentDetail;
  /** Stretches of the title that were searched for. */
  titleMarks?: readonly Range[] | undefined;
}

/** The head of a document: number, letterhead, issue, title, and what is known about it. */
export function DocumentHead({ document, titleMarks }: DocumentHeadProps) {
  const { municipality, issue, category, letterhead } = document;
  // 行政规范性文件 is where the contents put it; the letterhead is added where it says something else.
  const kinds = [...new Set([category, letterhead])].filter((kind) => kind !== null);
  return (
    <header className="dochead">
      <p className="kicker">
        {document.docNumber && <b className="wenhao">{document.docNumber}</b>}
        {kinds.map((kind) => (
          <span key={kind}>{displayText(kind)}</span>
        ))}
        <span>
          {issue ? (
            <>
              <a href={issueUrl(municipality.slug, issue.year, issue.number)}>{formatIssue(issue)}</a>
              {document.issueDocumentCount !== null &&
                `，${document.issueDocumentCount} 件中的第 ${document.position} 件`}
            </>
          ) : (
            '单行文件'
          )}
        </span>
      </p>
      <h1 className="title">
        <BrokenTitle lines={printedTitle(document)} marks={titleMarks} />
      </h1>
      {document.correction && document.printedNumber !== null && (
        <CorrectionNote correction={document.correction} printed={document.printedNumber} meant={document.docNumber} />
      )}
      <ClashNotice document={document} />
      <Metadata document={document} />
    </header>
  );
}

/** The lines of the title as they were printed; the joined title where the tree has none of its own. */
function printedTitle({ tree, title }: DocumentDetail): string[] {
  const printed = tree.children[0]?.children.find((block) => block.type === 'title');
  const lines = printed?.children.map((line) => line.value) ?? [];
  return lines.join('') === title ? lines : [title];
}
