import { Prisma } from '@/lib/db/generated/client';
import { FURTHER_SECTIONS, SECTIONS_PER_DOCUMENT, type FoundSection, type HitPlace } from '@/lib/search/engine';
import { makeSnippet, markWords } from '@/lib/search/snippet';
import type { Hit } from './packed-hits';
import { run } from './pool';
import { placeIn, type FoundSections } from './source';

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

/** A row for each of the best sections of some documents, in order. */
interface SectionRow extends HitPlace {
  documentId: number;
  sectionCount: number;
  rank: number;
  /** Null for a section that is only named. */
  text: string | null;
}

/** Takes the hits of each document; gives its best sections: those whose heading has the words first. */
export async function readBest(words: string[], hitsOf: Map<number, Hit[]>): Promise<Map<number, FoundSections>> {
  const best = [...hitsOf.values()].flatMap((hits) => {
    const ranked = [...hits.filter(({ inHeading }) => inHeading), ...hits.filter(({ inHeading }) => !inHeading)];
    return ranked
      .slice(0, SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS)
      .map(({ sectionId }, index) => ({ sectionId, rank: index + 1, sectionCount: hits.length }));
  });
  if (best.length === 0) return new Map();
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

/**
 * The same where not all hits are known. Takes a statement that gives those of some documents as rows of `id`, `documentId`, `position` and `worth`: the worthiest
 * go first, else they go in the document's order.
 */
export async function findBest(hits: Prisma.Sql, words: string[]): Promise<Map<number, FoundSections>> {
  const rows = await run<SectionRow>(Prisma.sql`
    WITH hit AS MATERIALIZED (${hits}), ranked AS (
      SELECT hit."id", hit."documentId", count(*) OVER (PARTITION BY "documentId")::int AS "sectionCount",
        row_number() OVER (PARTITION BY "documentId" ORDER BY "worth" DESC, "position")::int AS "rank" FROM hit
    )
    SELECT ranked."documentId", ranked."sectionCount", ranked."rank", section."address", section."kind", section."partKind", section."heading", section."path",
      CASE WHEN ranked."rank" <= ${SECTIONS_PER_DOCUMENT}::int THEN section."text" END AS "text"
    FROM ranked JOIN "Section" section ON section."id" = ranked."id"
    WHERE ranked."rank" <= ${SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS}::int ORDER BY ranked."documentId", ranked."rank"`);
  return readFoundSections(rows, words);
}

/** Takes rows, and the words to mark in them; gives the sections of each document. */
function readFoundSections(rows: SectionRow[], words: string[]): Map<number, FoundSections> {
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
