import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolClient } from 'pg';
import { PrismaClient } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** Milliseconds, the longest that a timer of Node has: a restore takes as long as it takes. */
const WITHOUT_LIMIT = 2 ** 31 - 1;

/** One transaction, for statements by Prisma and for COPY on its connection. */
export interface OneTransaction {
  transaction: Transaction;
  client: PoolClient;
}

/**
 * Runs work in one transaction that both Prisma and the driver below it can use.
 * It is committed when the work is done, and rolled back where it throws.
 */
export async function inOneTransaction<Result>(
  url: string,
  work: (both: OneTransaction) => Promise<Result>,
): Promise<Result> {
  const pool = new Pool({ connectionString: url, max: 1, application_name: 'gongbao restore' });
  pool.on('error', () => undefined);
  let client: PoolClient | null = null;
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  Object.assign(pool, { connect: async () => (client = await connect()) });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: true }) });
  try {
    return await prisma.$transaction((transaction) => work({ transaction, client: client! }), {
      timeout: WITHOUT_LIMIT,
      maxWait: WITHOUT_LIMIT,
    });
  } finally {
    await prisma.$disconnect();
  }
}
