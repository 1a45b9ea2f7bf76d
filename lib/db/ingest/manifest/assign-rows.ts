import { groupBy } from '@/lib/collections/group-by';
import { matchRows, type MatchedDocument } from '@/lib/manifest/match-rows';
import type { StatedFacts } from '@/lib/manifest/entry';
import type { Transaction } from '@/lib/db/ingest/transaction';

interface RowOfSource extends StatedFacts {
  sourceFileId: number;
  position: number;
}

interface DocumentOfSource extends MatchedDocument {
  id: number;
  sourceFileId: number;
}

/**
 * Finds anew which documents the rows of source files are about.
 *
 * Call it whenever rows, documents or their numbers have changed.
 */
export async function assignRows(transaction: Transaction, sourceFileIds: readonly number[]): Promise<void> {
  const ids = [...new Set(sourceFileIds)];
  if (ids.length === 0) return;
  const rows = await transaction.$queryRaw<RowOfSource[]>`
    SELECT "sourceFileId", "position", "title", "docNumber", "indexNumber", "topic", "validity", "signedOn"::text, "publishedOn"::text, "url"
    FROM "ManifestRow" WHERE "sourceFileId" = ANY (${ids}::int[]) ORDER BY "sourceFileId", "position"`;
  if (rows.length === 0) return;
  const documents = await transaction.$queryRaw<DocumentOfSource[]>`
    SELECT "id", "sourceFileId", "docNumber", "printedNumber", "title", "signedOn"::text
    FROM "Document" WHERE "sourceFileId" = ANY (${ids}::int[]) ORDER BY "sourceFileId", "position"`;
  const issues = await transaction.issue.findMany({
    where: { sourceFileId: { in: ids } },
    select: { sourceFileId: true, title: true },
  });
  const titles = new Map(issues.map(({ sourceFileId, title }) => [sourceFileId, title]));
  const documentsOf = groupBy(documents, ({ sourceFileId }) => sourceFileId);
  const assigned = [...groupBy(rows, ({ sourceFileId }) => sourceFileId)].flatMap(([source, own]) =>
    matchRows(own, documentsOf.get(source) ?? [], titles.get(source) ?? null).map(({ document, doubt }, at) => ({
      ...own[at]!,
      documentId: document?.id ?? null,
      doubt,
    })),
  );
  await transaction.$executeRaw`
    UPDATE "ManifestRow" kept SET "documentId" = assigned."documentId", "doubt" = assigned."doubt"
    FROM unnest(
      ${assigned.map(({ sourceFileId }) => sourceFileId)}::int[], ${assigned.map(({ position }) => position)}::int[],
      ${assigned.map(({ documentId }) => documentId)}::int[], ${assigned.map(({ doubt }) => doubt)}::text[]
    ) AS assigned("sourceFileId", "position", "documentId", "doubt")
    WHERE kept."sourceFileId" = assigned."sourceFileId" AND kept."position" = assigned."position"
      AND (kept."documentId", kept."doubt") IS DISTINCT FROM (assigned."documentId", assigned."doubt")`;
}

/** Does the same for the source files of documents whose numbers were corrected. */
export async function assignRowsOfDocuments(transaction: Transaction, documentIds: readonly number[]): Promise<void> {
  if (documentIds.length === 0) return;
  const sources = await transaction.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT document."sourceFileId" AS "id" FROM "Document" document
    JOIN "ManifestRow" kept ON kept."sourceFileId" = document."sourceFileId"
    WHERE document."id" = ANY (${[...documentIds]}::int[])`;
  await assignRows(
    transaction,
    sources.map(({ id }) => id),
  );
}
