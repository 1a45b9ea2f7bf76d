import { VALIDITY_RELATIONS } from '@/lib/validity/validity';
import { locateCitations } from './locate-citations';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** Documents that were stored, removed or corrected. */
export interface ChangedDocuments {
  /** Documents whose own citations are new or corrected. */
  documentIds: number[];
  /** Their numbers, before and after. */
  docNumbers: string[];
  /** Keys of their titles, and of the titles that they issue. */
  titleKeys: string[];
}

/**
 * Links citations with the documents and sections that they name.
 *
 * It resolves the citations in the changed documents, and those in other documents that name a
 * changed one. The cost grows with these alone.
 *
 * A correction by address names the document there. A number names the documents that have it; a
 * title alone those with exactly this title, or that issue a text with it. Documents of the citing
 * municipality go before others. One candidate is the target; of several none is, and the reader
 * chooses.
 * @returns citations with another target than before
 */
export async function resolveCitations(
  transaction: Transaction,
  { documentIds, docNumbers, titleKeys }: ChangedDocuments,
): Promise<Relinked[]> {
  const changed = await transaction.$queryRaw<Relinked[]>`
    WITH affected AS (
      SELECT citation."id", citation."docNumber", citation."targetDocumentId" AS "before", citing."municipalityId",
        CASE WHEN correction."meant" IS NULL THEN citation."titleKey" END AS "titleKey", correction."meant" AS "meantAddress"
      FROM "Citation" citation JOIN "Document" citing ON citing."id" = citation."documentId"
      LEFT JOIN "Correction" correction ON correction."id" = citation."correctionId" AND correction."meant" LIKE '%/%'
      WHERE citation."documentId" = ANY (${documentIds}::int[])
        OR citation."docNumber" = ANY (${docNumbers}::text[])
        OR (citation."docNumber" IS NULL AND citation."titleKey" = ANY (${titleKeys}::text[]))
    ), candidate AS (
      SELECT affected."id", document."id" AS "target", document."municipalityId" = affected."municipalityId" AS "own"
      FROM affected JOIN "Document" document ON document."docNumber" = affected."docNumber"
      UNION
      SELECT affected."id", document."id", document."municipalityId" = affected."municipalityId"
      FROM affected JOIN "Document" document ON document."titleKey" = affected."titleKey"
      WHERE affected."docNumber" IS NULL AND affected."titleKey" <> ''
      UNION
      SELECT affected."id", document."id", document."municipalityId" = affected."municipalityId"
      FROM affected JOIN "Document" document ON document."issuedTitleKey" = affected."titleKey"
      WHERE affected."docNumber" IS NULL AND affected."titleKey" <> ''
      UNION
      SELECT affected."id", document."id", true
      FROM affected JOIN "Municipality" municipality ON municipality."slug" = split_part(affected."meantAddress", '/', 1)
      JOIN "Document" document ON document."municipalityId" = municipality."id" AND document."slug" = split_part(affected."meantAddress", '/', 2)
    ), preferred AS (
      SELECT candidate.*, bool_or("own") OVER (PARTITION BY "id") AS "anyOwn" FROM candidate
    ), resolved AS (
      SELECT affected."id", affected."before", count(preferred."target")::int AS "candidates",
        CASE WHEN count(preferred."target") = 1 THEN min(preferred."target") END AS "target"
      FROM affected
      LEFT JOIN preferred ON preferred."id" = affected."id" AND preferred."own" = preferred."anyOwn"
      GROUP BY affected."id", affected."before"
    )
    UPDATE "Citation" citation
    SET "targetDocumentId" = resolved."target", "candidates" = resolved."candidates", "targetAddress" = NULL, "targetParagraph" = NULL
    FROM resolved
    WHERE citation."id" = resolved."id"
      AND (citation."targetDocumentId", citation."candidates") IS DISTINCT FROM (resolved."target", resolved."candidates")
    RETURNING citation."id"::float8 AS "id", citation."documentId", citation."relation", citation."locator", resolved."before", resolved."target"`;
  await locateCitations(transaction, changed);
  return changed;
}

/** A citation with another target than before. */
export interface Relinked {
  id: number;
  documentId: number;
  relation: string;
  locator: string | null;
  before: number | null;
  target: number | null;
}

/** Lists the documents whose validity relinked citations may change. */
export const targetsOfRelinked = (relinked: readonly Relinked[]): number[] =>
  relinked
    .filter(({ relation }) => VALIDITY_RELATIONS.some((each) => each === relation))
    .flatMap(({ before, target }) => [before, target])
    .filter((id) => id !== null);
