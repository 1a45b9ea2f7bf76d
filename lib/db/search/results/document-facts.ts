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
  edition: string;
}

/** What filters count of a document; it does not change while the document is held. */
export interface FilterFacts {
  municipality: MunicipalityFacts;
  /** Null where it is in none, and where issues are not read. */
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

/** Rows of each kind that are kept; documents take some ten megabytes. */
const KEPT = 50_000;

const makeCache = <Facts extends object>(): LRUCache<number, Facts> => new LRUCache({ max: KEPT });
const makeCaches = (of: string) => ({
  /** The database in which the ids mean these rows. */
  of,
  documents: makeCache<DocumentRow>(),
  municipalities: makeCache<MunicipalityFacts>(),
  issues: makeCache<IssueFacts>(),
});
const caches = perDatabase('facts of documents', () => ({ last: makeCaches('') }));

/**
 * Gives what is kept of this database. A restored one gives the same ids to other rows: however it
 * is restored, its row of Portal, its tables or its server are other ones then.
 */
async function openCaches(): Promise<ReturnType<typeof makeCaches>> {
  const [row] = await runStatement<{ of: string }>(Prisma.sql`
    SELECT concat_ws(' ', "identity", "tableoid", pg_relation_filenode("tableoid"::regclass),
      (SELECT "oid" FROM pg_database WHERE "datname" = current_database()), pg_postmaster_start_time()) AS "of" FROM "Portal"`);
  const kept = caches.get();
  if (kept.last.of !== row?.of) kept.last = makeCaches(row?.of ?? '');
  return kept.last;
}

/**
 * Reads the facts of documents by their ids, in no order.
 *
 * Unknown ids are left out. The facts are cached: every search counts up to a thousand documents,
 * most of which were counted before. Joined to municipalities and issues they would take twice as
 * long to read.
 */
export async function readFacts(
  ids: readonly number[],
  { withIssues }: { withIssues: boolean },
): Promise<FilterFacts[]> {
  const cache = await openCaches();
  const documents = await readThrough(cache.documents, ids, readDocuments);
  const [municipalities, issues] = await Promise.all([
    readThrough(cache.municipalities, idsIn(documents, 'municipalityId'), readMunicipalities),
    withIssues ? readThrough(cache.issues, idsIn(documents, 'issueId'), readIssues) : new Map<number, IssueFacts>(),
  ]);
  return [...documents.values()].flatMap(({ municipalityId, issueId, agency, genre }) => {
    const municipality = municipalities.get(municipalityId);
    // It was removed between two statements.
    if (!municipality) return [];
    return [{ municipality, issue: (issueId !== null && issues.get(issueId)) || null, agency, genre }];
  });
}

const idsIn = (documents: Map<number, DocumentRow>, column: 'municipalityId' | 'issueId'): number[] => [
  ...new Set([...documents.values()].map((document) => document[column]).filter((id) => id !== null)),
];

/** Gives rows from the cache; the others are read and kept. */
async function readThrough<Facts extends object>(
  cache: LRUCache<number, Facts>,
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<Map<number, Facts>>,
): Promise<Map<number, Facts>> {
  const rows = new Map<number, Facts>();
  const missing: number[] = [];
  for (const id of ids) {
    const known = cache.get(id);
    if (known) rows.set(id, known);
    else missing.push(id);
  }
  if (missing.length === 0) return rows;
  for (const [id, facts] of await read(missing)) {
    cache.set(id, facts);
    rows.set(id, facts);
  }
  return rows;
}

/** Reads documents as one row of lists: a thousand rows take longer to send and to read. */
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
    SELECT "id", "year", "number", "lastNumber", "edition" FROM "Issue" WHERE "id" = ANY(${ids}::int[])`);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
