import type { Lapse } from '@/lib/db/queries/municipalities/lapses';
import type { TimelineDocument, TimelineYears } from '@/lib/db/queries/municipalities/timeline';
import { searchUrl } from '@/lib/addresses/search-params';
import { timelineUrl } from '@/lib/addresses/urls';
import { AdjacentPages } from '@/components/shared/AdjacentPages';
import { LapseList } from './LapseList';
import { listMonths, monthPlace } from '@/lib/views/issue/months';
import { TimelineRow } from './TimelineRow';
import { YearBand } from './YearBand';
import { TimelineYearBars } from './TimelineYearBars';

interface TimelineProps {
  municipality: TimelineYears;
  year: number;
  documents: readonly TimelineDocument[];
  lapses: readonly Lapse[];
}

/**
 * One year of a municipality: the strip of its years, the months as a picture, and the documents by
 * month with what they repeal or amend, and what lapses otherwise.
 */
export function Timeline({ municipality: { name, slug, years }, year, documents, lapses }: TimelineProps) {
  const months = listMonths(documents, lapses);
  const at = years.findIndex((each) => each.year === year);
  const total = years[at]?.count ?? 0;
  const ends = documents.reduce((sum, { endCount }) => sum + endCount, 0);
  return (
    <>
      <header className="head">
        <h1>
          {name}
          <wbr />
          {year}年<wbr />
          文件时间线
        </h1>
        <p className="facts-line">
          <span>{total} 件文件</span>
          <span>{ends > 0 ? `废止、修改别的文件 ${ends} 件` : '没有废止、修改别的文件'}</span>
          <span>按成文日期排列</span>
        </p>
      </header>
      <div className="year-look">
        <TimelineYearBars years={years} year={year} slug={slug} />
        {months.length > 0 && <YearBand months={months} year={year} />}
      </div>
      {months.map(({ month, documents: ofMonth, lapses: lapsing }) => (
        <section className="month" id={monthPlace(month)} key={month} aria-labelledby={`${monthPlace(month)}-title`}>
          <h2 id={`${monthPlace(month)}-title`}>
            {month}月<small>{ofMonth.length} 件</small>
          </h2>
          <ol className="line-of-time">
            {ofMonth.map((document) => (
              <TimelineRow key={document.id} document={document} />
            ))}
            {lapsing.length > 0 && <LapseList lapses={lapsing} />}
          </ol>
        </section>
      ))}
      {total > documents.length && (
        <p className="quiet">
          另有 {total - documents.length} 件，
          <a href={searchUrl({ municipality: slug, from: `${year}-01-01`, to: `${year}-12-31`, sort: 'oldest' })}>
            在检索中看
          </a>
        </p>
      )}
      <AdjacentPages
        label="相邻年份"
        previous={asNeighbour(years[at + 1], '上一年', slug)}
        next={asNeighbour(years[at - 1], '下一年', slug)}
      />
    </>
  );
}

const asNeighbour = (of: TimelineYears['years'][number] | undefined, lead: string, slug: string) =>
  of ? { href: timelineUrl(slug, of.year), lead, title: `${of.year}年，${of.count} 件` } : null;
