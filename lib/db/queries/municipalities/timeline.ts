import 'server-only';
import { cache } from 'react';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { documentLinkSelect } from '@/lib/db/queries/selects';
import { calendarDay } from '@/lib/settings/today';
import { listValidities } from '@/lib/db/queries/validity/validities';

/** Documents of one year that a page shows, more than a city makes. */
const DOCUMENTS_PER_YEAR = 500;
/** Repealed or amended documents that are shown for one document. */
const ENDS_PER_DOCUMENT = 5;

const timelineSelect = { ...documentLinkSelect, id: true, orderedOn: true } satisfies Prisma.DocumentSelect;
type TimelineRow = Prisma.DocumentGetPayload<{ select: typeof timelineSelect }>;

/** A document that another one repeals or amends. */
export interface TimelineEnd {
  relation: 'repeals' | 'amends';
  docNumber: string | null;
  title: string | null;
  /** Address of the held document; null where none is held, or several fit. */
  target: { slug: string; municipality: string } | null;
  /** Address of the section that says so. */
  address: string;
}

/** A document in the timeline, with what it repeals or amends. */
export type TimelineDocument = TimelineRow & {
  validity: Validity;
  ends: TimelineEnd[];
  /** Of all that it repeals or amends, also those beyond ENDS_PER_DOCUMENT. */
  endCount: number;
};

/**
 * Counts the documents of a municipality by year, the newest first.
 *
 * A year in which documents only lapse, by their own words or by those of others than the
 * municipality, is there, too, with none.
 * @returns null where no municipality has this address
 */
export const getTimelineYears = cache(async (slug: string) => {
  const client = getClient();
  const municipality = await client.municipality.findUnique({
    where: { slug },
    select: { id: true, name: true, slug: true, sample: true },
  });
  if (!municipality) return null;
  const years = await client.$queryRaw<{ year: number; count: number }[]>`
    SELECT "year", sum("count")::int AS "count" FROM (
      SELECT extract(year FROM "orderedOn")::int AS "year", count(*) AS "count"
      FROM "Document" WHERE "municipalityId" = ${municipality.id} GROUP BY 1
      UNION ALL
      SELECT DISTINCT extract(year FROM CASE period."state" WHEN 'expired' THEN period."startsOn" - 1 ELSE period."startsOn" END)::int, 0
      FROM "ValidityPeriod" period JOIN "Document" document ON document."id" = period."documentId"
      WHERE document."municipalityId" = ${municipality.id} AND period."startsOn" <= ${calendarDay(new Date())}::date
        AND (period."state" = 'expired' OR (period."state" = 'repealed' AND NOT EXISTS (
          SELECT FROM "Citation" citation JOIN "Document" deciding ON deciding."id" = citation."documentId"
          WHERE citation."targetDocumentId" = document."id" AND citation."relation" = 'repeals' AND deciding."municipalityId" = document."municipalityId")))
    ) counted GROUP BY 1 ORDER BY 1 DESC`;
  return { ...municipality, years };
});
/** A municipality with its years. */
export type TimelineYears = NonNullable<Awaited<ReturnType<typeof getTimelineYears>>>;

/**
 * Lists the documents of a municipality in one year, the oldest first.
 *
 * Each has its validity, and what it repeals or amends.
 */
export async function listTimeline(municipalityId: number, year: number): Promise<TimelineDocument[]> {
  const documents = await getClient().document.findMany({
    where: { municipalityId, orderedOn: { gte: firstDayOf(year), lt: firstDayOf(year + 1) } },
    select: timelineSelect,
    orderBy: [{ orderedOn: 'asc' }, { id: 'asc' }],
    take: DOCUMENTS_PER_YEAR,
  });
  const ids = documents.map(({ id }) => id);
  const [validities, ends] = await Promise.all([listValidities(ids), listEnds(ids)]);
  return documents.map((document) => {
    const own = ends.filter(({ documentId }) => documentId === document.id);
    return {
      ...document,
      validity: validities.get(document.id) ?? unknownValidity,
      ends: own,
      endCount: own[0]?.total ?? 0,
    };
  });
}

const firstDayOf = (year: number): Date => new Date(Date.UTC(year, 0, 1));

/**
 * Lists what each of the documents repeals or amends, each target once with its first sentence. One
 * statement.
 */
function listEnds(documentIds: number[]): Promise<(TimelineEnd & { documentId: number; total: number })[]> {
  return getClient().$queryRaw`
    WITH said AS (
      SELECT DISTINCT ON (citation."documentId", "key") citation."documentId", citation."relation", citation."docNumber", citation."title", citation."targetDocumentId",
        citation."sectionId", citation."position", coalesce(citation."targetDocumentId"::text, citation."docNumber", citation."titleKey") AS "key"
      FROM "Citation" citation
      WHERE citation."documentId" = ANY(${documentIds}::int[]) AND citation."relation" IN ('repeals', 'amends') AND NOT citation."aliasDefinition"
        AND citation."targetDocumentId" IS DISTINCT FROM citation."documentId"
      ORDER BY citation."documentId", "key", citation."relation" DESC, citation."position"
    ), ranked AS (
      SELECT said.*, row_number() OVER (PARTITION BY "documentId" ORDER BY "position") AS "rank", count(*) OVER (PARTITION BY "documentId")::int AS "total" FROM said
    )
    SELECT ranked."documentId", ranked."relation", coalesce(ranked."docNumber", target."docNumber") AS "docNumber", coalesce(ranked."title", target."title") AS "title",
      ranked."total", section."address",
      CASE WHEN target."id" IS NOT NULL THEN json_build_object('slug', target."slug", 'municipality', municipality."slug") END AS "target"
    FROM ranked JOIN "Section" section ON section."id" = ranked."sectionId"
    LEFT JOIN "Document" target ON target."id" = ranked."targetDocumentId"
    LEFT JOIN "Municipality" municipality ON municipality."id" = target."municipalityId"
    WHERE ranked."rank" <= ${ENDS_PER_DOCUMENT}
    ORDER BY ranked."documentId", ranked."position"`;
}
