import 'server-only';
import { cache } from 'react';
import { RELATIONS, type Relation } from '@/lib/gazette/ast';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';
import { listNumberValidities, listValidities } from '@/lib/db/queries/validity/validities';

/** Neighbours of one side on a page, those with the most mentions first. */
export const NEIGHBOURS_PER_PAGE = 24;

/** A document that this one mentions, or that mentions this one; held or not. */
export interface Neighbour {
  /** The document; null where none is held, or several fit. */
  document: DocumentLink | null;
  /** Canonical number; null for one that is mentioned by title alone, or has none. */
  docNumber: string | null;
  title: string | null;
  /** Of the document, else of its number; null where it is not known. */
  year: number | null;
  /** Held documents that fit: 0 absent, 1 held, more: several. */
  candidates: number;
  /**
   * Relations and how many sentences have each, the weightiest first: it gives the line its style.
   */
  relations: { relation: Relation; count: number }[];
  mentions: number;
  /** Address of the section with the first mention, in the document that mentions. */
  address: string;
  validity: Validity;
}

/** The neighbours on one side of a document. */
export interface Side {
  /** Neighbours of all pages. */
  total: number;
  page: number;
  pages: number;
  /** By year, the oldest first; those without a year before all. */
  neighbours: Neighbour[];
}

interface Row {
  documentId: number | null;
  docNumber: string | null;
  title: string | null;
  year: number | null;
  candidates: number;
  relations: Partial<Record<Relation, number>>;
  mentions: number;
  address: string;
  total: number;
}

/**
 * Reads the documents that a document cites (`above`) and that cite it (`below`).
 *
 * Mentions of itself and definitions of an alias are left out. Two statements for the sides, then
 * one each for the documents, their validity and that of numbers that are not held.
 * @param pages of both sides, from 1
 */
export const getNeighbourhood = cache(
  async (document: { id: number; docNumber: string | null }, pages: { above: number; below: number }) => {
    const [above, below] = await Promise.all([listAbove(document, pages.above), listBelow(document.id, pages.below)]);
    const ids = [...above, ...below].flatMap(({ documentId }) => documentId ?? []);
    const numbers = above.flatMap(({ documentId, docNumber }) => (documentId === null ? (docNumber ?? []) : []));
    const [documents, validities, numberValidities] = await Promise.all([
      getClient().document.findMany({ where: { id: { in: ids } }, select: neighbourSelect }),
      listValidities([document.id, ...ids]),
      listNumberValidities(numbers),
    ]);
    const documentOf = new Map(documents.map((each) => [each.id, each]));
    const describe = (row: Row): Neighbour => ({
      ...describeRow(row, documentOf),
      validity:
        (row.documentId === null ? numberValidities.get(row.docNumber ?? '') : validities.get(row.documentId)) ??
        unknownValidity,
    });
    return {
      above: asSide(above, pages.above, describe),
      below: asSide(below, pages.below, describe),
      /** The document's own. */
      validity: validities.get(document.id) ?? unknownValidity,
    };
  },
);
/** The citation graph around one document. */
export type Neighbourhood = Awaited<ReturnType<typeof getNeighbourhood>>;

const neighbourSelect = { ...documentLinkSelect, id: true, orderedOn: true } satisfies Prisma.DocumentSelect;
type NeighbourDocument = Prisma.DocumentGetPayload<{ select: typeof neighbourSelect }>;

/**
 * Groups the mentions in a document: those of a held document are one neighbour, else those of a
 * number, else those of a title.
 */
function listAbove({ id, docNumber }: { id: number; docNumber: string | null }, page: number): Promise<Row[]> {
  return getClient().$queryRaw<Row[]>`
    WITH mention AS (
      SELECT citation."targetDocumentId", citation."docNumber", citation."title", citation."year", citation."candidates", citation."relation", citation."position", section."address",
        coalesce(citation."targetDocumentId"::text, citation."docNumber", citation."titleKey") AS "key"
      FROM "Citation" citation JOIN "Section" section ON section."id" = citation."sectionId"
      WHERE citation."documentId" = ${id} AND NOT citation."aliasDefinition"
        AND citation."targetDocumentId" IS DISTINCT FROM ${id} AND (citation."docNumber" IS NULL OR citation."docNumber" IS DISTINCT FROM ${docNumber})
    ), said AS (
      SELECT "key", jsonb_object_agg("relation", "count") AS "relations"
      FROM (SELECT "key", "relation", count(*) AS "count" FROM mention GROUP BY "key", "relation") counted GROUP BY "key"
    )
    SELECT min(mention."targetDocumentId") AS "documentId", min(mention."docNumber") AS "docNumber", mode() WITHIN GROUP (ORDER BY mention."title") AS "title",
      min(mention."year") AS "year", max(mention."candidates") AS "candidates", said."relations", count(*)::int AS "mentions",
      (array_agg(mention."address" ORDER BY mention."position"))[1] AS "address", count(*) OVER ()::int AS "total"
    FROM mention JOIN said ON said."key" = mention."key"
    WHERE mention."key" <> ''
    GROUP BY mention."key", said."relations"
    ORDER BY count(*) DESC, min(mention."position")
    LIMIT ${NEIGHBOURS_PER_PAGE} OFFSET ${(page - 1) * NEIGHBOURS_PER_PAGE}`;
}

function listBelow(id: number, page: number): Promise<Row[]> {
  return getClient().$queryRaw<Row[]>`
    WITH counted AS (
      SELECT citation."documentId", citation."relation", count(*) AS "count", min(citation."position") AS "position"
      FROM "Citation" citation
      WHERE citation."targetDocumentId" = ${id} AND citation."documentId" <> ${id} AND NOT citation."aliasDefinition"
      GROUP BY citation."documentId", citation."relation"
    ), near AS (
      SELECT "documentId", jsonb_object_agg("relation", "count") AS "relations", sum("count")::int AS "mentions", min("position") AS "position", count(*) OVER ()::int AS "total"
      FROM counted GROUP BY "documentId"
      ORDER BY 3 DESC, "documentId" DESC
      LIMIT ${NEIGHBOURS_PER_PAGE} OFFSET ${(page - 1) * NEIGHBOURS_PER_PAGE}
    )
    SELECT near.*, NULL AS "docNumber", NULL AS "title", NULL AS "year", 1 AS "candidates", section."address"
    FROM near
    JOIN "Citation" first ON first."documentId" = near."documentId" AND first."position" = near."position"
    JOIN "Section" section ON section."id" = first."sectionId"
    ORDER BY near."mentions" DESC, near."documentId" DESC`;
}

function describeRow(
  { documentId, relations, mentions, address, candidates, ...named }: Row,
  documentOf: ReadonlyMap<number, NeighbourDocument>,
): Omit<Neighbour, 'validity'> {
  const document = documentId === null ? undefined : documentOf.get(documentId);
  return {
    document: document ?? null,
    docNumber: document ? document.docNumber : named.docNumber,
    title: document?.title ?? named.title,
    year: document?.orderedOn.getUTCFullYear() ?? named.year,
    candidates,
    relations: RELATIONS.flatMap((relation) => {
      const count = relations[relation];
      return count === undefined ? [] : { relation, count };
    }),
    mentions,
    address,
  };
}

function asSide(rows: Row[], page: number, describe: (row: Row) => Neighbour): Side {
  const total = rows[0]?.total ?? 0;
  // A stable sort: within a year those with more mentions stand first.
  const neighbours = rows.map(describe).sort((one, other) => (one.year ?? 0) - (other.year ?? 0));
  return { total, page, pages: Math.ceil(total / NEIGHBOURS_PER_PAGE), neighbours };
}
