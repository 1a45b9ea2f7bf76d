import type { TimelineYears } from '@/lib/db/queries/municipalities/timeline';
import { timelineUrl } from '@/lib/addresses/urls';

/**
 * All years of a municipality as links, oldest first.
 * The number of a year's documents is drawn as a bar.
 */
export function TimelineYearBars({ years, year, slug }: { years: TimelineYears['years']; year: number; slug: string }) {
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <nav className="year-bars" aria-label="年份">
      <ul>
        {[...years].reverse().map((each) => (
          <li key={each.year}>
            <a href={timelineUrl(slug, each.year)} aria-current={each.year === year ? 'page' : undefined}>
              <span className="year-bar" aria-hidden="true" style={{ blockSize: `${(2.4 * each.count) / most}rem` }} />
              {each.year}
              <small>
                {each.count}
                <span className="sr-only"> 件</span>
              </small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
