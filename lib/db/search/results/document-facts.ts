import { LRUCache } from 'lru-cache';
import { Prisma } from '@/lib/db/generated/client';
import { perDatabase } from '@/lib/db/per-database';
import { runStatement } from '@/lib/db/search/sql/pool';

interface MunicipalityFacts {
  slug: string;
  name: string;
}

interface IssueFacts {
  year: number;
  number: number;
  lastNumber: number | null;
}

/** What filters ask of a document, and what never changes while it is held. */
export interface FilterFacts {
  municipality: MunicipalityFacts;
  /** Null where it is in none, or issues were not asked for. */
  issue: IssueFacts | null;
  agency: string | null;
  genre: string | null;
}

interface DocumentRow {
  municipalityId: number;
  issueId: number | null;
  agency: string | null;
  genre: string | null;
}

/** Rows of each kind that are kept: of documents some ten megabytes. */
const KEPT = 50_000;
/**
 * Milliseconds for which they are: a database that is made anew under the same address has the same
 * ids.
 */
const KEPT_FOR = 10 * 60_000;

const makeCache = <Facts extends object>(): LRUCache<number, Facts> => new LRUCache({ max: KEPT, ttl: KEPT_FOR });
const caches = perDatabase('facts of documents', () => ({
  documents: makeCache<DocumentRow>(),
  municipalities: makeCache<MunicipalityFacts>(),
  issues: makeCache<IssueFacts>(),
}));

/**
 * Takes ids of documents; gives the facts of each, in no order; issues only where they are asked
 * for. An id that is not held is left out. Every search counts up to a thousand documents, and most
 * of them were counted before; joined to their municipalities and issues they would take twice as
 * long to read.
 */
export async function readFacts(
  ids: readonly number[],
  { withIssues }: { withIssues: boolean },
): Promise<FilterFacts[]> {
  const cache = caches.get();
  const documents = await readThrough(cache.documents, ids, readDocuments);
  const [municipalities, issues] = await Promise.all([
    readThrough(cache.municipalities, idsIn(documents, 'municipalityId'), readMunicipalities),
    withIssues ? readThrough(cache.issues, idsIn(documents, 'issueId'), readIssues) : new Map<number, IssueFacts>(),
  ]);
  return [...documents.values()].flatMap(({ municipalityId, issueId, agency, genre }) => {
    const municipality = municipalities.get(municipalityId);
    // Taken out between two statements.
    if (!municipality) return [];
    return [{ municipality, issue: (issueId !== null && issues.get(issueId)) || null, agency, genre }];
  });
}

const idsIn = (documents: Map<number, DocumentRow>, column: 'municipalityId' | 'issueId'): number[] => [
  ...new Set([...documents.values()].map((document) => document[column]).filter((id) => id !== null)),
];

/** Takes ids; gives what the cache has, and of the others what `read` gives, which is kept. */
async function readThrough<Facts extends object>(
  cache: LRUCache<number, Facts>,
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<Map<number, Facts>>,
): Promise<Map<number, Facts>> {
  const found = new Map<number, Facts>();
  const missing: number[] = [];
  for (const id of ids) {
    const known = cache.get(id);
    if (known) found.set(id, known);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  for (const [id, facts] of await read(missing)) {
    cache.set(id, facts);
    found.set(id, facts);
  }
  return found;
}

/**
 * Columns as lists: a thousand rows take longer to send and to read, and a thousand objects to
 * build.
 */
async function readDocuments(ids: readonly number[]): Promise<Map<number, DocumentRow>> {
  const [columns] = await runStatement<{
    ids: number[] | null;
    municipalityIds: number[];
    issueIds: (number | null)[];
    agencies: (string | null)[];
    genres: (string | null)[];
  }>(Prisma.sql`
    SELECT json_agg("id") AS "ids", json_agg("municipalityId") AS "municipalityIds", json_agg("issueId") AS "issueIds", json_agg("agency") AS "agencies",
      json_agg("genre") AS "genres"
    FROM "Document" WHERE "id" = ANY(${ids}::int[])`);
  if (!columns?.ids) return new Map();
  const { municipalityIds, issueIds, agencies, genres } = columns;
  return new Map(
    columns.ids.map((id, at) => [
      id,
      { municipalityId: municipalityIds[at]!, issueId: issueIds[at]!, agency: agencies[at]!, genre: genres[at]! },
    ]),
  );
}

async function readMunicipalities(ids: readonly number[]): Promise<Map<number, MunicipalityFacts>> {
  const rows = await runStatement<MunicipalityFacts & { id: number }>(Prisma.sql`
    SELECT "id", "slug", "name" FROM "Municipality" WHERE "id" = ANY(${ids}::int[])`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

async function readIssues(ids: readonly number[]): Promise<Map<number, IssueFacts>> {
  const rows = await runStatement<IssueFacts & { id: number }>(Prisma.sql`
    SELECT "id", "year", "number", "lastNumber" FROM "Issue" WHERE "id" = ANY(${ids}::int[])`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
