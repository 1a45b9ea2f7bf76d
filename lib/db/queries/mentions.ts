import 'server-only';
import type { Relation } from '@/lib/gazette/ast';
import { MENTIONS_PER_PAGE, RELATIONS, type CitingFilter } from '@/lib/citing-params';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { asCitingSection, citingSectionSelect } from './selects';

/**
 * Takes a condition on `citation` (table "Citation") and `citing` (its document), and which part of the list is asked for; gives
 * the mentions on that page, what ends or changes a document first, in each relation the newest first, and how many there are of
 * each relation. The definition of an alias is no mention.
 */
export async function listMentions(condition: Prisma.Sql, { relation, page }: CitingFilter = { page: 1 }) {
  const client = getClient();
  const from = Prisma.sql`FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
    WHERE NOT citation."aliasDefinition" AND ${condition}`;
  const ofRelation = relation === undefined ? Prisma.empty : Prisma.sql`AND citation."relation" = ${relation}`;
  const [counts, ids] = await Promise.all([
    client.$queryRaw<{ relation: Relation; count: number }[]>`
      SELECT citation."relation", count(*)::int AS "count" ${from} GROUP BY citation."relation"`,
    client.$queryRaw<{ id: number }[]>`
      SELECT citation."id" ${from} ${ofRelation}
      ORDER BY array_position(${RELATIONS}::text[], citation."relation"), citing."orderedOn" DESC, citing."id" DESC, citation."position"
      LIMIT ${MENTIONS_PER_PAGE} OFFSET ${(page - 1) * MENTIONS_PER_PAGE}`,
  ]);
  const rows = await client.citation.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: { id: true, ...citingSectionSelect },
  });
  const byId = new Map(rows.map(({ id, ...row }) => [id, asCitingSection(row)]));
  const relations = RELATIONS.flatMap((kind) => counts.find((count) => count.relation === kind) ?? []);
  const total = relations.reduce((sum, { count }) => sum + count, 0);
  const listed = relations.find((one) => one.relation === relation)?.count ?? (relation === undefined ? total : 0);
  return {
    total,
    relations,
    relation,
    mentions: ids.flatMap(({ id }) => byId.get(id) ?? []),
    page,
    pages: Math.ceil(listed / MENTIONS_PER_PAGE),
  };
}
export type Mentions = Awaited<ReturnType<typeof listMentions>>;
