import 'server-only';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { AmendmentOperation } from '@/lib/gazette';
import { isDraft } from '@/lib/gazette';
import type { Relation } from '@/lib/gazette/ast';
import type { DecidedOperation } from '@/lib/validity/amendments/changes';
import { endOfDecision } from '@/lib/validity/amendments/decision-end';
import { repealedPlaces } from '@/lib/validity/amendments/repealed-places';
import { kindOfRelation } from '@/lib/validity/relation-kind';
import { decidingDay } from '@/lib/validity/statement-days';
import type { StatementPlace } from '@/lib/validity/validity';
import { decidingDocument } from './deciding-document';
import { listStatements } from './statements';

interface Row extends StatementPlace {
  documentId: number;
  /** Order in the decision; what it repeals stands behind what it changes. */
  position: number;
  sentence: string;
  /** Null for a citation that repeals a part. */
  operation: Omit<AmendmentOperation, 'address' | 'sentence' | 'citation'> | null;
  about: string | null;
  relation: Relation;
  locator: string | null;
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
 * Two trips to the database where there are any. A decision that was signed before the document
 * means an older text of the same name; a draft decides nothing.
 */
export async function listOperations(documentId: number): Promise<DecidedOperation[]> {
  const citing = Prisma.sql`citation."title" AS "about", citation."relation", citation."locator", citation."sentence" AS "citedIn", citation."words", citation."wordsAt",
      document."id" AS "documentId", document."slug", document."title", document."docNumber", section."address",
      json_build_object('slug', municipality."slug", 'name', municipality."name", 'sample', municipality."sample") AS "municipality",
      document."signedOn", document."publishedOn", issue."publishedOn" AS "printedOn", starts."day" AS "startsOn", starts."count" > 0 AS "hasStart"
    FROM "Document" asked
    JOIN "Citation" citation ON citation."targetDocumentId" = asked."id" AND citation."documentId" <> asked."id" AND NOT citation."aliasDefinition"
    JOIN "Document" document ON document."id" = citation."documentId" AND (document."signedOn" < asked."signedOn") IS NOT TRUE
      AND (document."docNumber" = asked."docNumber") IS NOT TRUE
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    ${decidingDocument}`;
  const rows = await getClient().$queryRaw<Row[]>`
    SELECT operation."position", operation."sentence", operation."operation"::jsonb, ${citing}
    JOIN "AmendmentOperation" operation ON operation."documentId" = citation."documentId" AND operation."citationPosition" = citation."position"
    JOIN "Section" section ON section."id" = operation."sectionId"
    WHERE asked."id" = ${documentId}::int
    UNION ALL
    SELECT ${BEHIND_OPERATIONS}::int + citation."position", citation."sentence", NULL, ${citing}
    JOIN "Section" section ON section."id" = citation."sectionId"
    WHERE asked."id" = ${documentId}::int AND citation."relation" IN ('repeals', 'amends')
    ORDER BY "slug", "position"`;
  const made = withoutRepetitions(rows.filter(({ title }) => !isDraft(title)).flatMap(operationsOf));
  if (made.length === 0) return [];
  const statements = await listStatements(getClient(), [...new Set(made.map(({ documentId: id }) => id))]);
  return made.map(({ documentId: id, ...operation }) => ({
    ...operation,
    ...endOfDecision(statements.get(id) ?? []),
  }));
}

/** A sentence that names the document twice repeals a place once. */
function withoutRepetitions(made: readonly Made[]): Made[] {
  const repealed = new Set<string>();
  return made.filter(({ documentId, place, isRepeal }) => {
    const key = `${documentId} ${place}`;
    if (!isRepeal) return true;
    if (repealed.has(key)) return false;
    repealed.add(key);
    return true;
  });
}

/** More than operations of a document. */
const BEHIND_OPERATIONS = 1_000_000;

type Made = DecidedOperation & { documentId: number };

function operationsOf({ operation, position, sentence, about, ...row }: Row): Made[] {
  const { documentId, relation, locator, citedIn, words, wordsAt } = row;
  const shared = {
    documentId,
    sentence,
    about,
    address: row.address,
    saidOn: row.signedOn,
    decision: {
      municipality: row.municipality,
      slug: row.slug,
      title: row.title,
      docNumber: row.docNumber,
      address: row.address,
    },
  };
  const dayAs = (kind: 'amends' | 'repeals') => decidingDay({ kind, sentence: citedIn, words, wordsAt }, row).day;
  if (operation) return [{ ...operation, ...shared, position, day: dayAs('amends') }];
  if (relation !== 'repeals' && relation !== 'amends') return [];
  if (kindOfRelation({ relation, sentence: citedIn, words, wordsAt, locator }, row.title) !== 'repealsPart') return [];
  return repealedPlaces({ sentence: citedIn, words, wordsAt }).map((place) => ({
    ...shared,
    kind: 'delete',
    place,
    isRepeal: true,
    position,
    day: dayAs('repeals'),
  }));
}
