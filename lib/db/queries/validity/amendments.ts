import 'server-only';
import { getClient } from '@/lib/db/client';
import type { AmendmentOperation } from '@/lib/gazette';
import { isDraft } from '@/lib/gazette';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { decidingDay } from '@/lib/validity/statement-days';
import type { StatementPlace } from '@/lib/validity/validity';
import { decidingDocument } from './deciding-document';

interface Row extends StatementPlace {
  position: number;
  sentence: string;
  operation: Omit<AmendmentOperation, 'address' | 'sentence' | 'citation'>;
  about: string | null;
  citedIn: string;
  words: string;
  wordsAt: number;
  signedOn: Date | null;
  publishedOn: Date | null;
  printedOn: Date | null;
  startsOn: Date | null;
  hasStart: boolean;
}

/**
 * Lists what decisions do to the clauses of a document, as their sentences were read.
 *
 * One trip to the database. A decision that was signed before the document means an older text of
 * the same name; a draft decides nothing.
 */
export async function listOperations(documentId: number): Promise<DecidedOperation[]> {
  const rows = await getClient().$queryRaw<Row[]>`
    SELECT operation."position", operation."sentence", operation."operation", citation."title" AS "about", citation."sentence" AS "citedIn", citation."words", citation."wordsAt",
      document."slug", document."title", document."docNumber", section."address",
      json_build_object('slug', municipality."slug", 'name', municipality."name", 'sample', municipality."sample") AS "municipality",
      document."signedOn", document."publishedOn", issue."publishedOn" AS "printedOn", starts."day" AS "startsOn", starts."count" > 0 AS "hasStart"
    FROM "Document" asked
    JOIN "Citation" citation ON citation."targetDocumentId" = asked."id" AND citation."documentId" <> asked."id" AND NOT citation."aliasDefinition"
    JOIN "AmendmentOperation" operation ON operation."documentId" = citation."documentId" AND operation."citationPosition" = citation."position"
    JOIN "Section" section ON section."id" = operation."sectionId"
    JOIN "Document" document ON document."id" = citation."documentId" AND (document."signedOn" < asked."signedOn") IS NOT TRUE
      AND (document."docNumber" = asked."docNumber") IS NOT TRUE
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    ${decidingDocument}
    WHERE asked."id" = ${documentId}::int
    ORDER BY document."slug", operation."position"`;
  return rows
    .filter(({ title }) => !isDraft(title))
    .map(({ position, sentence, operation, about, citedIn, words, wordsAt, ...row }) => ({
      ...operation,
      sentence,
      position,
      about,
      address: row.address,
      day: decidingDay({ kind: 'amends', sentence: citedIn, words, wordsAt }, row).day,
      saidOn: row.signedOn,
      decision: {
        municipality: row.municipality,
        slug: row.slug,
        title: row.title,
        docNumber: row.docNumber,
        address: row.address,
      },
    }));
}
