import type { IssueDetail } from '@/lib/db/queries/issues/issues';
import { formatIssue, formatTotal } from '@/lib/text/format';
import { Day } from '@/components/shared/DocumentFactList';

/** The masthead of an issue. */
export function IssueHead({ issue }: { issue: IssueDetail }) {
  const { municipality, publisher, totalNumber, publishedOn, documentCount } = issue;
  return (
    <header className="head">
      <h1>
        {municipality.name}
        <wbr />
        人民政府公报 <span className="keep">{formatIssue(issue)}</span>
      </h1>
      <p className="facts-line">
        {totalNumber !== null && <span>{formatTotal(totalNumber)}</span>}
        {publishedOn && (
          <span>
            <Day date={publishedOn} />
            发布
          </span>
        )}
        {publisher && <span>{publisher}</span>}
        <span>{documentCount} 件文件</span>
      </p>
    </header>
  );
}
