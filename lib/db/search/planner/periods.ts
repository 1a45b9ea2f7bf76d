import { Prisma } from '@/lib/db/generated/client';
import { conditionCode, monthOf } from '@/lib/search/text/grams';
import type { CodeKind, SharedScheme } from '@/lib/search/text/scheme';
import type { Order } from './order';

/** Days since 1970, both ends included; infinite where an end is open. */
export interface Period {
  first: number;
  last: number;
}

const MILLISECONDS = 86_400_000;
/**
 * The share of a month or year from which its code is looked up in place of its days or months. A
 * row outside the period costs more than one more code.
 */
const NEARLY_ALL = 0.9;
/** Years of the longest period that codes narrow down. */
const FEW_YEARS = 30;
const PERIOD_KINDS: readonly CodeKind[] = ['year', 'month', 'day'];
/** Rows may lie unevenly in a month: as many times the days are taken that would do otherwise. */
const DAYS_MARGIN = 1.3;

/** Gives the days of a period. */
export const lengthOf = ({ first, last }: Period): number => last - first + 1;

/** Gives a day as `2023-08-07`; empty for an open end. */
export const dayText = (day: number): string =>
  Number.isFinite(day) ? new Date(day * MILLISECONDS).toISOString().slice(0, 10) : '';

/** Makes a period from its first and last day, `YYYY-MM-DD`, empty where open. */
export const periodOf = (first: string, last: string): Period => ({
  first: first === '' ? -Infinity : Date.parse(first) / MILLISECONDS,
  last: last === '' ? Infinity : Date.parse(last) / MILLISECONDS,
});

/** Gives the days that two periods share; null where there are none. */
export function commonTo(one: Period, other: Period | null): Period | null {
  if (!other) return null;
  const common = { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) };
  return common.first <= common.last ? common : null;
}

/** The condition that a day lies in the period. */
export const isWithin = (day: Prisma.Sql, { first, last }: Period): Prisma.Sql =>
  Prisma.sql`${day} BETWEEN ${dayText(first) || '-infinity'}::date AND ${dayText(last) || 'infinity'}::date`;

/** Gives the year of a day. */
export const yearOf = (day: number): number => new Date(day * MILLISECONDS).getUTCFullYear();
const monthOfDay = (day: number): number => monthOf(new Date(day * MILLISECONDS));
const firstOfMonth = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12, 1) / MILLISECONDS;
const wholeMonth = (month: number): Period => ({ first: firstOfMonth(month), last: firstOfMonth(month + 1) - 1 });

/** Gives the first days of a period in an order: so many, at most all. */
export function beginningOf({ first, last }: Period, order: Order, days: number): Period {
  return order === 'newest'
    ? { first: Math.max(first, last - days + 1), last }
    : { first, last: Math.min(last, first + days - 1) };
}

/** Gives the period without its beginning; null where nothing is left. */
export function restOf(whole: Period, beginning: Period, order: Order): Period | null {
  const rest =
    order === 'newest'
      ? { first: whole.first, last: beginning.first - 1 }
      : { first: beginning.last + 1, last: whole.last };
  return rest.first <= rest.last ? rest : null;
}

/** Lists the months of a closed period in an order, each with the part of it that lies inside. */
function* monthsOf({ first, last }: Period, order: Order): Generator<{ month: number; part: Period }> {
  const [from, to] = [monthOfDay(first), monthOfDay(last)];
  for (let at = 0; at <= to - from; at++) {
    const month = order === 'newest' ? to - at : from + at;
    const { first: start, last: end } = wholeMonth(month);
    yield { month, part: { first: Math.max(first, start), last: Math.min(last, end) } };
  }
}

/** Estimates the rows in a period from the rows of its months. */
export function countIn(period: Period, rowsOfMonth: (month: number) => number): number {
  let sum = 0;
  for (const { month, part } of monthsOf(period, 'oldest'))
    sum += (rowsOfMonth(month) * lengthOf(part)) / lengthOf(wholeMonth(month));
  return sum;
}

/**
 * Gives the beginning of a closed period that should have so many rows.
 *
 * It is made of whole months, or of days where a month has too many.
 */
export function takePeriod(left: Period, order: Order, rowsOfMonth: (month: number) => number, rows: number): Period {
  let expected = 0;
  let days = 0;
  for (const { part } of monthsOf(left, order)) {
    const more = countIn(part, rowsOfMonth);
    if (expected + more > rows) {
      // Take a part of this month, unless the months before are nearly enough.
      if (expected < rows / 2)
        days += Math.max(1, Math.round((DAYS_MARGIN * lengthOf(part) * (rows - expected)) / more));
      return beginningOf(left, order, Math.max(1, days));
    }
    expected += more;
    days += lengthOf(part);
  }
  return left;
}

/**
 * Lists codes of which every row in the period has at least one.
 *
 * They are those of days, of whole months and of whole years; for nearly all of a month or year its
 * code stands.
 * @returns none where the period is open, or too long to be narrowed down, or some rows have none
 */
export function codesOf(period: Period, scheme: SharedScheme): number[] {
  if (lengthOf(period) > FEW_YEARS * 366 || !PERIOD_KINDS.every(scheme.has)) return [];
  const ofYear = new Map<number, { codes: number[]; days: number }>();
  for (const { month, part } of monthsOf(period, 'oldest')) {
    const year = Math.floor(month / 12);
    const { codes, days } = ofYear.get(year) ?? { codes: [], days: 0 };
    const ofPart =
      lengthOf(part) > NEARLY_ALL * lengthOf(wholeMonth(month))
        ? [conditionCode('month', month)]
        : Array.from({ length: lengthOf(part) }, (_, at) => conditionCode('day', part.first + at));
    ofYear.set(year, { codes: [...codes, ...ofPart], days: days + lengthOf(part) });
  }
  return [...ofYear].flatMap(([year, { codes, days }]) =>
    days > NEARLY_ALL * 365 ? [conditionCode('year', year)] : codes,
  );
}
