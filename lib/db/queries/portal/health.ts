import 'server-only';
import { createReadingClient } from '@/lib/db/client';
import { perDatabase } from '@/lib/db/per-database';
import { within } from '@/lib/db/within';

/** Milliseconds after which the answer is no. */
const TIME_LIMIT = 1000;

/** A connection of its own: the portal is ready also while readers have taken all others. */
const clients = perDatabase('health client', (url) =>
  createReadingClient(url, {
    max: 1,
    application_name: 'gongbao health',
    connectionTimeoutMillis: TIME_LIMIT,
    statement_timeout: TIME_LIMIT,
  }),
);

/** Tests whether the database answers and its last migration is complete. It never throws. */
export async function isReady(): Promise<boolean> {
  return within(TIME_LIMIT, readState()).catch(() => false);
}

async function readState(): Promise<boolean> {
  const [row] = await clients.get().$queryRaw<{ unfinished: bigint }[]>`
    SELECT count(*) AS "unfinished" FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL`;
  // Reading every column of a table proves that the tables fit this build.
  await clients.get().citation.findFirst();
  return row?.unfinished === 0n;
}
