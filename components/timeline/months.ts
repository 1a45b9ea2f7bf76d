import { groupBy } from '@/components/document/group-by';
import type { TimelineDocument } from '@/lib/db/queries/timeline';

/** A month of a year, from 1, with its documents in their order. */
export interface Month {
  month: number;
  documents: readonly TimelineDocument[];
}

/** Takes the documents of a year in their order; gives the months that have any. */
export const listMonths = (documents: readonly TimelineDocument[]): Month[] =>
  groupBy(documents, ({ orderedOn }) => String(orderedOn.getUTCMonth() + 1)).map((ofMonth) => ({
    month: ofMonth[0].orderedOn.getUTCMonth() + 1,
    documents: ofMonth,
  }));

/** Where a month stands on the page. */
export const monthPlace = (month: number): string => `m${month}`;
