import { Prisma } from '@/lib/db/generated/client';
import type { Sort } from '@/lib/search/engine';

/** The order of days in which hits are looked for; relevance takes the newest first. */
export type Order = 'newest' | 'oldest';

/** Gives the order of days for an order of hits. */
export const orderOf = (sort: Sort): Order => (sort === 'oldest' ? 'oldest' : 'newest');

/** Sorts by day, then by document. */
export const byDay = (order: Order, day: Prisma.Sql, document: Prisma.Sql): Prisma.Sql =>
  order === 'newest' ? Prisma.sql`${day} DESC, ${document} DESC` : Prisma.sql`${day}, ${document}`;

const orderOfDocuments = (order: Order): Prisma.Sql =>
  byDay(order, Prisma.sql`document."orderedOn"`, Prisma.sql`document."id"`);

/** Sorts `document` by its day, then by its id. */
export const orderSql: Record<Order, Prisma.Sql> = {
  newest: orderOfDocuments('newest'),
  oldest: orderOfDocuments('oldest'),
};
