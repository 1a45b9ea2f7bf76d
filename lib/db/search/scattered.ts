import { Prisma } from '@/lib/db/generated/client';
import { FURTHER_SECTIONS, SECTIONS_PER_DOCUMENT, TOTAL_CAP } from '@/lib/search/engine';
import type { SearchQuery } from '@/lib/search/query';
import { all, type Scope } from './conditions';
import { rarestOf } from './frequencies';
import { daySql, packedTitles, unpackTitles, type PackedHits, type TitleHit } from './packed-hits';
import { run } from './pool';
import type { FoundSections, HitSource } from './source';
import { readFoundSections, readSections, wordSource, type SectionRow } from './words';

/**
 * Finds documents that have all the words, but nowhere together: one in the title or in the name of the municipality, another in a section. For a search of
 * several words that finds no section and no title with all of them (本溪 养老).
 */
export function scatteredSource(query: SearchQuery, scope: Scope): HitSource {
  const { words } = query;
  return {
    titles: (order, limit) => findDocuments(query, scope, order, limit),
    // eslint-disable-next-line @typescript-eslint/require-await -- there is no section with all of the words
    async *sections() {
      yield [];
    },
    // eslint-disable-next-line @typescript-eslint/require-await
    async *headings() {
      yield [];
    },
    details: (documentIds) => findSections(query, scope, documentIds),
    read: (sectionIds) => readSections(words, sectionIds),
  };
}

/** Documents of the rarest word, the newest of them, that have the others too. */
async function findDocuments(
  { words, excluded }: SearchQuery,
  scope: Scope,
  order: 'newest' | 'oldest',
  limit: number,
): Promise<TitleHit[]> {
  const rarest = await rarestOf(words);
  const source = wordSource({ words: [rarest], excluded }, scope);
  const ids = new Set((await source.titles(order, TOTAL_CAP)).map(({ documentId }) => documentId));
  for await (const hits of source.sections(order, TOTAL_CAP)) for (const { documentId } of hits) ids.add(documentId);
  const has = words
    .filter((word) => word !== rarest)
    .map(
      (word) => Prisma.sql`(strpos(document."matchTitle", ${word}) > 0 OR strpos(municipality."name", ${word}) > 0
        OR EXISTS (SELECT FROM "Section" section WHERE section."documentId" = document."id" AND strpos(section."matchText", ${word}) > 0))`,
    );
  const ordered =
    order === 'newest'
      ? Prisma.sql`document."orderedOn" DESC, document."id" DESC`
      : Prisma.sql`document."orderedOn", document."id"`;
  const [row] = await run<PackedHits>(Prisma.sql`
    SELECT ${packedTitles} FROM (
    SELECT document."id" AS "documentId", ${daySql} AS "day"
    FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE document."id" = ANY(${[...ids]}::int[]) AND ${all(has)} ORDER BY ${ordered} LIMIT ${limit}::int
    ) hit`);
  return unpackTitles(row);
}

/** Sections with the most of the words go first. */
async function findSections(
  { words }: SearchQuery,
  scope: Scope,
  documentIds: number[],
): Promise<Map<number, FoundSections>> {
  const score = Prisma.join(
    words.map((word) => Prisma.sql`(strpos(section."matchText", ${word}) > 0)::int`),
    ' + ',
  );
  const rows = await run<SectionRow>(Prisma.sql`
    WITH scored AS MATERIALIZED (
      SELECT section."id", section."documentId", section."position", ${score} AS "score"
      FROM "Section" section WHERE section."documentId" = ANY(${documentIds}::int[]) AND ${scope.section}
    ), ranked AS (
      SELECT scored.*, count(*) OVER (PARTITION BY "documentId")::int AS "sectionCount",
        row_number() OVER (PARTITION BY "documentId" ORDER BY "score" DESC, "position")::int AS "rank" FROM scored WHERE "score" > 0
    )
    SELECT ranked."documentId", ranked."sectionCount", ranked."rank", section."address", section."kind", section."partKind", section."heading", section."path",
      CASE WHEN ranked."rank" <= ${SECTIONS_PER_DOCUMENT}::int THEN section."text" END AS "text"
    FROM ranked JOIN "Section" section ON section."id" = ranked."id"
    WHERE ranked."rank" <= ${SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS}::int ORDER BY ranked."documentId", ranked."rank"`);
  return readFoundSections(rows, words);
}
