import { Client } from 'pg';
import { makeClient } from '@/lib/db/search/opensearch/client';
import { ownSpelling } from '@/lib/db/search/opensearch/definition';
import { listHeldIndexes } from '@/lib/db/search/opensearch/feeding/progress';
import type { Environment } from '@/lib/settings/env';

/** Milliseconds that the index may take to answer. */
const PATIENCE = 3000;

/** Prints what OpenSearch says of itself; warns where it cannot find words for this database. */
export async function lookAtIndex(
  { openSearch: nodes, databaseReadUrl, databaseUrl, searchFallback }: Environment,
  print: (line: string) => void,
  warnings: string[],
): Promise<void> {
  const instead = searchFallback === 'none' ? 'nobody finds words' : 'PostgreSQL finds words';
  const index = await makeClient(nodes, PATIENCE);
  try {
    const { body } = await index.cluster.health();
    print(`OpenSearch: ${body.number_of_data_nodes} nodes for data, ${body.status}.`);
    if (body.status === 'red') warnings.push(`OpenSearch lacks a shard: ${instead}.`);
  } catch (error) {
    warnings.push(
      `OpenSearch does not answer (${error instanceof Error ? error.message : String(error)}): ${instead}.`,
    );
  } finally {
    await index.close();
  }
  const url = databaseReadUrl ?? databaseUrl;
  const live = url === undefined ? null : await findLiveName(url).catch(() => null);
  if (live !== null) print(`Index: ${live}.`);
  else
    warnings.push(
      `There is no index of this database: \`npm run index -- --rebuild\` makes one. Until then ${instead}.`,
    );
}

async function findLiveName(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const live = (await listHeldIndexes(client)).find(({ isLive, spelling }) => isLive && spelling === ownSpelling);
    return live?.name ?? null;
  } finally {
    await client.end();
  }
}
