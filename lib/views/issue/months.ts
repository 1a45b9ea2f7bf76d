import type { Lapse } from '@/lib/db/queries/municipalities/lapses';
import type { TimelineDocument } from '@/lib/db/queries/municipalities/timeline';

/**
 * A month of a year, from 1.
 * It has its documents, and what lapses in it, in their order.
 */
export interface Month {
  month: number;
  documents: readonly TimelineDocument[];
  lapses: readonly Lapse[];
}

/**
 * Groups the documents of a year, and what lapses in it, by month.
 * @returns the months that have any
 */
export const listMonths = (documents: readonly TimelineDocument[], lapses: readonly Lapse[]): Month[] =>
  Array.from({ length: 12 }, (_each, month) => ({
    month: month + 1,
    documents: documents.filter(({ orderedOn }) => orderedOn.getUTCMonth() === month),
    lapses: lapses.filter(({ day }) => day.getUTCMonth() === month),
  })).filter((month) => month.documents.length + month.lapses.length > 0);

/** Where a month stands on the page. */
export const monthPlace = (month: number): string => `m${month}`;
