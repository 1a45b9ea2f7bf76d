import { Prisma } from '@/lib/db/generated/client';

/**
 * Condition on a period of validity: today is in it. The day is that of China, wherever the server
 * stands.
 */
const isToday = Prisma.sql`(period."startsOn" IS NULL OR period."startsOn" <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
  AND (period."endsOn" IS NULL OR period."endsOn" >= (now() AT TIME ZONE 'Asia/Shanghai')::date)`;

/**
 * The validity of `document` today, as lib/validity/decide.ts judged it when it was stored: see
 * lib/validity/periods.ts. A condition reads `${validitySql} = 'repealed'`. Expects the table
 * "Document" under the name `document`.
 */
export const validitySql = Prisma.sql`coalesce(
  (SELECT period."state" FROM "ValidityPeriod" period WHERE period."documentId" = document."id" AND ${isToday}), 'unknown')`;

/**
 * The same for many documents at once: takes their ids; gives rows of `documentId` and `validity`,
 * none for one of which nothing is known.
 */
export const validitiesSql = (documentIds: number[]): Prisma.Sql => Prisma.sql`
  SELECT period."documentId", period."state" AS "validity" FROM "ValidityPeriod" period
  WHERE period."documentId" = ANY(${documentIds}::int[]) AND ${isToday}`;

/** Ids of the documents that are in a state today, as an array; for a state in which few are. */
export const inStateSql = (state: string): Prisma.Sql =>
  Prisma.sql`ARRAY(SELECT period."documentId" FROM "ValidityPeriod" period WHERE period."state" = ${state} AND ${isToday})`;
