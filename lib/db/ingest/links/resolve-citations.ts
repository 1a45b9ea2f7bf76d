import { VALIDITY_RELATIONS } from '@/lib/validity/validity';
import { locateCitations } from './locate-citations';
import type { Transaction } from '@/lib/db/ingest/transaction';

/** What came, went or changed with a source file. */
export interface ChangedDocuments {
  /** Documents whose own citations are new. */
  documentIds: number[];
  /** Numbers of documents that came or went. */
  docNumbers: string[];
  /** Title keys of documents that came or went, and of the texts that they issue. */
  titleKeys: string[];
}

/**
 * Links citations to the documents that they mean, both ways, and to the sections that they name:
 * those that stand in the documents given, and those of others that mean what came or went. The
 * cost grows with these citations and not with the corpus. Gives those that lead elsewhere now.
 *
 * A correction by address means the document that stands there. A number means the documents that
 * bear it; a reference by title alone those with exactly this title, or that issue a text with it.
 * Documents of the citing municipality go before others. One candidate is a target; several are
 * none, and the reader is given the choice.
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
    SET "targetDocumentId" = resolved."target", "candidates" = resolved."candidates", "targetAddress" = NULL
    FROM resolved
    WHERE citation."id" = resolved."id"
      AND (citation."targetDocumentId", citation."candidates") IS DISTINCT FROM (resolved."target", resolved."candidates")
    RETURNING citation."id", citation."documentId", citation."relation", citation."locator", resolved."before", resolved."target"`;
  await locateCitations(transaction, changed);
  return changed;
}

/** A citation that leads elsewhere now. */
export interface Relinked {
  id: number;
  documentId: number;
  relation: string;
  locator: string | null;
  before: number | null;
  target: number | null;
}

/**
 * Takes citations that lead elsewhere now; gives the documents of whose validity something else is
 * said now.
 */
export const targetsOfRelinked = (relinked: readonly Relinked[]): number[] =>
  relinked
    .filter(({ relation }) => VALIDITY_RELATIONS.some((each) => each === relation))
    .flatMap(({ before, target }) => [before, target])
    .filter((id) => id !== null);
