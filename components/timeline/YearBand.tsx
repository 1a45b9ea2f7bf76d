import { Mark } from '@/components/web/Mark';
import { isEnded } from '@/components/web/neighbour-view';
import { monthPlace, type Month } from './months';

/** Width of a month, distance of two marks, and how many stand in a month before a figure takes over. */
const MONTH = 26;
const STEP = 17;
const TALLEST = 8;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** The months of a year with a mark for every document, and a bar for each that repeals or amends others. An aid for the eye: the lists below say the same. */
export function YearBand({ months, year }: { months: readonly Month[]; year: number }) {
  const highest = Math.min(TALLEST, Math.max(...months.map(({ documents }) => documents.length)));
  const base = highest * STEP + 14;
  return (
    <figure className="year-band">
      <svg viewBox={`0 0 ${12 * MONTH} ${base + 24}`} role="group" aria-labelledby="band-title">
        <title id="band-title">{`${year}年各月的文件，每个圆点一件`}</title>
        <line className="axis" x1={0} x2={12 * MONTH} y1={base} y2={base} />
        {MONTHS.map((month) => {
          const documents = months.find((each) => each.month === month)?.documents ?? [];
          const x = (month - 0.5) * MONTH;
          const label = (
            <text className="month-name" x={x} y={base + 17}>
              {month}
            </text>
          );
          if (documents.length === 0) return <g key={month}>{label}</g>;
          return (
            <a key={month} href={`#${monthPlace(month)}`}>
              <title>{`${month}月，${documents.length} 件`}</title>
              <rect className="hit" x={x - MONTH / 2} y={0} width={MONTH} height={base + 24} />
              {documents
                .slice(0, documents.length > TALLEST ? TALLEST - 1 : TALLEST)
                .map(({ id, validity, endCount }, index) => (
                  <g key={id}>
                    <Mark kind={isEnded(validity) ? 'ended' : 'held'} x={x} y={base - 10 - index * STEP} />
                    {endCount > 0 && (
                      <path className="end-sign" d={`M${x + 7} ${base - 16 - index * STEP}l4 4m0 -4l-4 4`} />
                    )}
                  </g>
                ))}
              {documents.length > TALLEST && (
                <text className="month-name" x={x} y={base - 10 - (TALLEST - 1) * STEP + 5}>
                  +{documents.length - TALLEST + 1}
                </text>
              )}
              {label}
            </a>
          );
        })}
      </svg>
    </figure>
  );
}
