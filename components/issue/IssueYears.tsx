import { Fragment } from 'react';
import type { MunicipalityDetail } from '@/lib/db/queries/municipalities';
import { formatTotal } from '@/lib/format';
import { issueUrl } from '@/lib/urls';
import { fillGaps, findLostRun, type LostRun } from './gaps';
import { IssueCell } from './IssueCell';

/** Issues by year, newest first; what must exist and is not held stays visible. */
export function IssueYears({ municipality }: { municipality: MunicipalityDetail }) {
  const { years, slug } = municipality;
  return (
    <ol className="years">
      {years.map(({ year, issues }, index) => {
        const run = findLostRun(years[index + 1]?.issues[0], issues.at(-1));
        return (
          <Fragment key={year}>
            <li id={`y${year}`}>
              <h3>
                {year}年<small>{issues.length} 期</small>
              </h3>
              <ul className="cells">
                {fillGaps(issues).map(({ number, issue }) => (
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
            {run && <LostYears run={run} />}
          </Fragment>
        );
      })}
    </ol>
  );
}

/** A run of issues known only by their total number: one wide cell that says how it was reckoned. */
function LostYears({ run }: { run: LostRun }) {
  const { firstYear, lastYear, first, last } = run;
  return (
    <li>
      <h3>{firstYear === lastYear ? `${lastYear}年` : `${lastYear}至${firstYear}年`}</h3>
      <div className="cell gap many">
        <b>{first === last ? `总第${first}期` : `总第${first}期至第${last}期，共 ${last - first + 1} 期`}未收录</b>
        <small>按总期号推算，分属各年的期数不明</small>
      </div>
    </li>
  );
}
