import { makeClient } from '@/lib/db/search/opensearch/client';
import { inTransaction, takeLead } from './leading';
import { listHeldIndexes } from './progress';
import type { FeedOptions } from './follow';

/**
 * Removes all indexes of this database, and notes changes no more: the way back to PostgreSQL
 * alone.
 * @returns how many they were; null where somebody feeds or builds one
 */
export async function dropIndexes({ url, nodes, say }: FeedOptions): Promise<number | null> {
  const leads = [await takeLead(url, 'follower'), await takeLead(url, 'builder')];
  const index = await makeClient(nodes);
  try {
    const [follower, builder] = leads;
    if (!follower || !builder) return null;
    const { client } = follower;
    const held = await listHeldIndexes(client);
    // First, so that no search asks for what is about to go.
    await inTransaction(client, async () => {
      await client.query('DELETE FROM "SearchIndex"');
      await client.query('DELETE FROM "IndexChange"');
    });
    for (const { name } of held) {
      await index.indices.delete({ index: name, ignore_unavailable: true });
      say(`Removed ${name}`);
    }
    return held.length;
  } finally {
    await index.close();
    for (const lead of leads) await lead?.end();
  }
}
