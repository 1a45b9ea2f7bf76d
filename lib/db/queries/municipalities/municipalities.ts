import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import { groupBy } from '@/lib/collections/group-by';
import { documentLinkSelect, issueLinkSelect } from '@/lib/db/queries/selects';

/** Standalone documents on one page of a municipality. */
const STANDALONE_PER_PAGE = 50;
/** Years with issues on one page of a municipality. */
const YEARS_PER_PAGE = 15;
/** Newest documents that a municipality's page names. */
const NEWEST_LIMIT = 8;
/** Agencies and kinds of document that it names. */
const VALUES_LIMIT = 12;
/** Missing numbers that it names. */
const WANTED_LIMIT = 6;

/** Finds the name of a municipality by its address; null where none has it. */
export const findMunicipality = cache(async (slug: string) =>
  getClient().municipality.findUnique({
    where: { slug },
    select: { id: true, name: true, slug: true, sample: true },
  }),
);
/** The names of a municipality. */
export type MunicipalityName = NonNullable<Awaited<ReturnType<typeof findMunicipality>>>;

/** A value that documents share, and how many do. */
export interface DocumentCount {
  value: string;
  documents: number;
}
type ValueRow = DocumentCount & { kind: 'agency' | 'genre' | 'agencyCode' };

/**
 * Counts the commonest agencies and kinds of document of a municipality, and the codes of its
 * numbers, in one scan of its documents.
 */
async function countDocuments(municipalityId: number) {
  const rows = await getClient().$queryRaw<ValueRow[]>`
    SELECT "kind", "value", "documents" FROM (
      SELECT coalesce("agency", "genre", "agencyCode") AS "value", count(*)::int AS "documents",
        CASE WHEN "agency" IS NOT NULL THEN 'agency' WHEN "genre" IS NOT NULL THEN 'genre' ELSE 'agencyCode' END AS "kind",
        row_number() OVER (
          PARTITION BY grouping("agency"), grouping("genre") ORDER BY count(*) DESC, coalesce("agency", "genre", "agencyCode")
        ) AS "rank"
      FROM "Document" WHERE "municipalityId" = ${municipalityId}
      GROUP BY GROUPING SETS (("agency"), ("genre"), ("agencyCode"))
      HAVING coalesce("agency", "genre", "agencyCode") IS NOT NULL
    ) counted WHERE "rank" <= ${VALUES_LIMIT} ORDER BY "rank"`;
  const of = (kind: ValueRow['kind']): DocumentCount[] =>
    rows.filter((row) => row.kind === kind).map(({ value, documents }) => ({ value, documents }));
  return { agencies: of('agency'), genres: of('genre'), codes: of('agencyCode').map(({ value }) => value) };
}

/**
 * Counts a municipality's documents, and lists the missing numbers in its own codes that are
 * mentioned most.
 */
async function countValues(municipalityId: number) {
  const { agencies, genres, codes } = await countDocuments(municipalityId);
  const wanted = await getClient().citedNumber.findMany({
    where: { held: false, agencyCode: { in: codes } },
    select: { docNumber: true, documents: true, mentions: true },
    orderBy: [{ documents: 'desc' }, { mentions: 'desc' }, { docNumber: 'asc' }],
    take: WANTED_LIMIT,
  });
  return { agencies, genres, wanted };
}

/**
 * Lists the years of a municipality, newest first, and the issues on one page of years.
 *
 * It is the page with the year asked for, or the newest one. The issues of the years right before
 * and after it are read too, to find out how many are missing between.
 */
async function listYears(municipalityId: number, year: number | undefined) {
  const client = getClient();
  const all = await client.issue.groupBy({
    by: ['year'],
    where: { municipalityId },
    _count: true,
    orderBy: { year: 'desc' },
  });
  const place = year === undefined ? 0 : all.findIndex((each) => each.year <= year);
  const start = Math.floor((place < 0 ? all.length - 1 : place) / YEARS_PER_PAGE) * YEARS_PER_PAGE;
  const near = all.slice(Math.max(0, start - 1), start + YEARS_PER_PAGE + 1).map((each) => each.year);
  const issues = await client.issue.findMany({
    where: { municipalityId, year: { in: near } },
    select: { id: true, ...issueLinkSelect },
    orderBy: [{ year: 'desc' }, { number: 'desc' }],
  });
  const counts = await client.document.groupBy({
    by: ['issueId'],
    where: { issueId: { in: issues.map(({ id }) => id) } },
    _count: true,
  });
  const countOf = new Map(counts.map(({ issueId, _count }) => [issueId, _count]));
  const withCounts = issues.map(({ id, ...issue }) => ({ ...issue, documentCount: countOf.get(id) ?? 0 }));
  const pages = Array.from({ length: Math.ceil(all.length / YEARS_PER_PAGE) }, (_, index) => {
    const of = all.slice(index * YEARS_PER_PAGE, (index + 1) * YEARS_PER_PAGE);
    return { newest: of[0]!.year, oldest: of.at(-1)!.year };
  });
  return {
    issueCount: all.reduce((sum, { _count }) => sum + _count, 0),
    years: [...groupBy(withCounts, (issue) => issue.year)].map(([of, list]) => ({ year: of, issues: list })),
    /** Which years one page shows; `shown` counts from 0. */
    yearPages: { pages, shown: start / YEARS_PER_PAGE },
  };
}

/**
 * Reads the page of a municipality: its issues, its documents, counts and missing numbers.
 * @param page of its standalone documents, from 1
 * @param year around which its issues are shown; the newest by default
 * @returns null where no municipality has this address
 */
export const getMunicipality = cache(async (slug: string, page = 1, year?: number) => {
  const client = getClient();
  const municipality = await findMunicipality(slug);
  if (!municipality) return null;
  const { id: municipalityId, ...named } = municipality;
  const standalone = { municipalityId, issueId: null };
  const documents = { select: documentLinkSelect, orderBy: [{ orderedOn: 'desc' as const }, { id: 'desc' as const }] };
  const [values, years, newest, documentCount, standaloneDocuments, standaloneCount] = await Promise.all([
    countValues(municipalityId),
    listYears(municipalityId, year),
    client.document.findMany({ where: { municipalityId }, ...documents, take: NEWEST_LIMIT }),
    client.document.count({ where: { municipalityId } }),
    client.document.findMany({
      where: standalone,
      ...documents,
      skip: (page - 1) * STANDALONE_PER_PAGE,
      take: STANDALONE_PER_PAGE,
    }),
    client.document.count({ where: standalone }),
  ]);
  return {
    ...named,
    ...values,
    ...years,
    documentCount,
    newest,
    standalone: {
      documents: standaloneDocuments,
      total: standaloneCount,
      page,
      pages: Math.ceil(standaloneCount / STANDALONE_PER_PAGE),
    },
  };
});
/** A municipality, as its page shows it. */
export type MunicipalityDetail = NonNullable<Awaited<ReturnType<typeof getMunicipality>>>;
