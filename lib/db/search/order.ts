import { Prisma } from '@/lib/db/generated/client';
import type { Sort } from '@/lib/search/engine';

/** The order of days in which hits are looked for; relevance takes the newest first. */
export type Order = 'newest' | 'oldest';

export const orderOf = (sort: Sort): Order => (sort === 'oldest' ? 'oldest' : 'newest');

/** By the day of `document`, then by itself. */
export const orderSql: Record<Order, Prisma.Sql> = {
  newest: Prisma.sql`document."orderedOn" DESC, document."id" DESC`,
  oldest: Prisma.sql`document."orderedOn", document."id"`,
};
