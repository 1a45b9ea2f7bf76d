import { Prisma } from '@/lib/db/generated/client';
import { TOTAL_CAP } from '@/lib/search/engine';
import { codesOfWords, gramsOf } from '@/lib/search/text/grams';
import type { SearchQuery } from '@/lib/search/query';
import { findBest, readSections } from './best-sections';
import { all, type Scope } from '@/lib/db/search/planner/conditions';
import { getFrequencies, rarestOf } from '@/lib/db/search/planner/frequencies';
import { orderSql, type Order } from '@/lib/db/search/planner/order';
import { daySql, packedTitles, unpackTitles, type PackedHits, type TitleHit } from '@/lib/db/search/sql/packed-hits';
import { makePlan, type Plan } from '@/lib/db/search/planner/plan';
import { runStatement } from '@/lib/db/search/sql/pool';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { gather, type HitSource } from './source';
import { isHitOfDocument, isHitOfDocuments, provedBy } from '@/lib/db/search/planner/match-conditions';
import { wordSource } from './word-source';

/** Sections that can be read in the time that the index takes for one document. */
const SECTIONS_PER_LOOKUP = 6;

/**
 * Makes the source that finds documents with all the words, but in different places.
 *
 * One word may be in the title or in the name of the municipality, another in a section: 本溪 养老. For
 * a search of several words that finds no section and no title with all of them.
 */
export function scatteredSource(query: SearchQuery, scope: Scope): HitSource {
  const { words } = query;
  return {
    titles: (order, limit) => findDocuments(query, scope, order, limit),
    // eslint-disable-next-line @typescript-eslint/require-await -- no section has all the words
    async *sections() {
      yield [];
    },
    isLikelyMoreThan: () => Promise.resolve(false),
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async *headings() {
      yield [];
    },
    details: (documentIds) => findBest(new Map(), hitsIn(query, scope, documentIds), words),
    read: (sectionIds) => readSections(words, sectionIds),
  };
}

/** Finds the first documents with the rarest word, and keeps those that have the others too. */
async function findDocuments(
  { words, excluded }: SearchQuery,
  scope: Scope,
  order: Order,
  limit: number,
): Promise<TitleHit[]> {
  const rarest = await rarestOf(words);
  const source = wordSource({ words: [rarest], excluded }, scope);
  const [titles, hits] = await Promise.all([
    source.titles(order, TOTAL_CAP),
    gather(source.sections(order, TOTAL_CAP), TOTAL_CAP),
  ]);
  const ids = new Set([...titles, ...hits].map(({ documentId }) => documentId));
  const frequencies = await getFrequencies();
  const has = words
    .filter((word) => word !== rarest)
    .map(
      (
        word,
      ) => Prisma.sql`(strpos(${speltSql(Prisma.sql`document."matchTitle"`, scope.scheme)}, ${word}) > 0 OR strpos(municipality."name", ${word}) > 0
        OR ${inSection(word, [...ids], makePlan([word], { codes: [], scheme: scope.scheme }, 'section', frequencies), scope.scheme)})`,
    );
  const [row] = await runStatement<PackedHits>(Prisma.sql`
    SELECT ${packedTitles} FROM (
    SELECT document."id" AS "documentId", ${daySql(Prisma.sql`document`)} AS "day"
    FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE document."id" = ANY(${[...ids]}::int[]) AND ${all(has)} ORDER BY ${orderSql[order]} LIMIT ${limit}::int
    ) hit`);
  return unpackTitles(row);
}

/**
 * The condition that some section of `document` has the word. The index is asked once for all
 * documents, or for one after the other where the word is in too many other ones.
 */
function inSection(word: string, documentIds: number[], { codes, rows, most }: Plan, scheme: SharedScheme): Prisma.Sql {
  const isHit = provedBy(codes, scheme)(word) ? Prisma.sql`true` : hasWord(word, scheme);
  return codes.length === 0 || rows * most > SECTIONS_PER_LOOKUP * documentIds.length
    ? Prisma.sql`EXISTS (SELECT FROM "Section" section WHERE ${isHitOfDocument(codes, scheme)} AND ${isHit})`
    : Prisma.sql`document."id" = ANY(ARRAY(SELECT section."documentId" FROM "Section" section
        WHERE section."grams" @> ${codes}::int[] AND section."documentId" + 0 = ANY(${documentIds}::int[]) AND ${isHit}))`;
}

const hasWord = (word: string, scheme: SharedScheme): Prisma.Sql =>
  Prisma.sql`strpos(${speltSql(Prisma.sql`section."matchText"`, scheme)}, ${word}) > 0`;

/** Selects sections that have any of the words, with the number of them as their worth. */
function hitsIn({ words }: SearchQuery, scope: Scope, documentIds: number[]): Prisma.Sql {
  const { scheme } = scope;
  const count = Prisma.join(
    words.map((word) => Prisma.sql`(${hasWord(word, scheme)})::int`),
    ' + ',
  );
  // A section with a word that has no grams may have no gram of the others.
  const hasSome = words.every((word) => gramsOf(word, scheme).codes.length > 0)
    ? Prisma.sql`section."grams" && ${codesOfWords(words, scheme)}::int[]`
    : Prisma.sql`true`;
  return Prisma.sql`SELECT * FROM (
    SELECT section."id", section."documentId", section."position", ${count} AS "worth"
    FROM "Section" section
    WHERE ${isHitOfDocuments([], documentIds, scheme)} AND ${hasSome} AND ${scope.section}
  ) counted WHERE "worth" > 0`;
}
