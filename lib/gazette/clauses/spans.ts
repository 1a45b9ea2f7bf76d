import { hanNumeral, readNumeral } from '../words/numbers';

const numeral = `[${hanNumeral}\\d]{1,4}`;
/** Words for a span of time, as source of a regular expression without groups. */
export const spanWords = `(?:${numeral} ?(?:周年|整年|年)半?(?:零?(?:${numeral}) ?个月)?|${numeral} ?个月|半年)`;
const parts = new RegExp(
  `^(?:(${numeral}) ?(?:周年|整年|年)(半)?(?:零?(${numeral}) ?个月)?|(${numeral}) ?个月|(半年))$`,
);

/**
 * Reads a span of time as months: 五年, 18个月, 一年半.
 * @returns null for anything else
 */
export function readSpan(words: string): number | null {
  const match = parts.exec(words.replace(/ /g, ''));
  if (!match) return null;
  const [, years, half, odd, months, halfYear] = match;
  if (halfYear) return 6;
  const count =
    (years ? (readNumeral(years) ?? NaN) * 12 : 0) + (half ? 6 : 0) + (readNumeral(odd ?? months ?? '0') ?? NaN);
  return count > 0 && count <= longestSpan ? count : null;
}
/** A hundred years; what is longer is a year (有效期2025年). */
const longestSpan = 1200;

/**
 * Gives the corresponding day some months later; the month's last where it has none.
 * Days are `YYYY-MM-DD`.
 */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = split(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return iso(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

/**
 * Gives the last day of a span that begins on a day.
 * Five years from 2020-03-01 end on 2025-02-28. Where the month has no corresponding day its last
 * day ends the span (《民法典》第二百零二条): a year from 2020-02-29 ends on 2021-02-28.
 */
export function lastDayOf(first: string, months: number): string {
  const corresponding = split(addMonths(first, months));
  const isThere = corresponding.date === split(first).date;
  return iso(Date.UTC(corresponding.year, corresponding.month - 1, corresponding.date - (isThere ? 1 : 0)));
}

function split(day: string): { year: number; month: number; date: number } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, date };
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
