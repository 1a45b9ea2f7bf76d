import type { IssueDetail } from '@/lib/db/queries/issues/issues';
import { listStretches } from '@/lib/views/issue/gaps';
import { YearCells } from './YearCells';

/**
 * The issues of the same year, with gaps visible.
 * How many follow is computed as on the municipality's page.
 */
export function SameYear({ issue }: { issue: IssueDetail }) {
  const { municipality, year, sameYear, newer } = issue;
  const years = [...(newer ? [{ year: newer.year, issues: [newer] }] : []), { year, issues: sameYear }];
  const own = listStretches(years).find((stretch) => stretch.kind === 'year' && stretch.year === year);
  return (
    <section className="sec">
      <h2>{year}年各期</h2>
      {own?.kind === 'year' && <YearCells slots={own.slots} municipality={municipality.slug} current={issue} narrow />}
    </section>
  );
}
