import type { IssueDetail } from '@/lib/db/queries/issues';
import { issuesOfYearUrl, municipalityUrl } from '@/lib/urls';
import type { Crumb } from '@/components/ui/Breadcrumb';

/** 本溪市 › 2022年 › 第3号 */
export function issueCrumbs({ municipality, year, number }: IssueDetail): Crumb[] {
  return [
    { label: municipality.name, href: municipalityUrl(municipality.slug) },
    { label: `${year}年`, href: issuesOfYearUrl(municipality.slug, year) },
    { label: `第${number}号` },
  ];
}
