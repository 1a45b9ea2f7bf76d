import type { MunicipalityOverview } from '@/lib/db/queries/municipalities';
import { formatIssue } from '@/lib/format';
import { municipalityUrl } from '@/lib/urls';
import { Tag } from '@/components/ui/Tag';
import { YearStrip } from './YearStrip';

/** Years that home shows of one municipality. */
const YEARS = 4;

/** A municipality on the home page: what is held of it, year by year. */
export function Place({ municipality }: { municipality: MunicipalityOverview }) {
  const { name, slug, sample, issueCount, documentCount, latestIssue, years } = municipality;
  return (
    <div className="place">
      <h3>
        <a href={municipalityUrl(slug)}>{name}</a>
        {sample && <Tag>示例</Tag>}
      </h3>
      <p>
        {issueCount > 0 && `${issueCount} 期、`}
        {documentCount} 件文件
        {latestIssue && `，最近 ${formatIssue(latestIssue)}`}
      </p>
      {years.slice(0, YEARS).map(({ year, numbers }) => (
        <YearStrip key={year} year={year} numbers={numbers} />
      ))}
      {years.length > YEARS && <p>另有 {years.length - YEARS} 个年份</p>}
    </div>
  );
}
