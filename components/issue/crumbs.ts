import type { IssueDetail } from '@/lib/db/queries/issues';
import { municipalityUrl } from '@/lib/urls';
import type { Crumb } from '@/components/ui/Breadcrumb';

/** 本溪市 › 2022年 › 第3号 */
export function issueCrumbs({ municipality, year, number }: IssueDetail): Crumb[] {
  const home = municipalityUrl(municipality.slug);
  return [
    { label: municipality.name, href: home },
    { label: `${year}年`, href: `${home}#y${year}` },
    { label: `第${number}号` },
  ];
}
