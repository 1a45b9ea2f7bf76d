import type { ClientBase } from 'pg';
import type { PrismaClient } from '@/lib/db/generated/client';

/** The client inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

// Any number that is not used for another lock. Ingests store one file at a time, also those of two
// terminals.
const ADVISORY_LOCK = 20180058;
const TIME_LIMIT = 10 * 60 * 1000;

/** Runs work in a transaction while no other ingest stores anything. */
export async function storeAlone<Result>(
  prisma: PrismaClient,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return runLong(prisma, async (transaction) => {
    await keepIngestsOut(transaction);
    return work(transaction);
  });
}

/** Runs work in a transaction that may take as long as the largest file. */
export const runLong = async <Result>(
  prisma: PrismaClient,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => prisma.$transaction(work, { timeout: TIME_LIMIT, maxWait: TIME_LIMIT });

/** Waits until no ingest stores anything, and keeps all out until the transaction ends. */
export async function keepIngestsOut(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
}

/** The same for a transaction of a plain connection. */
export async function keepIngestsOutOf(client: ClientBase): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
}

/** Gives the time now, not that of the transaction's beginning: it may have waited for others. */
export async function readClock(transaction: Transaction): Promise<Date> {
  const [row] = await transaction.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp()::timestamptz(3) AS "now"`;
  return row.now;
}
