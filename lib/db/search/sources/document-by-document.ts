import { Prisma } from '@/lib/db/generated/client';
import { codesOfArms, provedBy } from '@/lib/db/search/planner/arms';
import { all } from '@/lib/db/search/sql/alternatives-sql';
import { orderSql } from '@/lib/db/search/planner/order';
import { daySql, packedHits, unpackHits, type Hit, type PackedHits } from '@/lib/db/search/sql/packed-hits';
import { runStatement } from '@/lib/db/search/sql/pool';
import { traceStep } from '@/lib/db/search/trace';
import {
  inHeadingSql,
  isHitOfDocument,
  isTypedSection,
  wordsSql,
  type MatchConditions,
} from '@/lib/db/search/planner/match-conditions';

/** Looks through one document after the other, in order, until there are `limit` hits. */
export async function walkDocuments(conditions: MatchConditions, limit: number): Promise<Hit[]> {
  const { words, scope, order } = conditions;
  const arms = codesOfArms(words, scope.scheme);
  const [row] = await runStatement<PackedHits>(Prisma.sql`
    SELECT ${packedHits} FROM (
      SELECT section."id" AS "sectionId", document."id" AS "documentId", ${daySql(Prisma.sql`document`)} AS "day", section."kind", section."partKind", section."inHeading", section."isTyped"
      FROM (
        SELECT document."id", document."orderedOn" FROM "Document" document WHERE ${scope.document} ORDER BY ${orderSql[order]}
      ) document
      CROSS JOIN LATERAL (
        SELECT section."id", section."position", section."kind", section."partKind", ${inHeadingSql(conditions)} AS "inHeading",
          ${isTypedSection(conditions)} AS "isTyped"
        FROM "Section" section WHERE ${all([isHitOfDocument(arms, scope.scheme), scope.section, wordsSql(conditions, provedBy(arms, scope.scheme))])}
        OFFSET 0
      ) section
      ORDER BY ${orderSql[order]}, section."position" LIMIT ${limit}::int
    ) hit`);
  const hits = unpackHits(row);
  traceStep('documents', hits.length);
  return hits;
}
