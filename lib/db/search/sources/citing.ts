import { Prisma } from '@/lib/db/generated/client';
import { FURTHER_SECTIONS, SECTIONS_PER_DOCUMENT, type FoundSection, type HitPlace } from '@/lib/search/engine';
import { normalise } from '@/lib/search/text/normalise';
import { makeSnippet } from '@/lib/search/marks/snippet';
import type { Scope } from '@/lib/db/search/planner/conditions';
import { byDay, type Order } from '@/lib/db/search/planner/order';
import { daySql, packedHits, unpackHits, type Hit, type PackedHits } from '@/lib/db/search/sql/packed-hits';
import { runStatement } from '@/lib/db/search/sql/pool';
import { traceStep } from '@/lib/db/search/trace';
import { placeIn, sectionPlaceSql } from '@/lib/db/section-columns';
import type { DocumentSections, HitSource } from './source';

/** The condition that `citation` cites the number; the definition of an alias does not. */
const isCitation = (docNumber: string): Prisma.Sql =>
  Prisma.sql`citation."docNumber" = ${docNumber} AND NOT citation."aliasDefinition"`;

/** Makes the source that finds the sections that cite a number, in whatever spelling. */
export function citingSource(docNumber: string, scope: Scope): HitSource {
  return {
    titles: () => Promise.resolve([]),
    async *sections(order, limit) {
      yield await findCiting(docNumber, scope, order, limit);
    },
    isLikelyMoreThan: () => Promise.resolve(false),
    async *headings() {
      // A citation in a heading is one like any other.
    },
    details: (documentIds) => findSentences(docNumber, documentIds),
    read: (sectionIds) => readSentences(docNumber, sectionIds),
    halves: null,
  };
}

/** Whether any held document cites the number. */
export async function isCited(docNumber: string): Promise<boolean> {
  const rows = await runStatement(Prisma.sql`SELECT FROM "Citation" citation WHERE ${isCitation(docNumber)} LIMIT 1`);
  return rows.length > 0;
}

async function findCiting(docNumber: string, scope: Scope, order: Order, limit: number): Promise<Hit[]> {
  const [row] = await runStatement<PackedHits>(Prisma.sql`
    SELECT ${packedHits} FROM (SELECT * FROM (
      SELECT DISTINCT section."id" AS "sectionId", document."id" AS "documentId", ${daySql(Prisma.sql`document`)} AS "day",
        section."kind", section."partKind", false AS "inHeading", true AS "isTyped", section."position"
      FROM "Citation" citation
      JOIN "Document" document ON document."id" = citation."documentId"
      JOIN "Section" section ON section."id" = citation."sectionId"
      WHERE ${isCitation(docNumber)} AND document."docNumber" IS DISTINCT FROM citation."docNumber" AND ${scope.document} AND ${scope.section}
    ) citing ORDER BY ${byDay(order, Prisma.sql`"day"`, Prisma.sql`"documentId"`)}, "position" LIMIT ${limit}::int) hit`);
  const hits = unpackHits(row);
  traceStep('citations', hits.length);
  return hits;
}

interface Sentence extends HitPlace {
  sentence: string;
  words: string;
}

const toSection = (row: Sentence): FoundSection => ({
  ...placeIn(row),
  headingMarks: [],
  snippet: makeSnippet(row.sentence, [normalise(row.words)]),
});

async function readSentences(docNumber: string, sectionIds: number[]): Promise<Map<number, FoundSection>> {
  const rows = await runStatement<Sentence & { id: number }>(Prisma.sql`
    SELECT DISTINCT ON (section."id") section."id"::float8 AS "id", ${sectionPlaceSql},
      citation."sentence", citation."words"
    FROM "Section" section JOIN "Citation" citation ON citation."sectionId" = section."id"
    WHERE section."id" = ANY(${sectionIds}::bigint[]) AND ${isCitation(docNumber)} ORDER BY section."id", citation."position"`);
  return new Map(rows.map((row) => [row.id, toSection(row)]));
}

interface SentenceRow extends Sentence {
  documentId: number;
  sectionCount: number;
  rank: number;
}

async function findSentences(docNumber: string, documentIds: number[]): Promise<Map<number, DocumentSections>> {
  const rows = await runStatement<SentenceRow>(Prisma.sql`
    WITH hit AS (
      SELECT DISTINCT ON (citation."sectionId") citation."id", citation."sectionId", citation."documentId", section."position"
      FROM "Citation" citation JOIN "Section" section ON section."id" = citation."sectionId"
      WHERE ${isCitation(docNumber)} AND citation."documentId" = ANY(${documentIds}::int[])
      ORDER BY citation."sectionId", citation."position"
    ), ranked AS (
      SELECT hit.*, count(*) OVER (PARTITION BY "documentId")::int AS "sectionCount",
        row_number() OVER (PARTITION BY "documentId" ORDER BY "position")::int AS "rank" FROM hit
    )
    SELECT ranked."documentId", ranked."sectionCount", ranked."rank", ${sectionPlaceSql},
      citation."sentence", citation."words"
    FROM ranked JOIN "Section" section ON section."id" = ranked."sectionId" JOIN "Citation" citation ON citation."id" = ranked."id"
    WHERE ranked."rank" <= ${SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS}::int ORDER BY ranked."documentId", ranked."rank"`);
  const documents = new Map<number, DocumentSections>();
  for (const row of rows) {
    const { documentId, sectionCount, rank } = row;
    const sections = documents.get(documentId) ?? { sections: [], more: [], sectionCount };
    documents.set(documentId, sections);
    if (rank <= SECTIONS_PER_DOCUMENT) sections.sections.push(toSection(row));
    else sections.more.push(placeIn(row));
  }
  return documents;
}
