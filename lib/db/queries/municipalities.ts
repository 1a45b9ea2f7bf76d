import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { groupBy } from './group-by';
import { documentLinkSelect, issueLinkSelect, type IssueLink } from './selects';

/** Standalone documents on one page of a municipality. */
export const DOCUMENTS_PER_PAGE = 50;

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

/**
 * Takes a municipality's address and a page (from 1) of its standalone documents; gives its issues by year, newest first, those documents, newest
 * first, and counts. Null when no municipality has this address.
 */
export const getMunicipality = cache(async (slug: string, page = 1) => {
  const client = getClient();
  const municipality = await client.municipality.findUnique({
    where: { slug },
    select: { id: true, ...municipalitySelect },
  });
  if (!municipality) return null;
  const standalone = { municipalityId: municipality.id, issueId: null };
  const [issues, standaloneDocuments, standaloneCount] = await Promise.all([
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
