import { Client } from 'pg';

/**
 * Reads every section and document once, in the order of their ids.
 * PostgreSQL then has their pages in its own memory, as a server has that is asked all day.
 * Whatever reads a large table from end to end passes that memory by; and what is not in there
 * comes from the system's file cache, for 5 to 40 microseconds a page, a thousand pages a search.
 */
export async function warmUp(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    options:
      '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_indexonlyscan=off -c max_parallel_workers_per_gather=0',
  });
  await client.connect();
  try {
    await client.query('SELECT count("orderedOn") FROM (SELECT "orderedOn" FROM "Section" ORDER BY "id") section');
    await client.query('SELECT count("orderedOn") FROM (SELECT "orderedOn" FROM "Document" ORDER BY "id") document');
  } finally {
    await client.end();
  }
}
