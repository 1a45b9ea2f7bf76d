import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { groupBy } from './group-by';
import { documentLinkSelect, issueLinkSelect, type IssueLink } from './selects';

/** Standalone documents on one page of a municipality. */
export const DOCUMENTS_PER_PAGE = 50;
/** Agencies and kinds of document that a municipality's page names. */
const VALUES_LIMIT = 12;

const municipalitySelect = {
  name: true,
  slug: true,
  sample: true,
  _count: { select: { issues: true, documents: true } },
} satisfies Prisma.MunicipalitySelect;

interface HeldYear {
  year: number;
  numbers: number[];
}
type HeldYearRow = HeldYear & { municipalityId: number };
type LatestIssueRow = IssueLink & { municipalityId: number };

/**
 * Gives every municipality with counts of issues and documents, its latest issue, and for each year (newest first) the numbers held.
 * In the order of their addresses, which is that of their pinyin; the sample last.
 */
export const listMunicipalities = cache(async () => {
  const client = getClient();
  const [municipalities, years, latest] = await Promise.all([
    client.municipality.findMany({
      select: { id: true, ...municipalitySelect },
      orderBy: [{ sample: 'asc' }, { slug: 'asc' }],
    }),
    client.$queryRaw<HeldYearRow[]>`
      SELECT "municipalityId", "year", array_agg("number" ORDER BY "number") AS "numbers"
      FROM "Issue" GROUP BY "municipalityId", "year" ORDER BY "municipalityId", "year" DESC`,
    client.$queryRaw<LatestIssueRow[]>`
      SELECT DISTINCT ON ("municipalityId") "municipalityId", "year", "number", "totalNumber", "title", "publishedOn"
      FROM "Issue" ORDER BY "municipalityId", "year" DESC, "number" DESC`,
  ]);
  const yearsOf = groupBy(years, ({ municipalityId }) => municipalityId);
  const latestOf = new Map(latest.map(({ municipalityId, ...issue }) => [municipalityId, issue]));
  return municipalities.map(({ id, _count, ...municipality }) => ({
    ...municipality,
    issueCount: _count.issues,
    documentCount: _count.documents,
    latestIssue: latestOf.get(id) ?? null,
    years: (yearsOf.get(id) ?? []).map(({ year, numbers }): HeldYear => ({ year, numbers })),
  }));
});
export type MunicipalityOverview = Awaited<ReturnType<typeof listMunicipalities>>[number];

/** A value that documents share, and how many do. */
export interface DocumentCount {
  value: string;
  documents: number;
}

/** The commonest agencies and kinds of document of a municipality, by one look at its documents. */
async function countDocuments(municipalityId: number): Promise<{ agencies: DocumentCount[]; genres: DocumentCount[] }> {
  const rows = await getClient().$queryRaw<(DocumentCount & { agency: boolean })[]>`
    SELECT coalesce("agency", "genre") AS "value", "documents", "agency" IS NOT NULL AS "agency" FROM (
      SELECT "agency", "genre", count(*)::int AS "documents",
        row_number() OVER (PARTITION BY "agency" IS NULL ORDER BY count(*) DESC, coalesce("agency", "genre")) AS "rank"
      FROM "Document" WHERE "municipalityId" = ${municipalityId}
      GROUP BY GROUPING SETS (("agency"), ("genre")) HAVING coalesce("agency", "genre") IS NOT NULL
    ) counted WHERE "rank" <= ${VALUES_LIMIT} ORDER BY "rank"`;
  const of = (agency: boolean) =>
    rows.filter((row) => row.agency === agency).map(({ value, documents }) => ({ value, documents }));
  return { agencies: of(true), genres: of(false) };
}

/**
 * Takes a municipality's address and a page (from 1) of its standalone documents; gives its issues by year, newest first, those documents, newest
 * first, its commonest agencies and kinds of document, and counts. Null when no municipality has this address.
 */
export const getMunicipality = cache(async (slug: string, page = 1) => {
  const client = getClient();
  const municipality = await client.municipality.findUnique({
    where: { slug },
    select: { id: true, ...municipalitySelect },
  });
  if (!municipality) return null;
  const standalone = { municipalityId: municipality.id, issueId: null };
  const [counts, issues, standaloneDocuments, standaloneCount] = await Promise.all([
    countDocuments(municipality.id),
    client.issue.findMany({
      where: { municipalityId: municipality.id },
      select: { ...issueLinkSelect, _count: { select: { documents: true } } },
      orderBy: [{ year: 'desc' }, { number: 'desc' }],
    }),
    client.document.findMany({
      where: standalone,
      select: documentLinkSelect,
      orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * DOCUMENTS_PER_PAGE,
      take: DOCUMENTS_PER_PAGE,
    }),
    client.document.count({ where: standalone }),
  ]);
  const withCounts = issues.map(({ _count, ...issue }) => ({ ...issue, documentCount: _count.documents }));
  return {
    name: municipality.name,
    slug: municipality.slug,
    sample: municipality.sample,
    issueCount: municipality._count.issues,
    documentCount: municipality._count.documents,
    ...counts,
    years: [...groupBy(withCounts, ({ year }) => year)].map(([year, ofYear]) => ({ year, issues: ofYear })),
    standalone: {
      documents: standaloneDocuments,
      total: standaloneCount,
      page,
      pages: Math.ceil(standaloneCount / DOCUMENTS_PER_PAGE),
    },
  };
});
export type MunicipalityDetail = NonNullable<Awaited<ReturnType<typeof getMunicipality>>>;
