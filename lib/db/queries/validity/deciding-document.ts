import { Prisma } from '@/lib/db/generated/client';

/**
 * Joins the issue of `document`, and its own clauses on its first day in force: `starts` has the
 * earliest day and how many there are.
 */
export const decidingDocument = Prisma.sql`
  LEFT JOIN "Issue" issue ON issue."id" = document."issueId"
  CROSS JOIN LATERAL (
    SELECT min(clause."day") AS "day", count(*) AS "count" FROM "ValidityClause" clause
    WHERE clause."documentId" = document."id" AND clause."kind" = 'starts'
  ) starts`;
