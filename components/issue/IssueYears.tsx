import { Fragment } from 'react';
import type { MunicipalityDetail } from '@/lib/db/queries/municipalities';
import { formatTotal } from '@/lib/format';
import { issueUrl } from '@/lib/urls';
import { countLost, fillGaps } from './gaps';
import { IssueCell } from './IssueCell';

type Year = MunicipalityDetail['years'][number];

/**
 * Issues by year, newest first; what must exist and is not held stays visible. What the total numbers say is missing
 * between two neighbouring years can only be the end of the older one; between years further apart it is a run of its own.
 */
export function IssueYears({ municipality: { years, slug } }: { municipality: MunicipalityDetail }) {
  return (
    <ol className="years">
      {years.map((year, index) => {
        const newer = years[index - 1];
        const older = years[index + 1];
        const after = newer?.year === year.year + 1 ? countLost(year.issues[0], newer.issues.at(-1)) : 0;
        const apart = older !== undefined && older.year < year.year - 1;
        return (
          <Fragment key={year.year}>
            <YearOfIssues year={year} slug={slug} after={after} />
            {apart && <LostYears older={older} newer={year} />}
          </Fragment>
        );
      })}
    </ol>
  );
}

function YearOfIssues({ year: { year, issues }, slug, after }: { year: Year; slug: string; after: number }) {
  return (
    <li id={`y${year}`}>
      <h3>
        {year}年<small>{issues.length} 期</small>
      </h3>
      <ul className="cells">
        {fillGaps(issues, after).map(({ number, issue }) => (
          <li key={number}>
            <IssueCell
              number={number}
              {...(issue && {
                href: issueUrl(slug, year, number),
                lines: [formatTotal(issue.totalNumber), `${issue.documentCount} 件文件`],
              })}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A run of issues known only by their total number: one wide cell that says how it was reckoned. */
function LostYears({ older, newer }: { older: Year; newer: Year }) {
  const before = older.issues[0];
  const count = countLost(before, newer.issues.at(-1));
  if (!before || before.totalNumber === null || count === 0) return null;
  const [first, last] = [before.totalNumber + 1, before.totalNumber + count];
  const [from, to] = [older.year + 1, newer.year - 1];
  return (
    <li>
      <h3>{from === to ? `${from}年` : `${to}—${from}`}</h3>
      <div className="cell gap many">
        <b>{count === 1 ? `总第${first}期` : `总第${first}期至第${last}期，共 ${count} 期`}未收录</b>
        <small>按总期号推算，分属各年的期数不明</small>
      </div>
    </li>
  );
}
