import { Client } from 'pg';
import { keepIngestsOutOf } from '@/lib/db/ingest/transaction';
import { ownSpelling } from '@/lib/db/search/opensearch/definition';

// Any numbers that are not used for other locks.
const FOLLOWER_LOCK = 20180060;
const BUILDER_LOCK = 20180061;

/** A session of PostgreSQL that may feed or build an index. */
export interface Lead {
  client: Client;
  /** Ends the session, and with it the right. */
  end: () => Promise<void>;
  /** Aborted when the session is lost: somebody else may lead by then. */
  lost: AbortSignal;
}

/** What somebody leads: what feeds the live index, or what builds another one. */
export type Led = 'follower' | 'builder';

/**
 * Takes the lead where nobody has it.
 * @returns null where somebody else leads
 */
export async function takeLead(url: string, led: Led): Promise<Lead | null> {
  const client = new Client({ connectionString: url, application_name: `gongbao index ${led}`, keepAlive: true });
  const lost = new AbortController();
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  const { rows } = await client.query<{ leads: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS "leads"', [
    led === 'follower' ? FOLLOWER_LOCK : BUILDER_LOCK,
    // Two releases that spell texts otherwise feed an index each.
    Number(ownSpelling.split(':')[1]),
  ]);
  const end = async () => client.end().catch(() => undefined);
  if (rows[0]?.leads) return { client, end, lost: lost.signal };
  await end();
  return null;
}

/** Runs statements that see one state of the data. */
export const inOneState = <Result>(client: Client, work: () => Promise<Result>): Promise<Result> =>
  inTransaction(client, work, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');

/** Runs statements of which all are done, or none. */
export async function inTransaction<Result>(
  client: Client,
  work: () => Promise<Result>,
  begin = 'BEGIN',
): Promise<Result> {
  await client.query(begin);
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Does something while no ingest stores anything. */
export async function withoutIngests(url: string, work: () => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'gongbao index comparing' });
  // Its next statement fails, then. Without a listener this process would.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await inTransaction(client, async () => {
      await keepIngestsOutOf(client);
      await work();
    });
  } finally {
    await client.end();
  }
}
