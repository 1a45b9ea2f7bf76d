import type { PrismaClient } from '@/lib/db/generated/client';

/** The client inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

// Any number that nobody else takes: ingests go one file at a time, also those of two terminals.
const ADVISORY_LOCK = 20180058;
const TIME_LIMIT = 10 * 60 * 1000;

/**
 * Runs `work` in one transaction, when nobody else is storing anything; gives what `work` gives.
 * All of it is stored or nothing.
 */
export async function storeAlone<Result>(
  prisma: PrismaClient,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${ADVISORY_LOCK})`;
      return work(transaction);
    },
    { timeout: TIME_LIMIT, maxWait: TIME_LIMIT },
  );
}
