import type { MunicipalityOverview } from '@/lib/db/queries/municipalities/overview';
import { formatDate, formatIssue } from '@/lib/text/format';
import { municipalityUrl } from '@/lib/addresses/urls';
import { Tag } from '@/components/shared/Tag';
import { listStretches } from '@/lib/views/issue/gaps';
import { IssueYearStrip } from './IssueYearStrip';

/** Years that are shown of one municipality. */
const YEARS = 4;

interface MunicipalityCardProps {
  place: MunicipalityOverview;
  /** By what it stands below. */
  heading?: 'h2' | 'h3';
}

/** A municipality among others: what is held of it, and its newest years as strips. */
export function MunicipalityCard({ place, heading: Heading = 'h3' }: MunicipalityCardProps) {
  const { name, slug, sample, years } = place;
  const strips = listStretches(years.slice(0, YEARS)).filter((stretch) => stretch.kind === 'year');
  return (
    <div className="place">
      <Heading>
        <a href={municipalityUrl(slug)}>{name}</a>
        {sample && <Tag>示例</Tag>}
      </Heading>
      <p>{describeHeld(place)}</p>
      {strips.length > 0 && (
        <ul className="strips">
          {strips.map(({ year, slots }) => (
            <IssueYearStrip key={year} year={year} slots={slots} />
          ))}
        </ul>
      )}
      {years.length > YEARS && <p>另有 {years.length - YEARS} 个年份</p>}
    </div>
  );
}

/** 4 期、18 件文件，最近 2023年第5号 · 单行文件 1 件，最近 2022年12月30日 */
function describeHeld({ issueCount, documentCount, latestIssue, newestOn }: MunicipalityOverview): string {
  if (latestIssue) return `${issueCount} 期、${documentCount} 件文件，最近 ${formatIssue(latestIssue)}`;
  return `单行文件 ${documentCount} 件${newestOn ? `，最近 ${formatDate(newestOn)}` : ''}`;
}
