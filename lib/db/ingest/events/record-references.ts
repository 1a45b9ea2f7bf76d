import { REFERENCE_KINDS } from '@/lib/events/kinds';
import { isMention } from '@/lib/db/ingest/links/cited-numbers';
import type { Transaction } from '@/lib/db/ingest/transaction';

/**
 * Tells which numbers documents cite, amend, repeal or extend: one event for each document, number
 * and kind.
 *
 * It tells only what was never told of the same document, in whatever version: a text that is read
 * again repeats nothing. Corrections have to be applied already, and the ledger has to know the
 * documents. One statement, whose cost grows with the citations of these documents alone.
 */
export async function recordReferences(
  transaction: Transaction,
  documentIds: readonly number[],
  at: Date,
): Promise<void> {
  if (documentIds.length === 0) return;
  const relations = Object.entries(REFERENCE_KINDS);
  await transaction.$executeRaw`
    WITH told AS MATERIALIZED (
      SELECT event."ledgerDocumentId", event."kind", event."aboutNumber"
      FROM "LedgerDocument" ledger JOIN "Event" event ON event."ledgerDocumentId" = ledger."id"
      WHERE ledger."documentId" = ANY (${[...documentIds]}::int[]) AND event."aboutNumber" IS NOT NULL
    ), reference AS MATERIALIZED (
      SELECT ledger."id" AS "ledgerDocumentId", citing."id" AS "documentId", kinds."kind", citation."docNumber", min(citation."position") AS "position"
      FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
      JOIN "LedgerDocument" ledger ON ledger."documentId" = citing."id"
      JOIN unnest(${relations.map(([relation]) => relation)}::text[], ${relations.map(([, kind]) => kind)}::text[]) AS kinds("relation", "kind")
        ON kinds."relation" = citation."relation"
      WHERE citation."documentId" = ANY (${[...documentIds]}::int[]) AND citation."docNumber" IS NOT NULL AND ${isMention}
      GROUP BY 1, 2, 3, 4
    )
    INSERT INTO "Event" ("at", "kind", "municipality", "ledgerDocumentId", "issueYear", "issueNumber", "issueEdition", "agency", "aboutNumber", "title")
    SELECT ${at}::timestamptz, reference."kind", ledger."municipality", ledger."id", ledger."issueYear", ledger."issueNumber", ledger."issueEdition", citing."agency",
      reference."docNumber", citing."title"
    FROM reference JOIN "LedgerDocument" ledger ON ledger."id" = reference."ledgerDocumentId"
    JOIN "Document" citing ON citing."id" = reference."documentId"
    LEFT JOIN told ON told."ledgerDocumentId" = reference."ledgerDocumentId" AND told."kind" = reference."kind" AND told."aboutNumber" = reference."docNumber"
    WHERE told."kind" IS NULL
    ORDER BY citing."position", citing."id", reference."position", reference."docNumber"`;
}
