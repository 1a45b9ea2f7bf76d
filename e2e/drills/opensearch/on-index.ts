import { randomBytes } from 'node:crypto';
import type { EngineFactory } from '@/lib/db/search/testing/contract/engine-factory';
import { getClient } from '@/lib/db/client';
import { engine } from '@/lib/db/search/index';
import { closeIndexes, makeClient } from '@/lib/db/search/opensearch/client';
import { dropIndexes } from '@/lib/db/search/opensearch/feeding/drop-indexes';
import { leading, type FeedOptions } from '@/lib/db/search/opensearch/feeding/follow';
import { rebuildIndex } from '@/lib/db/search/opensearch/feeding/rebuild';
import { closeSearch } from '@/lib/db/search/sql/pool';

/** How a database is fed into an index of these nodes. */
export const feedOptions = (nodes: readonly string[], url = process.env.DATABASE_URL!): FeedOptions => ({
  url,
  nodes,
  signal: new AbortController().signal,
  say: () => undefined,
});

/** Builds an index of a database; searches of this process ask it from then on. */
export async function buildIndex(options: FeedOptions, size = { shards: 1, replicas: 0 }): Promise<string> {
  const prefix = `test_${randomBytes(4).toString('hex')}`;
  process.env.OPENSEARCH_URL = options.nodes.join(' ');
  const built = await leading(options, 'builder', (applying) =>
    rebuildIndex(applying, { ...size, prefix, say: options.say }),
  );
  if (!built) throw new Error('Another one builds.');
  return built.result.name;
}

/** Makes searches of this process ask PostgreSQL again. */
export function leaveIndex(): void {
  delete process.env.OPENSEARCH_URL;
  delete process.env.SEARCH_FALLBACK;
}

/** The engine whose words are found by OpenSearch, and by nothing else. */
export const onOpenSearch = (nodes: () => readonly string[], shards: number): EngineFactory => ({
  name: `OpenSearch, ${shards} shards`,
  open: async () => {
    await buildIndex(feedOptions(nodes()), { shards, replicas: 0 });
    process.env.SEARCH_FALLBACK = 'none';
    return {
      engine,
      close: async () => {
        await dropIndexes(feedOptions(nodes()));
        leaveIndex();
        await closeIndexes();
        await closeSearch();
        await getClient().$disconnect();
      },
    };
  },
});

/** Asks the cluster itself. */
export async function askCluster(
  nodes: readonly string[],
  address: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const client = await makeClient(nodes, 30_000);
  try {
    const { body: answer } = (await client.transport.request({
      method: body ? 'POST' : 'GET',
      path: address,
      ...(body && { body }),
    })) as { body: unknown };
    return answer as Record<string, unknown>;
  } finally {
    await client.close();
  }
}
