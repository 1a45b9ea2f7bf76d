import { Client } from 'pg';
import { readEnvironment } from '@/lib/settings/env';
import { applyAll } from './follow';

/** Milliseconds that a run waits for an index that is away. */
const PATIENCE = 20_000;
/** Days after which nobody is believed to feed an index any more. */
const ABANDONED_AFTER = 14;

/**
 * Lets the index take over what a run has stored, where nobody follows: a small site needs no
 * follower. Whatever comes of it, the run has done its work.
 * @param complain gets a sentence where the index is behind
 */
export async function feedAfterRun(url: string, complain: (sentence: string) => void): Promise<void> {
  const { openSearch: nodes } = readEnvironment();
  try {
    if (nodes.length === 0) await forgetAbandoned(url, complain);
    else await applyAll({ url, nodes, signal: AbortSignal.timeout(PATIENCE), say: () => undefined });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain(`The index is behind the database until it answers, or until \`npm run index\`: ${reason}`);
  }
}

/**
 * Forgets indexes that nobody has fed for two weeks, so that changes are not noted for ever.
 *
 * Where OPENSEARCH_URL is set here the follower's work is only late.
 */
async function forgetAbandoned(url: string, complain: (sentence: string) => void): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ forgotten: string | null }>(
      `WITH forgotten AS (
        DELETE FROM "SearchIndex" WHERE EXISTS (SELECT FROM "IndexChange" WHERE "id" > "SearchIndex"."applied" AND "at" < now() - $1 * INTERVAL '1 day')
        RETURNING "name"
      ) SELECT string_agg("name", ', ') AS "forgotten" FROM forgotten`,
      [ABANDONED_AFTER],
    );
    await client.query(`DELETE FROM "IndexChange" WHERE NOT EXISTS (SELECT FROM "SearchIndex")`);
    const forgotten = rows[0]?.forgotten;
    if (forgotten)
      complain(
        `${forgotten}: fed by nobody for ${ABANDONED_AFTER} days, and forgotten. npm run index -- --rebuild makes a new one.`,
      );
  } finally {
    await client.end();
  }
}
