import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { calendarDay } from '@/lib/settings/today';
import { ENTRIES } from './picked-events';

/** How many days before a document ends a feed tells it; the last day itself is 0. */
const NOTICE_DAYS = [90, 30, 0];

/** That a document ends soon, or today. No ingest tells it: it follows from the day. */
export interface LapseNotice {
  /** For ever the same. */
  id: string;
  /** When the day began on which it is told. */
  at: Date;
  /** 90, 30 or 0. */
  days: number;
  lastDay: Date;
  municipality: { slug: string; name: string };
  document: { slug: string; title: string; docNumber: string | null; agency: string | null; signedOn: Date | null };
}

interface NoticeRow {
  days: number;
  /** `2025-10-02` */
  told: string;
  lastDay: Date;
  municipalitySlug: string;
  municipalityName: string;
  slug: string;
  title: string;
  docNumber: string | null;
  agency: string | null;
  signedOn: Date | null;
}

/**
 * Lists the notices of documents that end, the latest first, as of today.
 *
 * It is computed from the stored periods. None is told of a day before the document was signed.
 * @param condition on `document` and `municipality`
 */
export async function listLapsesAhead(condition: Prisma.Sql): Promise<LapseNotice[]> {
  const today = calendarDay(new Date()).toISOString().slice(0, 10);
  const rows = await getClient().$queryRaw<NoticeRow[]>`
    SELECT notice."days", (period."startsOn" - 1 - notice."days")::text AS "told", period."startsOn" - 1 AS "lastDay",
      municipality."slug" AS "municipalitySlug", municipality."name" AS "municipalityName",
      document."slug", document."title", document."docNumber", document."agency", document."signedOn"
    FROM "ValidityPeriod" period JOIN "Document" document ON document."id" = period."documentId"
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    CROSS JOIN unnest(${NOTICE_DAYS}::int[]) notice ("days")
    WHERE period."state" = 'expired' AND period."startsOn" IS NOT NULL AND ${condition}
      AND period."startsOn" - 1 - notice."days" <= ${today}::date
      AND (document."signedOn" IS NULL OR period."startsOn" - 1 - notice."days" >= document."signedOn")
    ORDER BY "told" DESC, document."id" DESC LIMIT ${ENTRIES}::int`;
  return rows.map(({ days, told, lastDay, municipalitySlug, municipalityName, ...document }) => ({
    id: ['lapse', municipalitySlug, document.slug, lastDay.toISOString().slice(0, 10), days].join('-'),
    at: new Date(`${told}T00:00:00+08:00`),
    days,
    lastDay,
    municipality: { slug: municipalitySlug, name: municipalityName },
    document,
  }));
}
