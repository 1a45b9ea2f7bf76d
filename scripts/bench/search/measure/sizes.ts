import { Client } from 'pg';

export interface Size {
  name: string;
  bytes: number;
}

/** What the corpus takes on disk. */
export interface Sizes {
  database: number;
  /** With what is stored beside the rows, without the indexes; the largest first. */
  tables: Size[];
  indexes: Size[];
}

const worthTelling = 0.005;

/** Gives the size of the database and what makes up most of it. */
export async function measureSizes(url: string): Promise<Sizes> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; kind: 'r' | 'i'; bytes: number }>(`
    SELECT relname AS name, relkind AS kind, (CASE relkind WHEN 'r' THEN pg_table_size(oid) ELSE pg_relation_size(oid) END)::float8 AS bytes
    FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') ORDER BY bytes DESC`);
  const { rows: whole } = await client.query<{ bytes: number }>(
    'SELECT pg_database_size(current_database())::float8 AS bytes',
  );
  await client.end();
  const database = whole[0]!.bytes;
  const largest = (kind: string): Size[] =>
    rows
      .filter((row) => row.kind === kind && row.bytes > worthTelling * database)
      .map(({ name, bytes }) => ({ name, bytes }));
  return { database, tables: largest('r'), indexes: largest('i') };
}
