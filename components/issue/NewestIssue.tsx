import type { NewestIssue as Issue } from '@/lib/db/queries/issues';
import type { Validity } from '@/lib/validity/validity';
import { formatDate, formatIssue, formatTotal } from '@/lib/format';
import { issueUrl } from '@/lib/urls';
import { Tag } from '@/components/ui/Tag';
import { IssueContents } from './IssueContents';

interface NewestIssueProps {
  issue: Issue;
  lead: string;
  /** Of its documents, by id. */
  validities: ReadonlyMap<number, Validity>;
}

/** An issue on the home page, as its contents page. */
export function NewestIssue({ issue, lead, validities }: NewestIssueProps) {
  const { municipality } = issue;
  const facts = [formatTotal(issue.totalNumber), issue.publishedOn && formatDate(issue.publishedOn)].filter(Boolean);
  return (
    <section className="sec">
      <header>
        <h2>
          {lead}　
          <a href={issueUrl(municipality.slug, issue.year, issue.number)}>
            {municipality.name}人民政府公报{formatIssue(issue)}
          </a>
          {municipality.sample && <Tag>示例</Tag>}
        </h2>
        <span className="quiet">{facts.join('，')}</span>
      </header>
      <IssueContents groups={issue.tocGroups} municipality={municipality.slug} validities={validities} />
    </section>
  );
}
