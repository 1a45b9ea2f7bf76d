import type { PrismaClient } from '@/lib/db/generated/client';

/** The client inside a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
