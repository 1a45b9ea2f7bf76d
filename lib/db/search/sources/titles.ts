import { Prisma } from '@/lib/db/generated/client';
import { byPeriods } from './collect';
import type { PeriodHits } from './look';
import { hasTitleWords, type Scope } from '@/lib/db/search/planner/conditions';
import { all } from '@/lib/db/search/sql/alternatives-sql';
import { isTypedSql, type WordConditions } from '@/lib/db/search/planner/match-conditions';
import { getFrequencies } from '@/lib/db/search/planner/frequencies';
import { orderSql, type Order } from '@/lib/db/search/planner/order';
import { daySql, packedTitles, unpackTitles, type PackedHits, type TitleHit } from '@/lib/db/search/sql/packed-hits';
import { codesOf, isWithin } from '@/lib/db/search/planner/periods';
import { makePlan } from '@/lib/db/search/planner/plan';
import { traceStep } from '@/lib/db/search/trace';
import { runStatement } from '@/lib/db/search/sql/pool';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';

/** What a document has to be to be a hit by its title; without words, to be in the scope. */
interface TitleConditions extends WordConditions {
  scope: Scope;
  order: Order;
}

/** Finds documents by their titles in an order, at most `limit`. */
export async function findTitleHits(conditions: TitleConditions, limit: number): Promise<TitleHit[]> {
  const { words, scope, order } = conditions;
  const plan = makePlan(words, { codes: [], scheme: scope.scheme }, 'title', await getFrequencies());
  if (plan.arms.length === 0 || scope.narrow) {
    const hits = await look(conditions, [], limit);
    traceStep('documents', hits.length);
    return hits;
  }
  const hits: TitleHit[] = [];
  const steps = byPeriods(plan, scope, order, limit, async (period, most): Promise<PeriodHits<TitleHit>> => {
    const ofPeriod = codesOf(period, scope.scheme);
    const within = [
      ...(ofPeriod.length > 0 ? [Prisma.sql`document."titleGrams" && ${ofPeriod}::int[]`] : []),
      isWithin(Prisma.sql`document."orderedOn"`, period),
    ];
    const ofStep = await look(conditions, within, most);
    return { hits: ofStep, candidates: ofStep.length };
  });
  for await (const ofStep of steps) hits.push(...ofStep);
  return hits;
}

async function look(
  { words, typed, excluded, scope, order }: TitleConditions,
  within: Prisma.Sql[],
  limit: number,
): Promise<TitleHit[]> {
  const title = speltSql(Prisma.sql`document."matchTitle"`, scope.scheme);
  const isHit = all([
    scope.document,
    ...(words.length > 0 ? [hasTitleWords(words, scope.scheme)] : []),
    ...within,
    ...excluded.map((word) => Prisma.sql`strpos(${title}, ${word}) = 0`),
  ]);
  const [row] = await runStatement<PackedHits>(Prisma.sql`
    SELECT ${packedTitles} FROM (
      SELECT document."id" AS "documentId", ${daySql(Prisma.sql`document`)} AS "day",
        ${isTypedSql(typed, Prisma.sql`document."matchTitle"`, scope.scheme)} AS "isTyped" FROM "Document" document
      WHERE ${isHit} ORDER BY ${orderSql[order]} LIMIT ${limit}::int
    ) hit`);
  return unpackTitles(row);
}
