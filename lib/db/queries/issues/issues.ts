import 'server-only';
import { cache } from 'react';
import type { IssueKey } from '@/lib/addresses/issue-segment';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { whereIssueHasNumber, documentLinkSelect, issueLinkSelect, tocGroupSelect } from '@/lib/db/queries/selects';

const newestIssueSelect = {
  ...issueLinkSelect,
  municipality: { select: { slug: true, name: true, sample: true } },
  tocGroups: { select: tocGroupSelect, orderBy: { position: 'asc' } },
} satisfies Prisma.IssueSelect;

const issueSelect = {
  ...newestIssueSelect,
  id: true,
  municipalityId: true,
  publisher: true,
  sourceFile: { select: { name: true, ingestedAt: true } },
} satisfies Prisma.IssueSelect;

/**
 * Lists the newest issues of all municipalities with their contents.
 *
 * Those of the sample come last.
 */
export const listNewestIssues = cache(async (limit: number) => {
  const newestOf = (sample: boolean, take: number) =>
    getClient().issue.findMany({
      where: { municipality: { sample } },
      select: newestIssueSelect,
      orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
      take,
    });
  const real = await newestOf(false, limit);
  return real.length < limit ? [...real, ...(await newestOf(true, limit - real.length))] : real;
});
/** An issue, as the first page shows it. */
export type IssueOverview = Awaited<ReturnType<typeof listNewestIssues>>[number];

/** A supplement stands behind the issue whose number it has. */
const newestFirst = [{ number: 'desc' }, { edition: 'desc' }] satisfies Prisma.IssueOrderByWithRelationInput[];

/** A number that documents of an issue cite. */
export interface IssueCitation {
  docNumber: string;
  /** A title that it is cited with, if any. */
  title: string | null;
  /** Held documents with this number. */
  candidates: number;
  target: { id: number; municipality: string; slug: string; title: string } | null;
  /** Its mentions in the issue. */
  mentions: number;
}

/** Cited numbers that an issue's page lists. */
const CITED_LIMIT = 100;

/**
 * Reads what the page of an issue shows.
 *
 * It is masthead and contents, the documents that the contents do not name (`documentsOutsideToc`),
 * the issues around it and of its year, and the numbers that it cites: those held first, then the
 * most mentioned.
 * @param key any of the numbers that it has
 * @returns null where the issue is not held
 */
export const getIssue = cache(async (municipalitySlug: string, year: number, key: IssueKey) => {
  const client = getClient();
  const issue = await client.issue.findFirst({
    where: { municipality: { slug: municipalitySlug }, ...whereIssueHasNumber(year, key) },
    select: issueSelect,
    orderBy: { number: 'desc' },
  });
  if (!issue) return null;
  const { municipalityId } = issue;
  const listed = issue.tocGroups.flatMap(({ entries }) => entries).flatMap(({ document }) => document?.id ?? []);
  const adjacent = { select: issueLinkSelect };
  const [documentsOutsideToc, documentCount, sameYear, older, newer, cited] = await Promise.all([
    client.document.findMany({
      where: { issueId: issue.id, id: { notIn: listed } },
      select: documentLinkSelect,
      orderBy: { position: 'asc' },
    }),
    client.document.count({ where: { issueId: issue.id } }),
    client.issue.findMany({ where: { municipalityId, year }, ...adjacent, orderBy: newestFirst }),
    client.issue.findFirst({
      where: { municipalityId, year: { lt: year } },
      ...adjacent,
      orderBy: [{ year: 'desc' }, ...newestFirst],
    }),
    client.issue.findFirst({
      where: { municipalityId, year: { gt: year } },
      ...adjacent,
      orderBy: [{ year: 'asc' }, { number: 'asc' }, { edition: 'asc' }],
    }),
    listCitedNumbers(issue.id),
  ]);
  const place = sameYear.findIndex((other) => other.number === issue.number && other.edition === issue.edition);
  const { id: _id, municipalityId: _municipalityId, ...shown } = issue;
  return {
    ...shown,
    documentCount,
    documentsOutsideToc,
    previous: sameYear[place + 1] ?? older,
    next: sameYear[place - 1] ?? newer,
    /** Newest first. */
    sameYear,
    /** The first issue held of a later year. */
    newer,
    cited,
  };
});
/** An issue, as its page shows it. */
export type IssueDetail = NonNullable<Awaited<ReturnType<typeof getIssue>>>;

/** Lists the numbers that documents of an issue cite, their own left out. */
async function listCitedNumbers(issueId: number): Promise<IssueCitation[]> {
  return getClient().$queryRaw<IssueCitation[]>`
    SELECT cited."docNumber", cited."title", cited."candidates", cited."mentions", CASE WHEN target."id" IS NULL THEN NULL
      ELSE jsonb_build_object('id', target."id", 'municipality', municipality."slug", 'slug', target."slug", 'title', target."title") END AS "target"
    FROM (
      SELECT citation."docNumber", max(citation."title") AS "title", max(citation."candidates") AS "candidates",
        max(citation."targetDocumentId") AS "targetId", count(*)::int AS "mentions"
      FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
      WHERE citing."issueId" = ${issueId} AND NOT citation."aliasDefinition" AND citation."docNumber" IS DISTINCT FROM citing."docNumber"
        AND citation."docNumber" IS NOT NULL
      GROUP BY citation."docNumber"
    ) cited
    LEFT JOIN "Document" target ON target."id" = cited."targetId"
    LEFT JOIN "Municipality" municipality ON municipality."id" = target."municipalityId"
    ORDER BY cited."candidates" = 0, cited."mentions" DESC, cited."docNumber"
    LIMIT ${CITED_LIMIT}`;
}
