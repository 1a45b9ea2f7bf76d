import type { IssueDetail } from '@/lib/db/queries/issues';
import { formatTotal } from '@/lib/format';
import { issueUrl } from '@/lib/urls';
import { fillGaps } from './gaps';
import { IssueCell } from './IssueCell';

/** The issues of the same year, gaps visible. */
export function SameYear({ issue }: { issue: IssueDetail }) {
  const { municipality, year } = issue;
  return (
    <section className="sec">
      <h2>{year}年各期</h2>
      <ul className="cells two">
        {fillGaps(issue.sameYear).map(({ number, issue: held }) => (
          <li key={number}>
            <IssueCell
              number={number}
              current={number === issue.number}
              {...(held && {
                href: issueUrl(municipality.slug, year, number),
                lines: [formatTotal(held.totalNumber)],
              })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
