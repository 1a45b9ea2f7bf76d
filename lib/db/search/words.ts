import { Prisma } from '@/lib/db/generated/client';
import { FURTHER_SECTIONS, SECTIONS_PER_DOCUMENT, type FoundSection, type HitPlace } from '@/lib/search/engine';
import type { SearchQuery } from '@/lib/search/query';
import { makeSnippet, markWords } from '@/lib/search/snippet';
import { collectHits, inHeadingSql, proofSql, type Hit, type Wanted } from './collect';
import { hasTitleWords, type Scope } from './conditions';
import { daySql, packedTitles, unpackTitles, type PackedHits, type TitleHit } from './packed-hits';
import { run } from './pool';
import { placeIn, type FoundSections, type HitSource } from './source';

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
      return findSections({ ...wanted, target: 'section', order: 'newest' }, documentIds);
    },
    read: (sectionIds) => readSections(words, sectionIds),
  };
}

/** Takes ids of sections; gives each with the words marked. */
export async function readSections(words: string[], sectionIds: number[]): Promise<Map<number, FoundSection>> {
  const rows = await run<HitPlace & { id: number; text: string }>(Prisma.sql`
    SELECT section."id", section."address", section."kind", section."partKind", section."heading", section."path", section."text"
    FROM "Section" section WHERE section."id" = ANY(${sectionIds}::int[])`);
  return new Map(rows.map((row) => [row.id, toSection(row, row.text, words)]));
}

const toSection = (row: HitPlace, text: string, words: string[]): FoundSection => ({
  ...placeIn(row),
  headingMarks: markWords(row.heading, words),
  snippet: makeSnippet(text, words),
});

// eslint-disable-next-line @typescript-eslint/require-await -- nothing to wait for
async function* none(): AsyncGenerator<never> {
  yield* [];
}

async function findTitles(
  words: string[],
  excluded: string[],
  scope: Scope,
  order: 'newest' | 'oldest',
  limit: number,
): Promise<TitleHit[]> {
  const ordered =
    order === 'newest'
      ? Prisma.sql`document."orderedOn" DESC, document."id" DESC`
      : Prisma.sql`document."orderedOn", document."id"`;
  const excludes = excluded.map((word) => Prisma.sql`AND strpos(document."matchTitle", ${word}) = 0`);
  const [row] = await run<PackedHits>(Prisma.sql`
    SELECT ${packedTitles} FROM (
    SELECT document."id" AS "documentId", ${daySql} AS "day" FROM "Document" document
    WHERE ${scope.document} AND ${hasTitleWords(words)} ${excludes.length > 0 ? Prisma.join(excludes, ' ') : Prisma.empty}
    ORDER BY ${ordered} LIMIT ${limit}::int
    ) hit`);
  return unpackTitles(row);
}

/** A row for each of the best sections of some documents, in order. */
export interface SectionRow extends HitPlace {
  documentId: number;
  sectionCount: number;
  rank: number;
  /** Null for a section that is only named. */
  text: string | null;
}

/** The best of the sections that were found, in the order of findSections. */
async function readBest(words: string[], documentIds: number[], hits: Hit[]): Promise<Map<number, FoundSections>> {
  const wanted = new Set(documentIds);
  const ofDocument = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (!wanted.has(hit.documentId)) continue;
    const others = ofDocument.get(hit.documentId);
    if (others) others.push(hit);
    else ofDocument.set(hit.documentId, [hit]);
  }
  const best = [...ofDocument.values()].flatMap((some) => {
    const ranked = [...some.filter(({ inHeading }) => inHeading), ...some.filter(({ inHeading }) => !inHeading)];
    return ranked
      .slice(0, SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS)
      .map(({ sectionId }, index) => ({ sectionId, rank: index + 1, sectionCount: some.length }));
  });
  const shown = best.filter(({ rank }) => rank <= SECTIONS_PER_DOCUMENT).map(({ sectionId }) => sectionId);
  const rows = await run<SectionRow & { id: number }>(Prisma.sql`
    SELECT section."id", section."documentId", section."address", section."kind", section."partKind", section."heading", section."path",
      CASE WHEN section."id" = ANY(${shown}::int[]) THEN section."text" END AS "text"
    FROM "Section" section WHERE section."id" = ANY(${best.map(({ sectionId }) => sectionId)}::int[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return readFoundSections(
    best.flatMap(({ sectionId, ...place }) => {
      const row = byId.get(sectionId);
      return row ? [{ ...row, ...place }] : [];
    }),
    words,
  );
}

/** Sections whose heading has the words go first, then those whose text has, each in the document's order. */
async function findSections(wanted: Wanted, documentIds: number[]): Promise<Map<number, FoundSections>> {
  const rows = await run<SectionRow>(Prisma.sql`
    WITH hit AS MATERIALIZED (
      SELECT section."id", section."documentId", section."position", ${inHeadingSql(wanted)} AS "inHeading"
      FROM "Section" section WHERE section."documentId" = ANY(${documentIds}::int[]) AND ${proofSql(wanted, () => false)}
    ), ranked AS (
      SELECT hit.*, count(*) OVER (PARTITION BY "documentId")::int AS "sectionCount",
        row_number() OVER (PARTITION BY "documentId" ORDER BY "inHeading" DESC, "position")::int AS "rank" FROM hit
    )
    SELECT ranked."documentId", ranked."sectionCount", ranked."rank", section."address", section."kind", section."partKind", section."heading", section."path",
      CASE WHEN ranked."rank" <= ${SECTIONS_PER_DOCUMENT}::int THEN section."text" END AS "text"
    FROM ranked JOIN "Section" section ON section."id" = ranked."id"
    WHERE ranked."rank" <= ${SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS}::int ORDER BY ranked."documentId", ranked."rank"`);
  return readFoundSections(rows, wanted.words);
}

/** Takes rows, and the words to mark in them; gives the sections of each document. */
export function readFoundSections(rows: SectionRow[], words: string[]): Map<number, FoundSections> {
  const found = new Map<number, FoundSections>();
  for (const row of rows) {
    const { documentId, sectionCount, text } = row;
    const sections = found.get(documentId) ?? { sections: [], more: [], sectionCount };
    found.set(documentId, sections);
    if (text === null) sections.more.push(placeIn(row));
    else sections.sections.push(toSection(row, text, words));
  }
  return found;
}
