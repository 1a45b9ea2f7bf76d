import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { groupBy } from '@/lib/collections/group-by';

/** Municipalities on one page of the list of all. */
export const MUNICIPALITIES_PER_PAGE = 60;

/**
 * An order of municipalities, the sample always being last.
 *
 * newest: by their newest document. name: by their addresses, and so by their pinyin.
 */
export type MunicipalityOrder = 'newest' | 'name';

interface PlaceRow {
  id: number;
  name: string;
  slug: string;
  sample: boolean;
  newestOn: Date | null;
}
/** Issues of a year, newest first. */
interface YearRow {
  municipalityId: number;
  year: number;
  issues: { year: number; number: number; lastNumber: number | null; edition: string; totalNumber: number | null }[];
}

/**
 * Lists a page of municipalities with their counts and their issues by year.
 *
 * `newestOn` is the day on which their newest document was signed. Years and issues are newest
 * first.
 * @param page from 1
 */
export const listMunicipalities = cache(async (order: MunicipalityOrder, take: number, page = 1) => {
  const client = getClient();
  const first = order === 'newest' ? Prisma.sql`newest."orderedOn" DESC NULLS LAST,` : Prisma.empty;
  const [rows, total] = await Promise.all([
    client.$queryRaw<PlaceRow[]>`
      SELECT municipality."id", municipality."name", municipality."slug", municipality."sample", newest."signedOn" AS "newestOn"
      FROM "Municipality" municipality LEFT JOIN LATERAL (
        SELECT "orderedOn", "signedOn" FROM "Document" WHERE "municipalityId" = municipality."id"
        ORDER BY "orderedOn" DESC, "id" DESC LIMIT 1
      ) newest ON true
      ORDER BY municipality."sample", ${first} municipality."slug" LIMIT ${take} OFFSET ${(page - 1) * take}`,
    client.municipality.count(),
  ]);
  const ids = rows.map(({ id }) => id);
  const [counts, years] = await Promise.all([
    client.document.groupBy({ by: ['municipalityId'], where: { municipalityId: { in: ids } }, _count: true }),
    client.$queryRaw<YearRow[]>`
      SELECT "municipalityId", "year", jsonb_agg(
        jsonb_build_object('year', "year", 'number', "number", 'lastNumber', "lastNumber", 'edition', "edition", 'totalNumber', "totalNumber")
        ORDER BY "number" DESC, "edition" DESC
      ) AS "issues"
      FROM "Issue" WHERE "municipalityId" = ANY (${ids}) GROUP BY 1, 2 ORDER BY 1, 2 DESC`,
  ]);
  const countOf = new Map(counts.map(({ municipalityId, _count }) => [municipalityId, _count]));
  const yearsOf = groupBy(years, ({ municipalityId }) => municipalityId);
  const places = rows.map(({ id, ...place }) => {
    const held = (yearsOf.get(id) ?? []).map(({ year, issues }) => ({ year, issues }));
    return {
      ...place,
      issueCount: held.reduce((sum, { issues }) => sum + issues.length, 0),
      documentCount: countOf.get(id) ?? 0,
      latestIssue: held[0]?.issues[0] ?? null,
      years: held,
    };
  });
  return { places, total, page, pages: Math.ceil(total / take) };
});
/** A municipality, as lists show it. */
export type MunicipalityOverview = Awaited<ReturnType<typeof listMunicipalities>>['places'][number];
