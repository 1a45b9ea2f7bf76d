import { Prisma } from '@/lib/db/generated/client';
import { withIndex } from '@/lib/db/search/opensearch/with-index';
import { runStatement } from '@/lib/db/search/sql/pool';
import { scatteredSource } from '@/lib/db/search/sources/scattered';
import { gather, type FindWords, type HitSource } from '@/lib/db/search/sources/source';
import { ARRIVALS_LIMIT, TOTAL_CAP, type Arrival, type HitDocument, type SearchRequest } from '@/lib/search/engine';
import { markWords } from '@/lib/search/marks/snippet';
import { listMarked } from '@/lib/search/query';
import { chooseSource, findTypedNumber } from './answer';
import { withDefinedWords } from './defined-words';
import { loadHitDocuments } from './hit-documents';

/** Finds the documents that came to the portal last; see SearchEngine.findArrivals. */
export const findArrivals = (asked: SearchRequest, limit: number): Promise<Arrival[]> =>
  withIndex((find) => findWith(asked, limit, find));

async function findWith(asked: SearchRequest, limit: number, find: FindWords): Promise<Arrival[]> {
  const { request } = await withDefinedWords(asked);
  const number = await findTypedNumber(request);
  const bearing = number ? await findIds(number.documents) : [];
  const found = await findDocuments(request, number, find);
  const arrived = await listArrivals([...bearing, ...(found?.ids ?? [])], limit);
  const ids = arrived.map(({ documentId }) => documentId);
  const [documents, details] = await Promise.all([
    loadHitDocuments(ids),
    found && ids.length > 0 ? found.source.details(ids, new Map()) : new Map<number, never>(),
  ]);
  const { query } = request;
  return arrived.flatMap(({ documentId, event }): Arrival[] => {
    const document = documents.get(documentId);
    const sections = details.get(documentId) ?? { sections: [], more: [], sectionCount: 0 };
    return document
      ? [
          {
            document,
            event,
            titleMarks: markWords(document.title, listMarked([...query.words, ...query.title])),
            ...sections,
          },
        ]
      : [];
  });
}

/** Documents that were found, and what reads their sections. */
interface Found {
  source: HitSource;
  ids: number[];
}

/**
 * Finds documents of which those that arrived last are wanted.
 *
 * The search finds by signing day. Where it has found all hits, these are all candidates; where
 * there are more than it counts, the documents that arrived last are looked through besides.
 */
async function findDocuments(
  request: SearchRequest,
  number: Parameters<typeof chooseSource>[1],
  find: FindWords,
): Promise<Found | null> {
  const chosen = await chooseSource(request, number, find);
  if (!chosen) return null;
  const { ids, isCut } = await listDocuments(chosen.source);
  if (isCut) {
    const recent = await chooseSource(request, number, find, await listRecent());
    const arrived = recent ? await listDocuments(recent.source) : { ids: [] };
    return { source: chosen.source, ids: [...arrived.ids, ...ids] };
  }
  if (ids.length > 0 || chosen.by !== 'words' || request.query.words.length < 2) return { source: chosen.source, ids };
  const source = scatteredSource(request.query, chosen.scope, find);
  return { source, ids: (await listDocuments(source)).ids };
}

async function listDocuments(source: HitSource): Promise<{ ids: number[]; isCut: boolean }> {
  const most = TOTAL_CAP + 1;
  const [titles, sections] = await Promise.all([
    source.titles('newest', most),
    gather(source.sections('newest', most), most),
  ]);
  return {
    ids: [...new Set([...titles, ...sections].map(({ documentId }) => documentId))],
    isCut: titles.length === most || sections.length === most,
  };
}

/** Lists the held documents that arrived last. */
async function listRecent(): Promise<number[]> {
  const rows = await runStatement<{ documentId: number }>(Prisma.sql`
    SELECT DISTINCT ledger."documentId" FROM (
      SELECT "ledgerDocumentId" FROM "Event" WHERE "kind" = 'document' ORDER BY "id" DESC LIMIT ${ARRIVALS_LIMIT}::int
    ) event JOIN "LedgerDocument" ledger ON ledger."id" = event."ledgerDocumentId" WHERE ledger."documentId" IS NOT NULL`);
  return rows.map(({ documentId }) => documentId);
}

/** Gives the documents that arrived last, with the last event of each that says so. */
async function listArrivals(ids: readonly number[], limit: number): Promise<{ documentId: number; event: string }[]> {
  if (ids.length === 0) return [];
  return runStatement(Prisma.sql`
    SELECT ledger."documentId", max(event."id")::text AS "event"
    FROM "LedgerDocument" ledger JOIN "Event" event ON event."ledgerDocumentId" = ledger."id"
    WHERE ledger."documentId" = ANY(${[...ids]}::int[]) AND event."aboutNumber" IS NULL AND event."kind" = 'document'
    GROUP BY 1 ORDER BY max(event."id") DESC LIMIT ${limit}::int`);
}

async function findIds(documents: readonly HitDocument[]): Promise<number[]> {
  if (documents.length === 0) return [];
  const rows = await runStatement<{ id: number }>(Prisma.sql`
    SELECT document."id" FROM unnest(${documents.map(({ municipality }) => municipality.slug)}::text[], ${documents.map(({ slug }) => slug)}::text[])
      AS named("municipality", "slug")
    JOIN "Municipality" municipality ON municipality."slug" = named."municipality"
    JOIN "Document" document ON document."municipalityId" = municipality."id" AND document."slug" = named."slug"`);
  return rows.map(({ id }) => id);
}
