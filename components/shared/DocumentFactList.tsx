import type { ReactElement } from 'react';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { formatDate, formatIssue, formatLength, formatTotal, machineDate } from '@/lib/text/format';
import { issueUrl } from '@/lib/addresses/urls';

type Value = ReactElement | string | null | undefined;

/**
 * The facts of a document, in the order that public sites follow.
 * What is not known is left out. The three dates stay three: signed, published on the web, printed
 * in the issue. Title and number stand above, in the page's head.
 */
export function DocumentFactList({ document }: { document: DocumentDetail }) {
  const { issue, municipality } = document;
  const facts: [string, Value][] = [
    ['发文机关', document.agency],
    ['成文日期', document.signedOn && <Day date={document.signedOn} />],
    ['发布日期', document.publishedOn && <Day date={document.publishedOn} />],
    [
      '刊载',
      issue && (
        <>
          <a href={issueUrl(municipality.slug, issue.year, issue.number)}>公报{formatIssue(issue)}</a>
          {issue.totalNumber !== null && <span className="keep">（{formatTotal(issue.totalNumber)}）</span>}
        </>
      ),
    ],
    ['刊登日期', issue?.publishedOn && <Day date={issue.publishedOn} />],
    ['附件', countAttachments(document)],
    ['篇幅', formatLength(document.length)],
  ];
  return (
    <dl className="meta">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

function Fact({ label, value }: { label: string; value: Value }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** A date as words, with the machine's form beside it. */
export function Day({ date }: { date: Date }) {
  return (
    <time className="figures" dateTime={machineDate(date)}>
      {formatDate(date)}
    </time>
  );
}

function countAttachments({ tree }: DocumentDetail): string | null {
  const count = tree.children.filter((part) => part.kind === 'attachment').length;
  return count > 0 ? `${count} 件` : null;
}
