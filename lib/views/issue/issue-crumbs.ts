import type { IssueDetail } from '@/lib/db/queries/issues/issues';
import { formatIssueNumber } from '@/lib/text/format';
import { issuesOfYearUrl, municipalityUrl } from '@/lib/addresses/urls';
import type { Crumb } from '@/lib/views/crumb';

/** 本溪市 › 2022年 › 第3号 */
export function issueCrumbs(issue: IssueDetail): Crumb[] {
  const { municipality, year } = issue;
  return [
    { label: municipality.name, href: municipalityUrl(municipality.slug) },
    { label: `${year}年`, href: issuesOfYearUrl(municipality.slug, year) },
    { label: formatIssueNumber(issue) },
  ];
}
