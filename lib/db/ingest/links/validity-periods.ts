import { listStatements, validityRelationsSql } from '@/lib/db/queries/validity/statements';
import { listPeriods } from '@/lib/validity/periods';
import type { Transaction } from '@/lib/db/ingest/transaction';

/**
 * Stores the periods of validity of documents anew, for the search.
 * @param documentIds documents that are new, or of which something else is stated now
 */
export async function storePeriods(transaction: Transaction, documentIds: readonly number[]): Promise<void> {
  const ids = [...new Set(documentIds)];
  if (ids.length === 0) return;
  const statements = await listStatements(transaction, ids);
  const periods = [...statements].flatMap(([documentId, said]) =>
    listPeriods(said).map((period, index) => ({ ...period, documentId, position: index + 1 })),
  );
  await transaction.validityPeriod.deleteMany({ where: { documentId: { in: ids } } });
  if (periods.length > 0)
    await transaction.$executeRaw`
      INSERT INTO "ValidityPeriod" ("documentId", "position", "state", "startsOn", "endsOn")
      SELECT "documentId", "position", "state", "startsOn", "endsOn" FROM unnest(
        ${periods.map(({ documentId }) => documentId)}::int[], ${periods.map(({ position }) => position)}::int[],
        ${periods.map(({ state }) => state)}::text[], ${periods.map(({ startsOn }) => startsOn)}::date[], ${periods.map(({ endsOn }) => endsOn)}::date[]
      ) AS period("documentId", "position", "state", "startsOn", "endsOn")
      WHERE EXISTS (SELECT FROM "Document" WHERE "id" = period."documentId")`;
}

/** Lists the documents that some documents repeal, amend or extend. */
export async function listValidityTargets(transaction: Transaction, documentIds: readonly number[]): Promise<number[]> {
  const rows = await transaction.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "targetDocumentId" AS "id" FROM "Citation"
    WHERE "documentId" = ANY (${[...documentIds]}::int[]) AND "relation" IN (${validityRelationsSql}) AND "targetDocumentId" IS NOT NULL`;
  return rows.map(({ id }) => id);
}
