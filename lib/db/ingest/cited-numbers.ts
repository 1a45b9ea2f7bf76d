import type { Transaction } from './transaction';

/**
 * Counts anew who mentions these numbers, and whether a held document bears them; a number that nobody mentions any more is forgotten. One statement, whose cost
 * grows with the mentions of these numbers. What a document says of its own number, and the definition of an alias, is no mention.
 */
export async function countCitedNumbers(transaction: Transaction, docNumbers: readonly string[]): Promise<void> {
  if (docNumbers.length === 0) return;
  await transaction.$executeRaw`
    WITH changed AS (SELECT DISTINCT "docNumber" FROM unnest(${[...docNumbers]}::text[]) AS number("docNumber")),
    mention AS (
      SELECT citation."docNumber", citation."agencyCode", citation."year", citation."serial", citation."title", citation."documentId", citing."orderedOn"
      FROM changed JOIN "Citation" citation ON citation."docNumber" = changed."docNumber" AND NOT citation."aliasDefinition"
      JOIN "Document" citing ON citing."id" = citation."documentId" AND (citing."docNumber" = citation."docNumber") IS NOT TRUE
    ), titled AS (
      SELECT DISTINCT ON ("docNumber") "docNumber", "title" FROM mention WHERE "title" IS NOT NULL
      GROUP BY "docNumber", "title" ORDER BY "docNumber", count(*) DESC, "title"
    ), counted AS (
      SELECT mention."docNumber", min("agencyCode") AS "agencyCode", min("year") AS "year", min("serial") AS "serial",
        count(DISTINCT "documentId")::int AS "documents", count(*)::int AS "mentions", min(titled."title") AS "title", max("orderedOn") AS "newestOn",
        EXISTS (SELECT FROM "Document" document WHERE document."docNumber" = mention."docNumber") AS "held"
      FROM mention LEFT JOIN titled ON titled."docNumber" = mention."docNumber"
      GROUP BY mention."docNumber"
    ), forgotten AS (
      DELETE FROM "CitedNumber" cited USING changed
      WHERE cited."docNumber" = changed."docNumber" AND NOT EXISTS (SELECT FROM counted WHERE counted."docNumber" = changed."docNumber")
    )
    INSERT INTO "CitedNumber" AS cited ("docNumber", "agencyCode", "year", "serial", "documents", "mentions", "title", "newestOn", "held")
    SELECT "docNumber", "agencyCode", "year", "serial", "documents", "mentions", "title", "newestOn", "held" FROM counted
    ON CONFLICT ("docNumber") DO UPDATE SET ("documents", "mentions", "title", "newestOn", "held")
      = (excluded."documents", excluded."mentions", excluded."title", excluded."newestOn", excluded."held")`;
}

/** Numbers that these documents mention. */
export async function listMentioned(transaction: Transaction, documentIds: readonly number[]): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ docNumber: string }[]>`
    SELECT DISTINCT "docNumber" FROM "Citation" WHERE "documentId" = ANY (${[...documentIds]}::int[]) AND "docNumber" IS NOT NULL`;
  return rows.map(({ docNumber }) => docNumber);
}
