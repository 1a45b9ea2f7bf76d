import { Client } from 'pg';

/** Counts the held files that another version of parser or rows has stored. */
export async function countOutdatedAt(url: string): Promise<number> {
  // Half a second, with the parser: loaded when it is needed.
  const { storedVersion } = await import('@/lib/db/ingest/rows/prepare-rows');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ files: number }>(
      'SELECT count(*)::int AS "files" FROM "SourceFile" WHERE "parserVersion" <> $1',
      [storedVersion],
    );
    return rows[0]?.files ?? 0;
  } finally {
    await client.end();
  }
}
