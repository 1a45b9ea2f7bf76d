import { Prisma } from '@/lib/db/generated/client';
import { TOTAL_CAP } from '@/lib/search/engine';
import { codesOfWords, gramsOf } from '@/lib/search/text/grams';
import { alternativesOf, listMarked, type SearchQuery } from '@/lib/search/query';
import { provedBy, type Alternatives } from '@/lib/db/search/planner/arms';
import { findBest, readSections } from './best-sections';
import type { Scope } from '@/lib/db/search/planner/conditions';
import { all, hasAny, hasArm } from '@/lib/db/search/sql/alternatives-sql';
import { getFrequencies, rarestOf } from '@/lib/db/search/planner/frequencies';
import { orderSql, type Order } from '@/lib/db/search/planner/order';
import { daySql, packedTitles, unpackTitles, type PackedHits, type TitleHit } from '@/lib/db/search/sql/packed-hits';
import { makePlan, type Plan } from '@/lib/db/search/planner/plan';
import { runStatement } from '@/lib/db/search/sql/pool';
import { speltSql } from '@/lib/db/search/sql/spelt-sql';
import type { SharedScheme } from '@/lib/search/text/scheme';
import { gather, type FindWords, type HitSource } from './source';
import { isHitOfDocument, isHitOfDocuments } from '@/lib/db/search/planner/match-conditions';

/** Sections that can be read in the time that the index takes for one document. */
const SECTIONS_PER_LOOKUP = 6;

/**
 * Makes the source that finds documents with all the words, but in different places.
 *
 * One word may be in the title or in the name of the municipality, another in a section: 本溪 养老. For
 * a search of several words that finds no section and no title with all of them.
 * @param find finds the documents with the rarest word
 */
export function scatteredSource(query: SearchQuery, scope: Scope, find: FindWords): HitSource {
  const words = query.words.map(alternativesOf);
  const marked = listMarked(query.words);
  return {
    titles: (order, limit) => findDocuments(query, scope, find, order, limit),
    // eslint-disable-next-line @typescript-eslint/require-await -- no section has all the words
    async *sections() {
      yield [];
    },
    isLikelyMoreThan: () => Promise.resolve(false),
    // eslint-disable-next-line @typescript-eslint/require-await -- as above
    async *headings() {
      yield [];
    },
    details: (documentIds) => findBest(new Map(), hitsIn(words, scope, documentIds), marked),
    read: (sectionIds) => readSections(marked, sectionIds),
    halves: null,
  };
}

/** Finds the first documents with the rarest word, and keeps those that have the others too. */
async function findDocuments(
  { words, excluded }: SearchQuery,
  scope: Scope,
  find: FindWords,
  order: Order,
  limit: number,
): Promise<TitleHit[]> {
  const alternatives = new Map(words.map((word) => [alternativesOf(word), word]));
  const rarest = await rarestOf([...alternatives.keys()]);
  const source = find({ words: [alternatives.get(rarest)!], title: [], excluded }, scope);
  const [titles, hits] = await Promise.all([
    source.titles(order, TOTAL_CAP),
    gather(source.sections(order, TOTAL_CAP), TOTAL_CAP),
  ]);
  const ids = new Set([...titles, ...hits].map(({ documentId }) => documentId));
  const frequencies = await getFrequencies();
  const title = speltSql(Prisma.sql`document."matchTitle"`, scope.scheme);
  const has = [...alternatives.keys()]
    .filter((word) => word !== rarest)
    .map(
      (word) => Prisma.sql`(${hasAny(title, word)} OR ${hasAny(Prisma.sql`municipality."name"`, word)}
        OR ${inSection(word, [...ids], makePlan([word], { codes: [], scheme: scope.scheme }, 'section', frequencies), scope.scheme)})`,
    );
  const [row] = await runStatement<PackedHits>(Prisma.sql`
    SELECT ${packedTitles} FROM (
    SELECT document."id" AS "documentId", ${daySql(Prisma.sql`document`)} AS "day", true AS "isTyped"
    FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE document."id" = ANY(${[...ids]}::int[]) AND ${all(has)} ORDER BY ${orderSql[order]} LIMIT ${limit}::int
    ) hit`);
  return unpackTitles(row);
}

/**
 * The condition that some section of `document` has the word. The index is asked once for all
 * documents, or for one after the other where the word is in too many other ones.
 */
function inSection(
  word: Alternatives,
  documentIds: number[],
  { arms, rows, most }: Plan,
  scheme: SharedScheme,
): Prisma.Sql {
  const isHit = provedBy(arms, scheme)(word) ? Prisma.sql`true` : hasWord(word, scheme);
  return arms.length === 0 || rows * most > SECTIONS_PER_LOOKUP * documentIds.length
    ? Prisma.sql`EXISTS (SELECT FROM "Section" section WHERE ${isHitOfDocument(arms, scheme)} AND ${isHit})`
    : Prisma.sql`document."id" = ANY(ARRAY(SELECT section."documentId" FROM "Section" section
        WHERE ${all(hasArm(Prisma.sql`section."grams"`, arms))} AND section."documentId" + 0 = ANY(${documentIds}::int[]) AND ${isHit}))`;
}

const hasWord = (word: Alternatives, scheme: SharedScheme): Prisma.Sql =>
  hasAny(speltSql(Prisma.sql`section."matchText"`, scheme), word);

/** Selects sections that have any of the words, with the number of them as their worth. */
function hitsIn(words: readonly Alternatives[], scope: Scope, documentIds: number[]): Prisma.Sql {
  const { scheme } = scope;
  const count = Prisma.join(
    words.map((word) => Prisma.sql`(${hasWord(word, scheme)})::int`),
    ' + ',
  );
  const listed = words.flat();
  // A section with a word that has no grams may have no gram of the others.
  const hasSome = listed.every((word) => gramsOf(word, scheme).codes.length > 0)
    ? Prisma.sql`section."grams" && ${codesOfWords(listed, scheme)}::int[]`
    : Prisma.sql`true`;
  return Prisma.sql`SELECT * FROM (
    SELECT section."id", section."documentId", section."position", ${count} AS "worth"
    FROM "Section" section
    WHERE ${isHitOfDocuments([], documentIds, scheme)} AND ${hasSome} AND ${scope.section}
  ) counted WHERE "worth" > 0`;
}
