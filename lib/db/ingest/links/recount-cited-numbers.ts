import type { Transaction } from '@/lib/db/ingest/transaction';
import { isMention, TITLE_LENGTH } from './cited-numbers';

/**
 * Counts all mentions of numbers anew, from the citations alone.
 *
 * Where rows came past the ingest, such as by a restore; an ingest counts by difference.
 */
export async function recountCitedNumbers(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`DELETE FROM "MentionCount"`;
  await transaction.$executeRaw`DELETE FROM "CitedNumber"`;
  await transaction.$executeRaw`
    INSERT INTO "MentionCount" ("docNumber", "relation", "title", "mentions")
    SELECT citation."docNumber", citation."relation", left(coalesce(citation."title", ''), ${TITLE_LENGTH}::int), count(*)
    FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
    WHERE ${isMention} GROUP BY 1, 2, 3`;
  await transaction.$executeRaw`
    INSERT INTO "CitedNumber" ("docNumber", "agencyCode", "year", "serial", "documents", "mentions", "title", "newestOn", "held")
    SELECT counted."docNumber", counted."agencyCode", counted."year", counted."serial", counted."documents", counted."mentions",
      titled."title", counted."newestOn", EXISTS (SELECT FROM "Document" document WHERE document."docNumber" = counted."docNumber")
    FROM (
      SELECT citation."docNumber", min(citation."agencyCode") AS "agencyCode", min(citation."year") AS "year", min(citation."serial") AS "serial",
        count(DISTINCT citation."documentId") AS "documents", count(*) AS "mentions", max(citation."orderedOn") AS "newestOn"
      FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
      WHERE ${isMention} GROUP BY 1
    ) counted
    LEFT JOIN (
      SELECT DISTINCT ON ("docNumber") "docNumber", "title" FROM (
        SELECT "docNumber", "title", sum("mentions") AS "mentions" FROM "MentionCount" WHERE "title" <> '' GROUP BY 1, 2
      ) summed ORDER BY "docNumber", "mentions" DESC, "title"
    ) titled ON titled."docNumber" = counted."docNumber"`;
}
