import { isAddress } from '@/lib/corrections/entry';
import { correctionOfCitation, correctionOfDocument, type StoredCorrection } from '@/lib/corrections/choose-correction';
import { partsOf } from '@/lib/corrections/number-parts';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** What has to be resolved again after corrections were applied. */
export interface AppliedCorrections {
  /** Documents with citations that mean another document now. */
  documentIds: number[];
  /** Numbers of documents that have another one now, before and after. */
  docNumbers: string[];
}

interface DocumentRow {
  id: number;
  address: string;
  printedNumber: string | null;
  docNumber: string | null;
  correctionId: number | null;
}

/** The columns of a correction by address, or of a reference by title alone. */
const noNumber = { docNumber: null, agencyCode: null, year: null, serial: null };
const columnsOf = (canonical: string | null) =>
  canonical === null || isAddress(canonical) ? noNumber : { docNumber: canonical, ...partsOf(canonical) };

/**
 * Applies the stored corrections to documents and their citations.
 *
 * The result depends on what is printed and on the stored corrections, never on what was applied
 * before.
 * @param removed corrections that are about to be deleted, which do not apply any more
 */
export async function applyCorrections(
  transaction: Transaction,
  documentIds: readonly number[],
  removed: readonly number[] = [],
): Promise<AppliedCorrections> {
  if (documentIds.length === 0) return { documentIds: [], docNumbers: [] };
  if (removed.length === 0 && (await transaction.correction.findFirst({ select: { id: true } })) === null)
    return { documentIds: [], docNumbers: [] };
  const docNumbers = await correctNumbers(transaction, documentIds, removed);
  return { documentIds: await correctCitations(transaction, documentIds, removed), docNumbers };
}

/** Corrects the numbers of documents; gives those that changed, before and after. */
async function correctNumbers(
  transaction: Transaction,
  documentIds: readonly number[],
  removed: readonly number[],
): Promise<string[]> {
  const documents = await transaction.$queryRaw<DocumentRow[]>`
    SELECT document."id", municipality."slug" || '/' || document."slug" AS "address", document."docNumber", document."correctionId",
      coalesce(document."printedNumber", document."docNumber") AS "printedNumber"
    FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE document."id" = ANY (${[...documentIds]}::int[])`;
  const misprints = await listStoredCorrections(transaction, {
    numbers: documents.map(({ printedNumber }) => printedNumber),
    names: [],
    removed,
  });
  const numbers: (string | null)[] = [];
  for (const { id, docNumber, correctionId, ...document } of documents) {
    const correction = correctionOfDocument(document, misprints);
    const number = correction?.meant ?? document.printedNumber;
    if ((correction?.id ?? null) === correctionId && number === docNumber) continue;
    await transaction.document.update({
      where: { id },
      data: {
        ...columnsOf(number),
        printedNumber: correction && document.printedNumber,
        correctionId: correction?.id ?? null,
      },
      select: { id: true },
    });
    numbers.push(docNumber, number);
  }
  return numbers.filter((number) => number !== null);
}

interface CitationRow {
  id: number;
  documentId: number;
  address: string;
  headPrinted: string | null;
  headNumber: string | null;
  section: string;
  words: string;
  title: string | null;
  docNumber: string | null;
  printedNumber: string | null;
  correctionId: number | null;
}

/** Corrects citations; gives the documents whose citations changed. */
async function correctCitations(
  transaction: Transaction,
  documentIds: readonly number[],
  removed: readonly number[],
): Promise<number[]> {
  const citations = await transaction.$queryRaw<CitationRow[]>`
    SELECT citation."id"::float8 AS "id", citation."documentId", citation."words", citation."title", citation."docNumber", citation."correctionId",
      CASE WHEN citation."correctionId" IS NULL THEN citation."docNumber" ELSE citation."printedNumber" END AS "printedNumber",
      municipality."slug" || '/' || document."slug" AS "address", section."address" AS "section",
      coalesce(document."printedNumber", document."docNumber") AS "headPrinted", document."docNumber" AS "headNumber"
    FROM "Citation" citation
    JOIN "Section" section ON section."id" = citation."sectionId"
    JOIN "Document" document ON document."id" = citation."documentId"
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    WHERE citation."documentId" = ANY (${[...documentIds]}::int[])`;
  const stored = await listStoredCorrections(transaction, {
    numbers: citations.map(({ printedNumber }) => printedNumber),
    names: citations.flatMap(({ address, headPrinted, headNumber }) => [address, headPrinted, headNumber]),
    removed,
  });
  const changed = citations.flatMap(({ headPrinted, headNumber, address, ...citation }) => {
    const document = { address, printedNumber: headPrinted, docNumber: headNumber };
    const correction = correctionOfCitation({ ...citation, document }, stored);
    if ((correction?.id ?? null) === citation.correctionId) return [];
    const columns = columnsOf(correction?.meant ?? citation.printedNumber);
    return [{ citation, columns, printed: correction && citation.printedNumber, correctionId: correction?.id ?? null }];
  });
  await writeCitations(transaction, changed);
  return [...new Set(changed.map(({ citation }) => citation.documentId))];
}

interface ChangedCitation {
  citation: { id: number };
  columns: { docNumber: string | null; agencyCode: string | null; year: number | null; serial: number | null };
  printed: string | null;
  correctionId: number | null;
}

async function writeCitations(transaction: Transaction, changed: readonly ChangedCitation[]): Promise<void> {
  if (changed.length === 0) return;
  const column = <Value>(read: (each: ChangedCitation) => Value): Value[] => changed.map(read);
  await transaction.$executeRaw`
    UPDATE "Citation" citation
    SET "docNumber" = corrected."docNumber", "agencyCode" = corrected."agencyCode", "year" = corrected."year", "serial" = corrected."serial",
      "printedNumber" = corrected."printedNumber", "correctionId" = corrected."correctionId"
    FROM unnest(
      ${column(({ citation }) => citation.id)}::bigint[], ${column(({ columns }) => columns.docNumber)}::text[],
      ${column(({ columns }) => columns.agencyCode)}::text[], ${column(({ columns }) => columns.year)}::int[],
      ${column(({ columns }) => columns.serial)}::int[], ${column(({ printed }) => printed)}::text[],
      ${column(({ correctionId }) => correctionId)}::int[]
    ) AS corrected("id", "docNumber", "agencyCode", "year", "serial", "printedNumber", "correctionId")
    WHERE citation."id" = corrected."id"`;
}

/**
 * Lists the corrections that may apply: misprints of these numbers, and citations in documents with
 * these names.
 */
async function listStoredCorrections(
  transaction: Transaction,
  { numbers, names, removed }: { numbers: (string | null)[]; names: (string | null)[]; removed: readonly number[] },
): Promise<StoredCorrection[]> {
  const present = (values: (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
  return transaction.$queryRaw<StoredCorrection[]>`
    SELECT "id", "path", "line", "kind", "about", "section", "printed", "meant" FROM "Correction"
    WHERE ("kind" = 'misprint' AND "printed" = ANY (${present(numbers)}::text[]) OR "kind" = 'citation' AND "about" = ANY (${present(names)}::text[]))
      AND "id" <> ALL (${[...removed]}::int[])`;
}
