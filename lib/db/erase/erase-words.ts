import { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/ingest/transaction';
import { countCorpus } from '@/lib/db/search/upkeep/statistics';
import type { ErasedWords } from '@/lib/erasure/mask';
import { makeTrace } from '@/lib/erasure/trace';
import { ErasureError, withRelated, type KnownDocument } from './find-documents';
import { maskColumns, plain } from './mask-columns';
import { maskSource, type MaskedSource } from './mask-held';
import { maskPassages, maskVersions, type Renamed } from './mask-versions';

/** What was taken out with words. */
export interface ErasedPassage {
  sources: MaskedSource[];
  versions: number;
  passages: number;
  /** Other rows that had them: events, titles, runs. */
  others: number;
  /** Addresses of documents that have the same words still; not all, where there are many. */
  elsewhere: string[];
}

/** Fewer characters stand in too many other words. */
const SHORTEST = 2;
/** Addresses of other documents that are listed. */
const LISTED = 20;

/**
 * Takes words out of documents for good: what is held, their former versions, what the ledger and
 * events keep, and the kept bytes of their files.
 *
 * Everything that their files gave is looked through, and documents to which or from which words
 * went: the same passage was theirs.
 * @throws ErasureError where they have no such words
 */
export async function eraseWords(
  transaction: Transaction,
  documents: readonly KnownDocument[],
  erased: ErasedWords,
  { at, reason }: { at: Date; reason: string },
): Promise<ErasedPassage> {
  if (erased.words.length < SHORTEST)
    throw new ErasureError(`--words wants at least ${SHORTEST} characters: fewer stand in too many other words.`);
  const named = await withRelated(
    transaction,
    documents.map(({ id }) => id),
  );
  const files = await transaction.document.findMany({
    where: { id: { in: named.flatMap(({ documentId }) => documentId ?? []) } },
    select: { sourceFileId: true },
    distinct: ['sourceFileId'],
  });
  const fileIds = files.map(({ sourceFileId }) => sourceFileId);
  const beside = await transaction.ledgerDocument.findMany({
    where: { document: { sourceFileId: { in: fileIds } } },
    select: { id: true },
  });
  const ledgerIds = [...new Set([...named, ...beside].map(({ id }) => id))];
  const renamed: Renamed = new Map();
  const versions = await maskVersions(transaction, ledgerIds, erased, { renamed, at, reason });
  // Rows that manifests stated go on with the file, so they are first.
  let others = await maskOthers(transaction, ledgerIds, fileIds, erased);
  const sources: MaskedSource[] = [];
  for (const id of fileIds) {
    const source = await maskSource(transaction, id, erased, renamed);
    if (source) sources.push(source);
  }
  const passages = await maskPassages(transaction, ledgerIds, erased, renamed);
  others += await maskRuns(transaction, erased);
  if (versions + passages + others + sources.length === 0)
    throw new ErasureError(
      'These documents have no such words, in no version. Write them as the page shows them; a line break or blank among them lets them go on from one paragraph to the next.',
    );
  for (const ledgerDocumentId of documents.map(({ id }) => id))
    await transaction.erasure.create({
      data: { at, kind: 'words', reason, ledgerDocumentId, ...makeTrace(erased) },
    });
  await countCorpus(transaction, await transaction.section.count());
  return { sources, versions, passages, others, elsewhere: await listElsewhere(transaction, erased) };
}

async function maskOthers(
  transaction: Transaction,
  ledgerIds: readonly number[],
  fileIds: readonly number[],
  erased: ErasedWords,
): Promise<number> {
  const ofLedger = Prisma.sql`"ledgerDocumentId" = ANY (${[...ledgerIds]}::int[])`;
  const issues = Prisma.sql`("municipality", "year", "number", "edition") IN (SELECT "municipality", "issueYear", "issueNumber", "issueEdition" FROM "LedgerDocument"
    WHERE "id" = ANY (${[...ledgerIds]}::int[]))`;
  const eventIssues = Prisma.sql`("municipality", "issueYear", "issueNumber", "issueEdition") IN (SELECT "municipality", "issueYear", "issueNumber", "issueEdition" FROM "LedgerDocument"
    WHERE "id" = ANY (${[...ledgerIds]}::int[]))`;
  const mask = (table: Prisma.ModelName, columns: readonly string[], where: Prisma.Sql) =>
    maskColumns(transaction, table, columns, where, erased);
  const counts = [
    await mask('LedgerDocument', ['title', 'endReason'], Prisma.sql`"id" = ANY (${[...ledgerIds]}::int[])`),
    await mask('DocumentVersion', ['title', 'sourceName', 'eraseReason'], ofLedger),
    await mask('DocumentChange', ['formerTitle'], ofLedger),
    await mask('Event', ['title', 'reason'], Prisma.sql`${ofLedger} OR ${eventIssues}`),
    await mask('FormerIssue', ['title', 'endReason'], issues),
    await mask('Erasure', ['reason'], ofLedger),
    await mask('ManifestRow', ['title', 'topic', 'url'], Prisma.sql`"sourceFileId" = ANY (${[...fileIds]}::int[])`),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Covers words in what runs say of files that failed: one that was stopped names them. */
async function maskRuns(transaction: Transaction, erased: ErasedWords): Promise<number> {
  const column = Prisma.sql`"failures"::text`;
  return transaction.$executeRaw`
    UPDATE "IngestRun" SET "failures" = '[{"name": "", "error": "what failed is not told any more: words of it were erased"}]'
    WHERE strpos(${plain(column)}, ${erased.words}) > 0`;
}

async function listElsewhere(transaction: Transaction, erased: ErasedWords): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ address: string }[]>`
    SELECT DISTINCT municipality."slug" || '/' || document."slug" AS "address"
    FROM "Section" section JOIN "Document" document ON document."id" = section."documentId"
      JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE strpos(${plain(Prisma.sql`section."heading" || section."text"`)}, ${erased.words}) > 0
    ORDER BY 1 LIMIT ${LISTED}::int`;
  return rows.map(({ address }) => address);
}
