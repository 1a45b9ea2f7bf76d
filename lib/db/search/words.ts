import { Prisma } from '@/lib/db/generated/client';
import type { SearchQuery } from '@/lib/search/query';
import { findBest, readBest, readSections } from './best-sections';
import { collectHits, inHeadingSql, proofSql, type Wanted } from './collect';
import { hasTitleWords, type Scope } from './conditions';
import { orderSql, type Order } from './order';
import { daySql, packedTitles, unpackTitles, type PackedHits, type TitleHit } from './packed-hits';
import { run } from './pool';
import type { FoundSections, HitSource } from './source';

/** Finds by words; without words, the documents of the scope alone. */
export function wordSource({ words, excluded }: Pick<SearchQuery, 'words' | 'excluded'>, scope: Scope): HitSource {
  const wanted = { words, excluded, scope };
  const hasWords = words.length > 0;
  return {
    titles: (order, limit) =>
      hasWords && scope.limitsPlace ? Promise.resolve([]) : findTitles(words, excluded, scope, order, limit),
    sections: (order, limit) => (hasWords ? collectHits({ ...wanted, target: 'section', order }, limit) : none()),
    headings: (limit) => (hasWords ? collectHits({ ...wanted, target: 'heading', order: 'newest' }, limit) : none()),
    details: async (documentIds, known) => {
      if (!hasWords) return new Map<number, FoundSections>();
      if (known) return readBest(words, documentIds, known);
      return findBest(hitsIn({ ...wanted, target: 'section', order: 'newest' }, documentIds), words);
    },
    read: (sectionIds) => readSections(words, sectionIds),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- nothing to wait for
async function* none(): AsyncGenerator<never> {
  yield* [];
}

async function findTitles(
  words: string[],
  excluded: string[],
  scope: Scope,
  order: Order,
  limit: number,
): Promise<TitleHit[]> {
  const excludes = excluded.map((word) => Prisma.sql`AND strpos(document."matchTitle", ${word}) = 0`);
  const [row] = await run<PackedHits>(Prisma.sql`
    SELECT ${packedTitles} FROM (
    SELECT document."id" AS "documentId", ${daySql} AS "day" FROM "Document" document
    WHERE ${scope.document} AND ${hasTitleWords(words)} ${excludes.length > 0 ? Prisma.join(excludes, ' ') : Prisma.empty}
    ORDER BY ${orderSql[order]} LIMIT ${limit}::int
    ) hit`);
  return unpackTitles(row);
}

/** All hits in some documents. */
const hitsIn = (wanted: Wanted, documentIds: number[]): Prisma.Sql => Prisma.sql`
  SELECT section."id", section."documentId", section."position", (${inHeadingSql(wanted)})::int AS "worth"
  FROM "Section" section WHERE section."documentId" = ANY(${documentIds}::int[]) AND ${proofSql(wanted, () => false)}`;
