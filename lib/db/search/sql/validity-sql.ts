import { Prisma } from '@/lib/db/generated/client';

/** The condition that a period of validity includes today, in China wherever the server is. */
const isToday = Prisma.sql`(period."startsOn" IS NULL OR period."startsOn" <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
  AND (period."endsOn" IS NULL OR period."endsOn" >= (now() AT TIME ZONE 'Asia/Shanghai')::date)`;

/**
 * Gives the state of validity of `document` today, as the ingest stored it
 * (lib/validity/periods.ts).
 *
 * A condition reads `${validitySql} = 'repealed'`. The statement has to have "Document" as
 * `document`.
 */
export const validitySql = Prisma.sql`coalesce(
  (SELECT period."state" FROM "ValidityPeriod" period WHERE period."documentId" = document."id" AND ${isToday}), 'unknown')`;

/**
 * Selects the states of validity of many documents today.
 * @returns rows of `documentId` and `validity`; none for a document of unknown state
 */
export const validitiesSql = (documentIds: number[]): Prisma.Sql => Prisma.sql`
  SELECT period."documentId", period."state" AS "validity" FROM "ValidityPeriod" period
  WHERE period."documentId" = ANY(${documentIds}::int[]) AND ${isToday}`;

/**
 * Gives an array of the ids of documents in a state today.
 *
 * For states in which few documents are.
 */
export const inStateSql = (state: string): Prisma.Sql =>
  Prisma.sql`ARRAY(SELECT period."documentId" FROM "ValidityPeriod" period WHERE period."state" = ${state} AND ${isToday})`;
