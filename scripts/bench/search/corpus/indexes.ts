import type { Client } from 'pg';

/** An index that a filled table gets more quickly than one that is being filled. */
export interface LaidAside {
  name: string;
  definition: string;
}

/** Drops all indexes but the primary keys; gives what makes them again. */
export async function layIndexesAside(client: Client): Promise<LaidAside[]> {
  const { rows } = await client.query<LaidAside>(`
    SELECT index.relname AS name, pg_get_indexdef(index.oid) AS definition
    FROM pg_index JOIN pg_class index ON index.oid = indexrelid
    JOIN pg_namespace ON pg_namespace.oid = index.relnamespace
    WHERE nspname = 'public' AND NOT indisprimary
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
      AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = indexrelid)
    ORDER BY index.relname`);
  for (const { name } of rows) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`);
  return rows;
}

/** Makes them again; gives the seconds that each took. */
export async function buildIndexes(client: Client, indexes: readonly LaidAside[]): Promise<Record<string, number>> {
  const seconds: Record<string, number> = {};
  await client.query(`SET maintenance_work_mem = '1GB'`);
  for (const { name, definition } of indexes) {
    const start = performance.now();
    await client.query(definition);
    seconds[name] = (performance.now() - start) / 1000;
  }
  return seconds;
}
