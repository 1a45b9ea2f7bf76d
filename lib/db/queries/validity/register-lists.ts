import { ENDING_DAYS, type RegisterFilter, type RegisterTab } from '@/lib/addresses/register-params';
import { LRUCache } from 'lru-cache';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { perDatabase } from '@/lib/db/per-database';
import { readRevision } from '@/lib/db/revision';

/** Milliseconds of a day. */
export const DAY = 24 * 3600 * 1000;

/** A document of the register, with what its lists need. */
export interface ListedDocument {
  id: number;
  agency: string | null;
  year: number;
  titleEndYear: number | null;
  state: string;
  lastDay: Date | null;
  /** Whether what it rests on is over or newer, and whether another document came in its place. */
  stale: boolean;
  followed: boolean;
}

/** That a period holds on a day. */
const holdsOn = (day: Prisma.Sql, period: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${period}."startsOn" IS NULL OR ${period}."startsOn" <= ${day}) AND (${period}."endsOn" IS NULL OR ${period}."endsOn" >= ${day})`;

/**
 * Selects, of documents that rest on others, whether one of these is over, and when the newest was
 * signed.
 */
const restingOnOthers = (day: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT citation."documentId", bool_or(period."state" IN ('repealed', 'expired')) AS "over", max(basis."signedOn") AS "newest"
  FROM "Citation" citation JOIN "Document" basis ON basis."id" = citation."targetDocumentId"
  LEFT JOIN "ValidityPeriod" period ON period."documentId" = basis."id" AND ${holdsOn(day, Prisma.sql`period`)}
  WHERE citation."tie" = 'basis' GROUP BY 1`;

/** The title of a document, or of the text that it issues. */
const ownTitle = Prisma.sql`coalesce("issuedTitleKey", "titleKey")`;

/**
 * Selects the documents that the register is about, the newest first.
 *
 * These are rules and normative documents, by category, number and title, and every document of
 * whose validity something is stated. One scan of the municipality's documents: what is looked up
 * beside them is gathered once for all.
 */
function listed(municipalityId: number, today: Date): Prisma.Sql {
  const day = Prisma.sql`${today.toISOString().slice(0, 10)}::date`;
  return Prisma.sql`
    SELECT document."id", document."orderedOn", document."agency", document."titleEndYear",
      coalesce(period."state", 'unknown') AS "state",
      CASE WHEN period."state" IN ('repealed', 'expired') THEN period."startsOn" ELSE lapse."startsOn" END - 1 AS "lastDay",
      coalesce(basis."over" OR basis."newest" > document."signedOn", false) AS "stale",
      coalesce(later."newest" > document."orderedOn", false) OR reissued."targetDocumentId" IS NOT NULL AS "followed"
    FROM "Document" document
    LEFT JOIN "ValidityPeriod" period ON period."documentId" = document."id" AND ${holdsOn(day, Prisma.sql`period`)}
    LEFT JOIN (
      SELECT "documentId", min("startsOn") AS "startsOn" FROM "ValidityPeriod"
      WHERE "state" IN ('repealed', 'expired') AND "startsOn" > ${day} GROUP BY 1
    ) lapse ON lapse."documentId" = document."id"
    LEFT JOIN (${restingOnOthers(day)}) basis ON basis."documentId" = document."id"
    LEFT JOIN (
      SELECT ${ownTitle} AS "title", max("orderedOn") AS "newest" FROM "Document"
      WHERE "municipalityId" = ${municipalityId} GROUP BY 1 HAVING count(*) > 1
    ) later ON later."title" = ${ownTitle}
    LEFT JOIN (SELECT DISTINCT "targetDocumentId" FROM "Citation" WHERE "tie" = 'reissues') reissued ON reissued."targetDocumentId" = document."id"
    WHERE document."municipalityId" = ${municipalityId}
      AND (period."state" IS NOT NULL OR document."titleEndYear" IS NOT NULL OR document."category" LIKE '%规范性文件%'
        OR document."agencyCode" LIKE '%规' OR document."agencyCode" LIKE '%令')`;
}

const [FIELD, ROW] = ['\u001f', '\u001e'];

/** The same as one text: thousands of rows of their own cost the client more than the database. */
const asText = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT string_agg(concat_ws(${FIELD}::text, listed."id", extract(year FROM listed."orderedOn"), coalesce(listed."titleEndYear"::text, ''), listed."state",
      coalesce((listed."lastDay" - '1970-01-01'::date)::text, ''), listed."stale"::int, listed."followed"::int,
      coalesce(translate(listed."agency", ${FIELD + ROW}::text, ''), '')), ${ROW}::text ORDER BY listed."orderedOn" DESC, listed."id" DESC) AS "text"
  FROM (${rows}) listed`;

function readListed(row: string): ListedDocument {
  const [id, year, titleEndYear, state, lastDay, stale, followed, agency] = row.split(FIELD) as [string, ...string[]];
  return {
    id: Number(id),
    year: Number(year),
    titleEndYear: titleEndYear ? Number(titleEndYear) : null,
    state: state!,
    lastDay: lastDay ? new Date(Number(lastDay) * DAY) : null,
    stale: stale === '1',
    followed: followed === '1',
    agency: agency || null,
  };
}

/** Municipalities whose documents are kept in memory; and documents in all. */
const KEPT = { max: 8, maxSize: 100_000 };

const kept = perDatabase(
  'register',
  () => new LRUCache<string, ListedDocument[]>({ ...KEPT, sizeCalculation: sizeOf }),
);
const sizeOf = (documents: readonly ListedDocument[]): number => documents.length + 1;

/**
 * Lists the documents that the register is about, the newest first.
 *
 * They are kept while nothing changes and the day is the same, so that a page reads its own
 * documents alone.
 */
export async function listRegistered(municipalityId: number, today: Date): Promise<readonly ListedDocument[]> {
  // Read first: what changes in between is read again under the next revision.
  const { identity, revision } = await readRevision();
  const key = [identity, revision, municipalityId, today.toISOString()].join(' ');
  const known = kept.get().get(key);
  if (known) return known;
  const [found] = await getClient().$queryRaw<{ text: string | null }[]>(asText(listed(municipalityId, today)));
  const documents = found?.text ? found.text.split(ROW).map(readListed) : [];
  kept.get().set(key, documents);
  return documents;
}

/** Whether a document is in a list. */
type IsListed = (document: ListedDocument) => boolean;

/** The condition of each list. */
export function conditions(today: Date): Record<RegisterTab, IsListed> {
  const last = today.getTime() + ENDING_DAYS * DAY;
  const isInForce: IsListed = ({ state }) => state === 'inForce' || state === 'amended';
  const isOver: IsListed = ({ state }) => state === 'repealed' || state === 'expired';
  const hasState =
    (wanted: string): IsListed =>
    ({ state }) =>
      state === wanted;
  return {
    all: () => true,
    inForce: isInForce,
    ending: (document) => isInForce(document) && document.lastDay !== null && document.lastDay.getTime() <= last,
    expired: hasState('expired'),
    lapsed: ({ state, followed }) => state === 'expired' && !followed,
    amended: hasState('amended'),
    repealed: hasState('repealed'),
    basis: (document) => document.stale && !isOver(document),
    title: (document) =>
      document.titleEndYear !== null && document.titleEndYear < today.getUTCFullYear() && !isOver(document),
    conflict: hasState('conflict'),
    unknown: hasState('unknown'),
  };
}

/** Whether a document is within the limits of a filter. */
export const isWithinLimits =
  ({ agency, year }: Pick<RegisterFilter, 'agency' | 'year'>): IsListed =>
  (document) =>
    (agency === undefined || document.agency === agency) && (year === undefined || document.year === year);

/** Puts what ends first first; other lists have the newest first, as they are given. */
export const orderList = (tab: RegisterTab, documents: readonly ListedDocument[]): readonly ListedDocument[] =>
  tab === 'ending' ? documents.toSorted((one, other) => dayOf(one) - dayOf(other) || one.id - other.id) : documents;

const dayOf = ({ lastDay }: ListedDocument): number => lastDay?.getTime() ?? Infinity;
