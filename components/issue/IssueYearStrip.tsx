import { formatRuns } from '@/lib/text/format';
import type { Numbered, Slot } from '@/lib/views/issue/gaps';

/**
 * A year as a strip of figures, with a text for screen readers.
 * 已收录第3、5号，未收录第1-2、4号
 */
export function IssueYearStrip({ year, slots }: { year: number; slots: readonly Slot<Numbered>[] }) {
  const held = slots.filter(({ issue }) => issue).flatMap(({ number, until }) => numbersOf(number, until));
  const gaps = slots.filter(({ issue }) => !issue).flatMap(({ number, until }) => numbersOf(number, until));
  return (
    <li>
      <p>
        {year}年
        <span className="sr-only">
          已收录第{formatRuns(held)}号{gaps.length > 0 && `，未收录第${formatRuns(gaps)}号`}
        </span>
      </p>
      <div className="strip figures" aria-hidden="true">
        {slots.map(({ number, until, issue }) => (
          <span
            key={number}
            className={[issue && 'held', until > number && 'several'].filter(Boolean).join(' ') || undefined}
          >
            {until > number ? `${number}-${until}` : number}
          </span>
        ))}
      </div>
    </li>
  );
}

const numbersOf = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
