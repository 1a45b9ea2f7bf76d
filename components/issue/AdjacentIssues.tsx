import type { IssueDetail } from '@/lib/db/queries/issues/issues';
import type { IssueLink } from '@/lib/db/queries/selects';
import { formatIssue, formatTotal } from '@/lib/text/format';
import { issueUrl } from '@/lib/addresses/urls';
import { AdjacentPages } from '@/components/shared/AdjacentPages';

/** The issues held before and after this one. */
export function AdjacentIssues({ issue: { municipality, previous, next } }: { issue: IssueDetail }) {
  const link = (issue: IssueLink | null, lead: string) =>
    issue && {
      href: issueUrl(municipality.slug, issue),
      lead,
      title: [formatIssue(issue), formatTotal(issue.totalNumber)].filter(Boolean).join('，'),
    };
  return (
    <AdjacentPages label="前后各期" previous={link(previous, '已收录的上一期')} next={link(next, '已收录的下一期')} />
  );
}
