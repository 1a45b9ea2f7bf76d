import path from 'node:path';
import { Client } from 'pg';

/** What a database holds. */
export interface Held {
  /** By the name of the source file: hashes and counts of all that it gave. */
  files: Record<string, string>;
  /**
   * Rows by table; without those that are counted only now and then (lib/db/search/upkeep/), and
   * without those that remember what happened.
   */
  counts: Record<string, number>;
  revision: number;
}

/** Rows of what each file gave, in an order of their own. */
const OF_FILES = `
  SELECT file."path", concat_ws(' ', file."hash",
    (SELECT concat(count(*), ':', md5(string_agg(concat_ws('|', "position", "slug", "title", "docNumber", "length", md5("tree"::text)), ',' ORDER BY "position")))
      FROM "Document" WHERE "sourceFileId" = file."id"),
    (SELECT concat(count(*), ':', md5(string_agg(concat_ws('|', document."position", section."address", md5(section."text")), ',' ORDER BY document."position", section."position")))
      FROM "Section" section JOIN "Document" document ON document."id" = section."documentId" WHERE document."sourceFileId" = file."id"),
    (SELECT count(*) FROM "Citation" citation JOIN "Document" document ON document."id" = citation."documentId" WHERE document."sourceFileId" = file."id"),
    (SELECT concat_ws('|', issue."year", issue."number", issue."title", count(entry."id")) FROM "Issue" issue
      LEFT JOIN "TocGroup" toc ON toc."issueId" = issue."id" LEFT JOIN "TocEntry" entry ON entry."groupId" = toc."id"
      WHERE issue."sourceFileId" = file."id" GROUP BY issue."id")) AS "gave"
  FROM "SourceFile" file ORDER BY file."path"`;

/** Tables whose rows grow with everything that happens: runs, and the ledger. */
const HISTORY = [
  'IngestRun',
  'LedgerDocument',
  'FormerAddress',
  'DocumentVersion',
  'DocumentChange',
  'FormerPassage',
  'FormerIssue',
  'Event',
];

/** Documents that the ledger does not know, or whose address it has otherwise: none. */
const UNKNOWN_TO_LEDGER = `
  SELECT count(*) FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
  LEFT JOIN "LedgerDocument" ledger ON ledger."documentId" = document."id" AND ledger."slug" = document."slug" AND ledger."municipality" = municipality."slug"
  WHERE ledger."id" IS NULL OR ledger."endedAt" IS NOT NULL`;

/** Reads what a database holds, as of one moment. */
export async function readHeld(url: string): Promise<Held> {
  return withDatabase(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const files = await client.query<{ path: string; gave: string }>(OF_FILES);
    const tables = await client.query<{ name: string }>(
      `SELECT "tablename" AS "name" FROM pg_tables WHERE "schemaname" = 'public' AND "tablename" NOT LIKE '\\_%'
         AND "tablename" NOT IN ('SearchFrequency', 'SearchTerm', 'SearchStatistics') ORDER BY 1`,
    );
    const counts: Record<string, number> = {};
    const unknown = await client.query<{ count: string }>(UNKNOWN_TO_LEDGER);
    counts['What the ledger does not know'] = Number(unknown.rows[0]!.count);
    for (const { name } of tables.rows) {
      if (HISTORY.includes(name)) continue;
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM "${name}"`);
      counts[name] = Number(rows[0]!.count);
    }
    const portal = await client.query<{ revision: string }>('SELECT "revision" FROM "Portal"');
    await client.query('COMMIT');
    return {
      files: Object.fromEntries(files.rows.map((row) => [path.basename(row.path), row.gave])),
      counts,
      revision: Number(portal.rows[0]!.revision),
    };
  });
}

/** Runs one statement; gives its rows. */
export async function execute<Row extends object>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return withDatabase(
    url,
    async (client) => (await client.query<Row & Record<string, unknown>>(statement, values)).rows,
  );
}

async function withDatabase<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // It may be killed while we read.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Compares what is held with clean ingests of the versions that files had.
 * @returns a sentence for each file of which not all is there, or more
 */
export function findHalf(held: Held, clean: readonly Held[]): string[] {
  return Object.entries(held.files).flatMap(([name, gave]) =>
    clean.some(({ files }) => files[name] === gave)
      ? []
      : [`${name} gave ${gave}; a clean ingest gives ${clean.map(({ files }) => files[name]).join(' or ')}`],
  );
}

/** Compares what is held with a clean ingest; gives a sentence for each difference. */
export function findDifferences(held: Held, clean: Held): string[] {
  const tables = [...new Set([...Object.keys(held.counts), ...Object.keys(clean.counts)])];
  const missing = Object.keys(clean.files).filter((name) => held.files[name] === undefined);
  return [
    ...findHalf(held, [clean]),
    ...missing.map((name) => `${name} is not held`),
    ...tables
      .filter((name) => held.counts[name] !== clean.counts[name])
      .map((name) => `${name} has ${held.counts[name]} rows, and ${clean.counts[name]} after a clean ingest`),
  ];
}
