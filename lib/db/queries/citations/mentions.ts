import 'server-only';
import { RELATIONS, type Relation } from '@/lib/gazette/ast';
import { MENTIONS_PER_PAGE, type CitingFilter } from '@/lib/addresses/citing-params';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { asCitingSection, citingSectionSelect } from '@/lib/db/queries/selects';

/** How many mentions have each relation. */
export type RelationCounts = { relation: Relation; count: number }[];

/**
 * Lists a page of mentions by relation, the newest first, and counts the relations.
 *
 * What ends or changes a document comes first. The definition of an alias is no mention. Of each
 * relation only the rows of the page are read, in the order of an index: a first page costs the
 * same however many mentions there are.
 * @param condition on `citation` (table "Citation")
 * @param filter the relation and page that are asked for
 * @param known the counts, where they are known
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
  const slices = listSlices(listed, page);
  const ids = await client.$queryRaw<{ id: bigint }[]>`
    SELECT mention."id"::int8 AS "id"
    FROM unnest(${slices.map((each) => each.relation)}::text[], ${slices.map(({ skip }) => skip)}::int[], ${slices.map(({ take }) => take)}::int[])
      WITH ORDINALITY AS slice("relation", "skip", "take", "at")
    CROSS JOIN LATERAL (
      SELECT citation."id", citation."orderedOn", citation."documentId", citation."position" FROM "Citation" citation
      WHERE NOT citation."aliasDefinition" AND citation."relation" = slice."relation" AND ${condition}
      ORDER BY citation."orderedOn" DESC, citation."documentId" DESC, citation."position"
      LIMIT slice."take" OFFSET slice."skip"
    ) mention
    ORDER BY slice."at", mention."orderedOn" DESC, mention."documentId" DESC, mention."position"`;
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
/** A page of mentions. */
export type Mentions = Awaited<ReturnType<typeof listMentions>>;

const countRelations = async (condition: Prisma.Sql): Promise<RelationCounts> =>
  getClient().$queryRaw<RelationCounts>`
    SELECT citation."relation", count(*)::int AS "count" FROM "Citation" citation
    WHERE NOT citation."aliasDefinition" AND ${condition} GROUP BY citation."relation"`;

/** Lists the rows of each relation that are on a page of the whole list. */
function listSlices(
  relations: Readonly<RelationCounts>,
  page: number,
): { relation: Relation; skip: number; take: number }[] {
  let [skip, left] = [(page - 1) * MENTIONS_PER_PAGE, MENTIONS_PER_PAGE];
  return relations.flatMap(({ relation, count }) => {
    const slice = { relation, skip, take: Math.min(left, count - skip) };
    skip = Math.max(0, skip - count);
    if (slice.take <= 0) return [];
    left -= slice.take;
    return [slice];
  });
}
