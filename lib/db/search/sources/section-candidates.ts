import { Prisma } from '@/lib/db/generated/client';
import { provedBy } from '@/lib/db/search/planner/arms';
import { all, hasArm } from '@/lib/db/search/sql/alternatives-sql';
import type { PeriodHits } from './look';
import { byDay } from '@/lib/db/search/planner/order';
import { daySql, packedHits, unpackHits, type Hit, type PackedHits } from '@/lib/db/search/sql/packed-hits';
import { codesOf, isWithin, type Period } from '@/lib/db/search/planner/periods';
import { runStatement } from '@/lib/db/search/sql/pool';
import { inHeadingSql, isTypedSection, wordsSql, type MatchConditions } from '@/lib/db/search/planner/match-conditions';

/**
 * Looks for sections of one period through the index on grams; see Look.
 *
 * Candidates are put in order before their documents are checked, so that no more documents are
 * checked than hits are asked for.
 */
export async function lookForSections(
  conditions: MatchConditions,
  arms: number[][],
  period: Period,
  limit: number,
  candidateLimit: number | null,
): Promise<PeriodHits<Hit> | null> {
  const { scope, order, target } = conditions;
  const column = target === 'heading' ? Prisma.sql`section."headingGrams"` : Prisma.sql`section."grams"`;
  const ofPeriod = codesOf(period, scope.scheme);
  const isCandidate = all([
    ...hasArm(column, arms),
    ...(ofPeriod.length > 0 ? [Prisma.sql`${column} && ${ofPeriod}::int[]`] : []),
    isWithin(Prisma.sql`section."orderedOn"`, period),
    scope.section,
  ]);
  const inOrder = byDay(order, Prisma.sql`candidate."orderedOn"`, Prisma.sql`candidate."documentId"`);
  const isFewEnough =
    candidateLimit === null ? Prisma.sql`true` : Prisma.sql`(SELECT count(*) FROM candidate) <= ${candidateLimit}::int`;
  const isInScope = scope.beyondCodes
    ? Prisma.sql`EXISTS (SELECT FROM "Document" document WHERE document."id" = candidate."documentId" AND ${scope.beyondCodes} OFFSET 0)`
    : Prisma.sql`true`;
  const [row] = await runStatement<PackedHits & { candidates: number }>(Prisma.sql`
    WITH candidate AS MATERIALIZED (
      SELECT section."id" AS "sectionId", section."documentId", section."orderedOn", section."position", section."kind", section."partKind",
        ${inHeadingSql(conditions)} AS "inHeading", ${wordsSql(conditions, provedBy(arms, scope.scheme))} AS "hasWords",
        ${isTypedSection(conditions)} AS "isTyped"
      FROM "Section" section WHERE ${isCandidate} ${candidateLimit === null ? Prisma.empty : Prisma.sql`LIMIT ${candidateLimit + 1}::int`}
    )
    SELECT (SELECT count(*)::int FROM candidate) AS "candidates", ${packedHits} FROM (
      SELECT candidate.*, ${daySql(Prisma.sql`candidate`)} AS "day"
      -- OFFSET 0: first the order, then one document after the other, until there are enough.
      FROM (SELECT * FROM candidate WHERE candidate."hasWords" AND ${isFewEnough} ORDER BY ${inOrder}, candidate."position" OFFSET 0) candidate
      WHERE ${isInScope} LIMIT ${limit}::int
    ) hit`);
  const candidates = row?.candidates ?? 0;
  return candidateLimit !== null && candidates > candidateLimit ? null : { hits: unpackHits(row), candidates };
}
