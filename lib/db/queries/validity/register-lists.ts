import { ENDING_DAYS, type RegisterFilter, type RegisterTab } from '@/lib/addresses/register-params';
import { Prisma } from '@/lib/db/generated/client';

/** Milliseconds of a day. */
export const DAY = 24 * 3600 * 1000;

/** A row of a list. */
export interface Listed {
  id: number;
  state: string;
  lastDay: Date | null;
}

/** That a period holds on a day. */
const holdsOn = (day: Prisma.Sql, period: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${period}."startsOn" IS NULL OR ${period}."startsOn" <= ${day}) AND (${period}."endsOn" IS NULL OR ${period}."endsOn" >= ${day})`;

/** That a newer document has the title of one, or reissues it. */
const isFollowed = Prisma.sql`(
  EXISTS (SELECT 1 FROM "Document" later WHERE later."id" <> document."id" AND later."municipalityId" = document."municipalityId"
    AND later."orderedOn" > document."orderedOn"
    AND (later."titleKey" = coalesce(document."issuedTitleKey", document."titleKey") OR later."issuedTitleKey" = coalesce(document."issuedTitleKey", document."titleKey")))
  OR EXISTS (SELECT 1 FROM "Citation" citation WHERE citation."targetDocumentId" = document."id" AND citation."tie" = 'reissues'))`;

/** Selects documents of which a basis is over, or was signed after them. */
const restingOnOther = (municipalityId: number, day: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT citation."documentId" FROM "Citation" citation
  JOIN "Document" own ON own."id" = citation."documentId" AND own."municipalityId" = ${municipalityId}
  JOIN "Document" basis ON basis."id" = citation."targetDocumentId"
  LEFT JOIN "ValidityPeriod" period ON period."documentId" = basis."id" AND ${holdsOn(day, Prisma.sql`period`)}
  WHERE citation."tie" = 'basis' AND (period."state" IN ('repealed', 'expired') OR basis."signedOn" > own."signedOn")`;

/**
 * Selects the documents that the register is about, with state and last day.
 *
 * These are rules and normative documents, by category, number and title, and every document of
 * whose validity something is stated.
 */
export function listed(
  municipalityId: number,
  { agency, year }: Pick<RegisterFilter, 'agency' | 'year'>,
  today: Date,
): Prisma.Sql {
  const day = Prisma.sql`${today.toISOString().slice(0, 10)}::date`;
  return Prisma.sql`
    SELECT document."id", document."agency", document."orderedOn", document."titleEndYear", coalesce(period."state", 'unknown') AS "state",
      CASE WHEN period."state" IN ('repealed', 'expired') THEN period."startsOn" ELSE lapse."startsOn" END - 1 AS "lastDay",
      stale."documentId" IS NOT NULL AS "stale",
      CASE WHEN period."state" = 'expired' THEN ${isFollowed} ELSE false END AS "followed"
    FROM "Document" document
    LEFT JOIN "ValidityPeriod" period ON period."documentId" = document."id"
      AND ${holdsOn(day, Prisma.sql`period`)}
    LEFT JOIN (
      SELECT "documentId", min("startsOn") AS "startsOn" FROM "ValidityPeriod"
      WHERE "state" IN ('repealed', 'expired') AND "startsOn" > ${day} GROUP BY 1
    ) lapse ON lapse."documentId" = document."id"
    LEFT JOIN (${restingOnOther(municipalityId, day)}) stale ON stale."documentId" = document."id"
    WHERE document."municipalityId" = ${municipalityId}
      AND (period."state" IS NOT NULL OR document."titleEndYear" IS NOT NULL OR document."category" LIKE '%规范性文件%'
        OR document."agencyCode" LIKE '%规' OR document."agencyCode" LIKE '%令')
      AND (${agency ?? null}::text IS NULL OR document."agency" = ${agency ?? null})
      AND (${year ?? null}::int IS NULL OR extract(year FROM document."orderedOn") = ${year ?? null}::int)`;
}

/** The condition of each list, of a row of `listed`. */
export const conditions = (today: Date): Record<RegisterTab, Prisma.Sql> => {
  const last = new Date(today.getTime() + ENDING_DAYS * DAY).toISOString().slice(0, 10);
  const isInForce = Prisma.sql`"state" IN ('inForce', 'amended')`;
  return {
    all: Prisma.sql`true`,
    inForce: isInForce,
    ending: Prisma.sql`${isInForce} AND "lastDay" <= ${last}::date`,
    expired: Prisma.sql`"state" = 'expired'`,
    lapsed: Prisma.sql`"state" = 'expired' AND NOT "followed"`,
    basis: Prisma.sql`"stale" AND "state" NOT IN ('repealed', 'expired')`,
    amended: Prisma.sql`"state" = 'amended'`,
    repealed: Prisma.sql`"state" = 'repealed'`,
    conflict: Prisma.sql`"state" = 'conflict'`,
    title: Prisma.sql`"titleEndYear" < ${today.getUTCFullYear()} AND "state" NOT IN ('repealed', 'expired')`,
    unknown: Prisma.sql`"state" = 'unknown'`,
  };
};

/** What ends first comes first; else the newest. */
export const orderOfList = (tab: RegisterTab): Prisma.Sql =>
  tab === 'ending' ? Prisma.sql`"lastDay", "id"` : Prisma.sql`"orderedOn" DESC, "id" DESC`;
