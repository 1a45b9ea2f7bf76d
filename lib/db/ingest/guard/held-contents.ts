import type { Transaction } from '@/lib/db/ingest/transaction';

/** What the guard has to know of held documents beside their words. */
export interface HeldContents {
  /** Of each document by its id, where it cites; in the order of its text. */
  citations: ReadonlyMap<number, readonly HeldCitation[]>;
  /** Entries of contents that had a document. */
  entries: readonly HeldEntry[];
}

/** A place at which a held document cites. */
export interface HeldCitation {
  /** Of the passage that it stands in. */
  address: string;
  words: string;
}

/** An entry of the contents of a held issue. */
interface HeldEntry {
  title: string;
  docNumber: string | null;
  documentId: number;
}

/** Loads what the documents of source files cite and how contents name them: two queries. */
export async function loadHeldContents(
  transaction: Transaction,
  sourceFileIds: readonly number[],
): Promise<HeldContents> {
  if (sourceFileIds.length === 0) return { citations: new Map(), entries: [] };
  // A range of numbers stands once in the text.
  const rows = await transaction.$queryRaw<(HeldCitation & { documentId: number })[]>`
    SELECT "documentId", "address", "words" FROM (
      SELECT DISTINCT ON (citation."sectionId", citation."sentence", citation."wordsAt") citation."documentId", section."address", citation."words", citation."position"
      FROM "Document" document JOIN "Citation" citation ON citation."documentId" = document."id" JOIN "Section" section ON section."id" = citation."sectionId"
      WHERE document."sourceFileId" = ANY (${[...sourceFileIds]}::int[])
      ORDER BY citation."sectionId", citation."sentence", citation."wordsAt", citation."position"
    ) cited ORDER BY "documentId", "position"`;
  const citations = new Map<number, HeldCitation[]>();
  for (const { documentId, ...citation } of rows) {
    const ofDocument = citations.get(documentId);
    if (ofDocument) ofDocument.push(citation);
    else citations.set(documentId, [citation]);
  }
  const entries = await transaction.$queryRaw<HeldEntry[]>`
    SELECT entry."title", entry."docNumber", entry."documentId"
    FROM "Issue" issue JOIN "TocGroup" contents ON contents."issueId" = issue."id" JOIN "TocEntry" entry ON entry."groupId" = contents."id"
    WHERE issue."sourceFileId" = ANY (${[...sourceFileIds]}::int[]) AND entry."documentId" IS NOT NULL
    ORDER BY contents."position", entry."position"`;
  return { citations, entries };
}
