import { formatRuns } from '@/lib/format';
import { fillGaps } from './gaps';

/** A year as a strip of figures, with a text for those who do not see it: 已收录第3、5号. */
export function YearStrip({ year, numbers }: { year: number; numbers: readonly number[] }) {
  const held = numbers.map((number) => ({ number }));
  return (
    <>
      <p>
        {year}年<span className="sr-only">已收录第{formatRuns(numbers)}号</span>
      </p>
      <div className="strip figures" aria-hidden="true">
        {fillGaps(held).map(({ number, issue }) => (
          <span key={number} className={issue ? 'held' : undefined}>
            {number}
          </span>
        ))}
      </div>
    </>
  );
}
