import { Prisma } from '@/lib/db/generated/client';
import { FURTHER_SECTIONS, SECTIONS_PER_DOCUMENT, type FoundSection, type HitPlace } from '@/lib/search/engine';
import { printedName } from '@/lib/gazette';
import { makeSnippet, markWords } from '@/lib/search/marks/snippet';
import type { Hit } from '@/lib/db/search/sql/packed-hits';
import { runStatement } from '@/lib/db/search/sql/pool';
import { placeIn, sectionPlaceSql } from '@/lib/db/section-columns';
import type { DocumentSections } from './source';

/** Reads sections by their ids, each with the words marked. */
export async function readSections(words: string[], sectionIds: number[]): Promise<Map<number, FoundSection>> {
  const rows = await runStatement<HitPlace & { id: number; text: string }>(Prisma.sql`
    SELECT section."id"::float8 AS "id", ${sectionPlaceSql}, section."text"
    FROM "Section" section WHERE section."id" = ANY(${sectionIds}::bigint[])`);
  return new Map(rows.map((row) => [row.id, toSection(row, row.text, words)]));
}

const toSection = (row: HitPlace, text: string, words: string[]): FoundSection => ({
  ...placeIn(row),
  headingMarks: markWords(printedName(row), words),
  snippet: makeSnippet(text, words),
});

const worthOf = ({ isTyped, inHeading }: Hit): number => (isTyped ? 2 : 0) + (inHeading ? 1 : 0);

/** Sections of a document that are shown or named. */
const LISTED = SECTIONS_PER_DOCUMENT + FURTHER_SECTIONS;

/** One of the best sections of a document. */
interface SectionRow extends HitPlace {
  documentId: number;
  sectionCount: number;
  rank: number;
  /** Null for a section that is only named. */
  text: string | null;
}

/**
 * Reads the best sections of documents, then in the order of the document.
 * @param known documents of which all hits are known, with these; those with the words as typed are
 * better, then those in headings
 * @param hits selects those of the other documents as `id`, `documentId`, `position` and `worth`,
 * the greatest worth being the best; null where there are no others
 * @param words to be marked
 */
export async function findBest(
  known: Map<number, Hit[]>,
  hits: Prisma.Sql | null,
  words: string[],
): Promise<Map<number, DocumentSections>> {
  const best = [...known].flatMap(([documentId, ofDocument]) =>
    ofDocument
      .toSorted((one, other) => worthOf(other) - worthOf(one))
      .slice(0, LISTED)
      .map(({ sectionId }, index) => ({ documentId, sectionId, rank: index + 1, sectionCount: ofDocument.length })),
  );
  const rankedKnown = Prisma.sql`
    SELECT * FROM unnest(
      ${best.map(({ sectionId }) => sectionId)}::bigint[], ${best.map(({ documentId }) => documentId)}::int[],
      ${best.map(({ sectionCount }) => sectionCount)}::int[], ${best.map(({ rank }) => rank)}::int[]
    ) AS known ("id", "documentId", "sectionCount", "rank")`;
  const rankedHits = Prisma.sql`
    SELECT hit."id", hit."documentId", count(*) OVER (PARTITION BY "documentId")::int AS "sectionCount",
      row_number() OVER (PARTITION BY "documentId" ORDER BY "worth" DESC, "position")::int AS "rank" FROM (${hits ?? Prisma.empty}) hit`;
  const ranked = [...(best.length > 0 ? [rankedKnown] : []), ...(hits ? [rankedHits] : [])];
  if (ranked.length === 0) return new Map();
  const rows = await runStatement<SectionRow>(Prisma.sql`
    WITH ranked AS MATERIALIZED (${Prisma.join(ranked, ' UNION ALL ')})
    SELECT ranked."documentId", ranked."sectionCount", ranked."rank", ${sectionPlaceSql},
      CASE WHEN ranked."rank" <= ${SECTIONS_PER_DOCUMENT}::int THEN section."text" END AS "text"
    FROM ranked JOIN "Section" section ON section."id" = ranked."id"
    WHERE ranked."rank" <= ${LISTED}::int ORDER BY ranked."documentId", ranked."rank"`);
  return groupSections(rows, words);
}

/** Groups rows by their documents, with the words marked. */
function groupSections(rows: SectionRow[], words: string[]): Map<number, DocumentSections> {
  const documents = new Map<number, DocumentSections>();
  for (const row of rows) {
    const { documentId, sectionCount, text } = row;
    const sections = documents.get(documentId) ?? { sections: [], more: [], sectionCount };
    documents.set(documentId, sections);
    if (text === null) sections.more.push(placeIn(row));
    else sections.sections.push(toSection(row, text, words));
  }
  return documents;
}
