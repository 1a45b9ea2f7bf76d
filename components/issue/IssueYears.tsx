import type { MunicipalityDetail } from '@/lib/db/queries/municipalities/municipalities';
import { issuesOfYearUrl } from '@/lib/addresses/urls';
import { listStretches, type IssueStretch } from '@/lib/views/issue/gaps';
import { YearCells } from './YearCells';

/**
 * Issues by year, newest first; what must exist and is not held stays visible. A page of the years,
 * with the way to the others.
 */
export function IssueYears({ municipality: { years, yearPages, slug } }: { municipality: MunicipalityDetail }) {
  const { pages, shown } = yearPages;
  const page = pages[shown];
  if (!page) return null;
  // The page ends with what is missing before its oldest year.
  const onPage = (stretch: IssueStretch<unknown>): boolean => {
    const newest = stretch.kind === 'year' ? stretch.year : stretch.to;
    const oldest = pages[shown + 1]?.newest ?? 0;
    return newest <= page.newest && newest > oldest;
  };
  return (
    <>
      <ol className="years">
        {listStretches(years)
          .filter(onPage)
          .map((stretch) =>
            stretch.kind === 'year' ? (
              <li key={stretch.year} id={`y${stretch.year}`}>
                <h3>
                  {stretch.year}年<small>{stretch.held} 期</small>
                </h3>
                <YearCells slots={stretch.slots} municipality={slug} />
              </li>
            ) : (
              <LostYears key={stretch.first} lost={stretch} />
            ),
          )}
      </ol>
      {pages.length > 1 && (
        <nav className="pager" aria-label="年份">
          <ol>
            {pages.map(({ newest, oldest }, index) => (
              <li key={newest}>
                <a href={issuesOfYearUrl(slug, newest)} aria-current={index === shown ? 'page' : undefined}>
                  {newest === oldest ? `${newest}年` : `${oldest}—${newest}年`}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </>
  );
}

/**
 * A run of issues known only by their total number: one wide cell that says how it was computed.
 */
function LostYears({ lost: { from, to, first, last } }: { lost: Extract<IssueStretch<unknown>, { kind: 'lost' }> }) {
  return (
    <li>
      <h3>{from === to ? `${from}年` : `${from}—${to}年`}</h3>
      <div className="cell gap many">
        <b>{first === last ? `总第${first}期` : `总第${first}期至第${last}期，共 ${last - first + 1} 期`}未收录</b>
        <small>按总期号推算，分属各年的期数不明</small>
      </div>
    </li>
  );
}
