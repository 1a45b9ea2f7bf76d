import { LRUCache } from 'lru-cache';
import { Prisma } from '@/lib/db/generated/client';
import { run } from './pool';

/** What filters ask of a document, and what never changes while it is held. */
export interface DocumentFacts {
  municipality: { slug: string; name: string };
  issue: { year: number; number: number } | null;
  agency: string | null;
  genre: string | null;
}

/** Documents of which the facts are kept: some ten megabytes. */
const KEPT = 50_000;
/** Milliseconds for which they are: a database that is made anew under the same address has the same ids. */
const KEPT_FOR = 10 * 60_000;

// Kept on globalThis, as the pool is (pool.ts).
const holder = globalThis as typeof globalThis & {
  gongbaoDocumentFacts?: { url: string | undefined; facts: LRUCache<number, DocumentFacts> };
};

function getCache(): LRUCache<number, DocumentFacts> {
  const url = process.env.DATABASE_URL;
  if (holder.gongbaoDocumentFacts?.url !== url)
    holder.gongbaoDocumentFacts = { url, facts: new LRUCache({ max: KEPT, ttl: KEPT_FOR }) };
  return holder.gongbaoDocumentFacts!.facts;
}

/**
 * Takes ids of documents; gives the facts of each, in no order. An id that is not held is left out. Every search counts up to a thousand documents, and most of them were
 * counted before.
 */
export async function readFacts(ids: readonly number[]): Promise<DocumentFacts[]> {
  const cache = getCache();
  const known = ids.map((id) => cache.get(id));
  const missing = ids.filter((_, at) => known[at] === undefined);
  const read = missing.length > 0 ? await readRows(missing) : [];
  for (const { id, ...facts } of read) cache.set(id, facts);
  return [...known.filter((facts) => facts !== undefined), ...read];
}

async function readRows(ids: readonly number[]): Promise<(DocumentFacts & { id: number })[]> {
  // As one text: a thousand rows take longer to send and to read.
  const [row] = await run<{ facts: (DocumentFacts & { id: number })[] | null }>(Prisma.sql`
    SELECT json_agg(json_build_object('id', document."id", 'agency', document."agency", 'genre', document."genre",
      'municipality', json_build_object('slug', municipality."slug", 'name', municipality."name"),
      'issue', CASE WHEN issue."id" IS NOT NULL THEN json_build_object('year', issue."year", 'number', issue."number") END)) AS "facts"
    FROM "Document" document
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    LEFT JOIN "Issue" issue ON issue."id" = document."issueId"
    WHERE document."id" = ANY(${ids}::int[])`);
  return row?.facts ?? [];
}
