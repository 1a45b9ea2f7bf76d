import { Mark } from '@/components/graph/Mark';
import { isEnded } from '@/lib/views/graph/neighbour-view';
import type { Month } from '@/lib/views/issue/months';

/**
 * Width of a month, distance of two marks, and how many stand in a month before a figure takes
 * over.
 */
const MONTH = 26;
const STEP = 17;
const TALLEST = 8;
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * The months of a year with a mark for every document.
 * A small cross stands beside those that repeal or amend others. The lists below say the same in
 * words.
 */
export function YearBand({ months, year }: { months: readonly Month[]; year: number }) {
  const highest = Math.min(TALLEST, Math.max(...months.map(({ documents }) => documents.length)));
  const base = highest * STEP + 14;
  return (
    <svg
      className="year-band"
      viewBox={`0 0 ${12 * MONTH} ${base + 22}`}
      role="img"
      aria-labelledby="band-title band-desc"
    >
      <title id="band-title">{`${year}年各月的文件，一个圆点一件，带叉的废止或者修改了别的文件`}</title>
      <desc id="band-desc">{months.map(({ month, documents }) => `${month}月 ${documents.length} 件`).join('，')}</desc>
      <line className="axis" x1={0} x2={12 * MONTH} y1={base} y2={base} />
      {MONTHS.map((month) => (
        <MonthMarks
          key={month}
          month={month}
          documents={months.find((each) => each.month === month)?.documents ?? []}
          base={base}
        />
      ))}
    </svg>
  );
}

function MonthMarks({ month, documents, base }: Omit<Month, 'lapses'> & { base: number }) {
  const x = (month - 0.5) * MONTH;
  const shown = documents.slice(0, documents.length > TALLEST ? TALLEST - 1 : TALLEST);
  const heightOf = (index: number): number => base - 11 - index * STEP;
  return (
    <>
      {shown.map(({ id, validity, endCount }, index) => (
        <g key={id}>
          <Mark kind={isEnded(validity) ? 'ended' : 'held'} x={x} y={heightOf(index)} />
          {endCount > 0 && <path className="end-sign" d={`M${x + 7.5} ${heightOf(index) - 8}l5 5m0 -5l-5 5`} />}
        </g>
      ))}
      {documents.length > shown.length && (
        <text x={x} y={heightOf(shown.length) + 5}>
          +{documents.length - shown.length}
        </text>
      )}
      <text className={shown.length > 0 ? 'any' : undefined} x={x} y={base + 17}>
        {month}
      </text>
    </>
  );
}
