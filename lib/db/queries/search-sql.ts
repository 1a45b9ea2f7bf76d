import { listBigrams } from '@/lib/search/bigrams';
import type { SearchQuery } from '@/lib/search/query';
import { Prisma } from '@/lib/db/generated/client';

/** Where to look: what of the filter is a condition on documents. */
export interface SearchScope {
  /** Address of a municipality. */
  municipality?: string | undefined;
  /** Year of the document's date. */
  year?: number | undefined;
  offset: number;
  limit: number;
  /** Best sections shown of each document. */
  sectionLimit: number;
}

/** One row of the answer: a document with one of its best sections. Without a hit there is one row of totals. */
export interface SearchRow {
  documentTotal: number;
  sectionTotal: number;
  documentId: number | null;
  sectionCount: number;
  slug: string;
  title: string;
  docNumber: string | null;
  genre: string | null;
  agency: string | null;
  signedOn: Date | null;
  municipalitySlug: string;
  municipalityName: string;
  sample: boolean;
  issueYear: number | null;
  issueNumber: number | null;
  sectionId: number | null;
  address: string;
  kind: string;
  partKind: string;
  heading: string;
  path: unknown;
  /** The section's text, or the sentence around a citation. */
  text: string;
  /** The cited words in `text`; null for a hit by words. */
  words: string | null;
}

/**
 * Documents whose title has every word, then those with a section whose heading has, then those with a section that has; newest first within each.
 * The arrays of bigrams find candidates through their indexes, LIKE decides.
 */
export function keywordSearchSql(query: SearchQuery, scope: SearchScope): Prisma.Sql {
  const titles = matchSql(Prisma.sql`document."titleBigrams"`, Prisma.sql`document."matchTitle"`, query);
  const sections = matchSql(Prisma.sql`section."bigrams"`, Prisma.sql`section."matchText"`, query);
  const patterns = query.words.map(likePattern);
  // matchText is the heading, a line break, the text.
  const hits = Prisma.sql`
    title_hit AS MATERIALIZED (
      SELECT document."id" AS "documentId" FROM "Document" document WHERE ${titles}
    ), section_hit AS MATERIALIZED (
      SELECT section."documentId", section."id" AS "sectionId", section."position", NULL::int AS "citationId",
        CASE WHEN split_part(section."matchText", E'\n', 1) LIKE ALL (${patterns}::text[]) THEN 1 ELSE 2 END AS "tier"
      FROM "Section" section WHERE ${sections}
    ), hit AS (
      SELECT "documentId", 0 AS "tier", NULL::int AS "sectionId" FROM title_hit
      UNION ALL SELECT "documentId", "tier", "sectionId" FROM section_hit
    )`;
  return groupedSql(hits, scope);
}

/** Documents with a section that mentions the number, in whatever spelling; newest first. */
export function citingSearchSql(docNumber: string, scope: SearchScope): Prisma.Sql {
  const hits = Prisma.sql`
    section_hit AS MATERIALIZED (
      SELECT DISTINCT ON (citation."sectionId") citation."documentId", citation."sectionId", section."position", citation."id" AS "citationId", 2 AS "tier"
      FROM "Citation" citation
      JOIN "Section" section ON section."id" = citation."sectionId"
      JOIN "Document" citing ON citing."id" = citation."documentId"
      WHERE citation."docNumber" = ${docNumber} AND NOT citation."aliasDefinition" AND citing."docNumber" IS DISTINCT FROM citation."docNumber"
      ORDER BY citation."sectionId", citation."position"
    ), hit AS (SELECT "documentId", "tier", "sectionId" FROM section_hit)`;
  return groupedSql(hits, scope);
}

function groupedSql(hits: Prisma.Sql, { municipality, year, offset, limit, sectionLimit }: SearchScope): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (municipality !== undefined) conditions.push(Prisma.sql`municipality."slug" = ${municipality}`);
  if (year !== undefined) {
    conditions.push(
      Prisma.sql`document."orderedOn" >= make_date(${year}::int, 1, 1) AND document."orderedOn" < make_date(${year}::int + 1, 1, 1)`,
    );
  }
  return Prisma.sql`
    WITH ${hits}, found AS (
      SELECT "documentId", min("tier") AS "tier", count("sectionId")::int AS "sectionCount" FROM hit GROUP BY "documentId"
    ), scoped AS MATERIALIZED (
      SELECT found.*, document."orderedOn", municipality."slug" AS "municipalitySlug", municipality."name" AS "municipalityName", municipality."sample"
      FROM found
      JOIN "Document" document ON document."id" = found."documentId"
      JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      WHERE ${Prisma.join(conditions, ' AND ')}
    ), totals AS (
      SELECT count(*)::int AS "documentTotal", coalesce(sum("sectionCount"), 0)::int AS "sectionTotal" FROM scoped
    ), page AS (
      SELECT scoped.*, row_number() OVER (ORDER BY "tier", "orderedOn" DESC, "documentId" DESC) AS "rank"
      FROM scoped ORDER BY "rank" OFFSET ${offset} LIMIT ${limit}
    )
    SELECT totals.*, page."documentId", page."sectionCount", page."municipalitySlug", page."municipalityName", page."sample",
      document."slug", document."title", document."docNumber", document."genre", document."agency", document."signedOn",
      issue."year" AS "issueYear", issue."number" AS "issueNumber", best.*
    FROM totals
    LEFT JOIN page ON true
    LEFT JOIN "Document" document ON document."id" = page."documentId"
    LEFT JOIN "Issue" issue ON issue."id" = document."issueId"
    LEFT JOIN LATERAL (
      SELECT section."id" AS "sectionId", section."address", section."kind", section."partKind", section."heading", section."path",
        section_hit."tier" AS "sectionTier", section_hit."position" AS "sectionPosition",
        coalesce(citation."sentence", section."text") AS "text", citation."words"
      FROM section_hit
      JOIN "Section" section ON section."id" = section_hit."sectionId"
      LEFT JOIN "Citation" citation ON citation."id" = section_hit."citationId"
      WHERE section_hit."documentId" = page."documentId"
      ORDER BY section_hit."tier", section_hit."position" LIMIT ${sectionLimit}
    ) best ON true
    ORDER BY page."rank", best."sectionTier", best."sectionPosition"`;
}

function matchSql(bigramColumn: Prisma.Sql, textColumn: Prisma.Sql, { words, excluded }: SearchQuery): Prisma.Sql {
  const bigrams = [...new Set(words.flatMap(listBigrams))];
  const conditions = [Prisma.sql`${textColumn} LIKE ALL (${words.map(likePattern)}::text[])`];
  if (bigrams.length > 0) conditions.unshift(Prisma.sql`${bigramColumn} @> ${bigrams}::int[]`);
  if (excluded.length > 0)
    conditions.push(Prisma.sql`NOT ${textColumn} LIKE ANY (${excluded.map(likePattern)}::text[])`);
  return Prisma.join(conditions, ' AND ');
}

/** `100%_` is looked for as it stands. */
function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}
