import { Client } from 'pg';
import { migrate } from '@/lib/db/migrate';
import { replaceDatabase, withName } from '../search/database';

/** Makes an empty, migrated database. */
export async function makeEmpty(server: string, name: string): Promise<string> {
  await replaceDatabase(server, name);
  const url = withName(server, name);
  await migrate(url);
  return url;
}

/** What a database holds after an ingest. */
export interface Held {
  documents: number;
  sections: number;
  /** Of everything that readers see, whatever its ids are. */
  digest: string;
  /** Milliseconds for a section: in the second tenth of the files, and in the last. */
  early: number;
  late: number;
  /** Sections that the statistics of the search count. */
  counted: number;
}

/** Reads what is held. The first tenth warms up. */
export async function readHeld(url: string): Promise<Held> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Held>(`
      WITH file AS (
        SELECT source."id", source."ingestedAt", ntile(10) OVER (ORDER BY source."ingestedAt") AS tenth,
          (SELECT count(*) FROM "Document" document JOIN "Section" section ON section."documentId" = document."id" WHERE document."sourceFileId" = source."id") AS sections
        FROM "SourceFile" source
      ), pace AS (
        SELECT tenth, 1000 * extract(epoch FROM max("ingestedAt") - min("ingestedAt")) / greatest(1, sum(sections)) AS milliseconds FROM file GROUP BY tenth
      ), part AS (
        SELECT 'document' AS kind, document."slug" || document."title" || coalesce(document."docNumber", '') || coalesce(kept."indexNumber", '') || coalesce(kept."url", '')
          || (SELECT count(*) FROM "Section" section WHERE section."documentId" = document."id") AS content
        FROM "Document" document LEFT JOIN "ManifestRow" kept ON kept."documentId" = document."id"
        UNION ALL SELECT 'citation', document."slug" || citation."position" || citation."words" || citation."candidates" || coalesce(target."slug", '')
        FROM "Citation" citation JOIN "Document" document ON document."id" = citation."documentId" LEFT JOIN "Document" target ON target."id" = citation."targetDocumentId"
        UNION ALL SELECT 'number', "docNumber" || "documents" || ' ' || "mentions" || "held" FROM "CitedNumber"
        UNION ALL SELECT 'file', "path" || "hash" || coalesce("manifestHash", '') FROM "SourceFile"
      )
      SELECT (SELECT count(*)::int FROM "Document") AS documents, (SELECT count(*)::int FROM "Section") AS sections,
        (SELECT md5(string_agg(kind || content, '|' ORDER BY kind, content COLLATE "C")) FROM part) AS digest,
        (SELECT milliseconds::float8 FROM pace WHERE tenth = 2) AS early, (SELECT milliseconds::float8 FROM pace WHERE tenth = 10) AS late,
        coalesce((SELECT "sections" FROM "SearchStatistics"), 0) AS counted`);
    return rows[0]!;
  } finally {
    await client.end();
  }
}
