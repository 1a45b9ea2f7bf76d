import 'server-only';
import { RELATIONS, type Relation } from '@/lib/gazette/ast';
import { MENTIONS_PER_PAGE, type CitingFilter } from '@/lib/addresses/citing-params';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { asCitingSection, citingSectionSelect } from '@/lib/db/queries/selects';

/** How many mentions are of each relation. */
export type RelationCounts = { relation: Relation; count: number }[];

/**
 * Takes a condition on `citation` (table "Citation"), which part of the list is asked for, and how
 * many there are of each relation where that is known; gives the mentions on that page, what ends
 * or changes a document first, in each relation the newest first, and the counts. The definition of
 * an alias is no mention. Of each relation the page's stretch is read in the order of an index: a
 * first page costs the same however many mentions there are.
 */
export async function listMentions(
  condition: Prisma.Sql,
  { relation, page }: CitingFilter = { page: 1 },
  known?: Promise<RelationCounts>,
) {
  const client = getClient();
  const counts = await (known ?? countRelations(condition));
  const relations = RELATIONS.flatMap((kind) => counts.find((count) => count.relation === kind) ?? []);
  const total = relations.reduce((sum, { count }) => sum + count, 0);
  const listed = relation === undefined ? relations : relations.filter((one) => one.relation === relation);
  const stretches = listStretches(listed, page);
  const ids = await client.$queryRaw<{ id: number }[]>`
    SELECT mention."id"
    FROM unnest(${stretches.map((each) => each.relation)}::text[], ${stretches.map(({ skip }) => skip)}::int[], ${stretches.map(({ take }) => take)}::int[])
      WITH ORDINALITY AS stretch("relation", "skip", "take", "at")
    CROSS JOIN LATERAL (
      SELECT citation."id", citation."orderedOn", citation."documentId", citation."position" FROM "Citation" citation
      WHERE NOT citation."aliasDefinition" AND citation."relation" = stretch."relation" AND ${condition}
      ORDER BY citation."orderedOn" DESC, citation."documentId" DESC, citation."position"
      LIMIT stretch."take" OFFSET stretch."skip"
    ) mention
    ORDER BY stretch."at", mention."orderedOn" DESC, mention."documentId" DESC, mention."position"`;
  const rows = await client.citation.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    select: { id: true, ...citingSectionSelect },
  });
  const byId = new Map(rows.map(({ id, ...row }) => [id, asCitingSection(row)]));
  return {
    total,
    relations,
    relation,
    mentions: ids.flatMap(({ id }) => byId.get(id) ?? []),
    page,
    pages: Math.ceil(listed.reduce((sum, { count }) => sum + count, 0) / MENTIONS_PER_PAGE),
  };
}
export type Mentions = Awaited<ReturnType<typeof listMentions>>;

const countRelations = async (condition: Prisma.Sql): Promise<RelationCounts> =>
  getClient().$queryRaw<RelationCounts>`
    SELECT citation."relation", count(*)::int AS "count" FROM "Citation" citation
    WHERE NOT citation."aliasDefinition" AND ${condition} GROUP BY citation."relation"`;

/** What of each relation stands on a page of the whole list. */
function listStretches(
  relations: Readonly<RelationCounts>,
  page: number,
): { relation: Relation; skip: number; take: number }[] {
  let [skip, room] = [(page - 1) * MENTIONS_PER_PAGE, MENTIONS_PER_PAGE];
  return relations.flatMap(({ relation, count }) => {
    const stretch = { relation, skip, take: Math.min(room, count - skip) };
    skip = Math.max(0, skip - count);
    if (stretch.take <= 0) return [];
    room -= stretch.take;
    return [stretch];
  });
}
