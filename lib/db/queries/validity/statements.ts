import { Prisma, type PrismaClient } from '@/lib/db/generated/client';
import { extendedUntil, namedDay, isAtOnce, type ValiditySentence } from '@/lib/validity/statement-days';
import { VALIDITY_RELATIONS, type StatementPlace, type ValidityStatement } from '@/lib/validity/validity';

/** A client, or one inside a transaction. */
type Client = Pick<PrismaClient, '$queryRaw'>;

/**
 * Lists the statements of others, of itself and of editors on the validity of documents.
 *
 * One trip to the database.
 * @returns statements by id, those of a document in the order of its text
 */
export async function listStatements(
  client: Client,
  documentIds: readonly number[],
): Promise<Map<number, ValidityStatement[]>> {
  const statements = new Map<number, ValidityStatement[]>(documentIds.map((id) => [id, []]));
  if (documentIds.length === 0) return statements;
  const rows = await client.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT document."id", document."docNumber", document."signedOn", document."expiresOn", municipality."slug" || '/' || document."slug" AS "documentAddress"
      FROM "Document" document JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      WHERE document."id" = ANY(${documentIds}::int[])
    )
    ${byOthers(Prisma.sql`citation."targetDocumentId" = asked."id" AND citation."documentId" <> asked."id"`)}
    UNION ALL
    SELECT asked."id", clause."kind", clause."day", clause."sentence", clause."words", clause."wordsAt", NULL::date, NULL::date, NULL::date, NULL, clause."position", ${place}
    FROM asked JOIN "ValidityClause" clause ON clause."documentId" = asked."id"
    JOIN "Section" section ON section."id" = clause."sectionId"
    JOIN "Document" document ON document."id" = asked."id"
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    UNION ALL
    ${byEditors(Prisma.sql`correction."about" IN (asked."docNumber", asked."documentAddress")`)}
    ${order}`;
  for (const row of rows) statements.get(row.about)?.push(asStatement(row));
  return statements;
}

/**
 * Lists the statements of others and of editors on numbers, held or not.
 *
 * One trip to the database.
 * @param docNumbers canonical
 * @returns statements by number, those of a document in the order of its text
 */
export async function listNumberStatements(
  client: Client,
  docNumbers: readonly string[],
): Promise<Map<string, ValidityStatement[]>> {
  const statements = new Map<string, ValidityStatement[]>(docNumbers.map((docNumber) => [docNumber, []]));
  if (docNumbers.length === 0) return statements;
  const rows = await client.$queryRaw<Row[]>`
    WITH asked AS (
      SELECT place::int AS "id", "docNumber", NULL::date AS "signedOn", NULL::date AS "expiresOn"
      FROM unnest(${docNumbers}::text[]) WITH ORDINALITY given ("docNumber", place)
    )
    ${byOthers(Prisma.sql`citation."docNumber" = asked."docNumber"`)}
    UNION ALL
    ${byEditors(Prisma.sql`correction."about" = asked."docNumber"`)}
    ${order}`;
  for (const row of rows) statements.get(docNumbers[row.about - 1]!)?.push(asStatement(row));
  return statements;
}

interface Row extends StatementPlace {
  /** Id of the document that is spoken of. */
  about: number;
  kind: ValidityStatement['kind'];
  /** Of a clause and of a correction: the day that it names. */
  day: Date | null;
  sentence: string;
  words: string;
  wordsAt: number;
  /** Day of the document with the sentence. */
  saidOn: Date | null;
  /** First day in force of that document, where it names one. */
  startsOn: Date | null;
  /** Last day in force of the document that is spoken of. */
  expiresOn: Date | null;
  source: string | null;
}

/** The relations that say something of validity, as a list of SQL literals. */
export const validityRelationsSql = Prisma.raw(VALIDITY_RELATIONS.map((relation) => `'${relation}'`).join(', '));

/** The same rows give the same page, wherever they are stored. */
const order = Prisma.sql`ORDER BY "slug", "position", "sentence"`;

const place = Prisma.sql`document."slug", document."title", document."docNumber", section."address",
  json_build_object('slug', municipality."slug", 'name', municipality."name", 'sample', municipality."sample") AS "municipality"`;

/**
 * Selects citations that repeal, amend or extend.
 *
 * A citing document that was signed before the other one means an older text of the same name; the
 * definition of an alias says nothing.
 */
const byOthers = (isAbout: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT asked."id" AS "about", citation."relation" AS "kind", NULL::date AS "day", citation."sentence", citation."words", citation."wordsAt",
    coalesce(document."signedOn", document."publishedOn", issue."publishedOn") AS "saidOn",
    (SELECT min(clause."day") FROM "ValidityClause" clause WHERE clause."documentId" = document."id" AND clause."kind" = 'starts') AS "startsOn",
    asked."expiresOn", NULL AS "source", citation."position", ${place}
  FROM asked JOIN "Citation" citation ON ${isAbout} AND citation."relation" IN (${validityRelationsSql}) AND NOT citation."aliasDefinition"
  JOIN "Document" document ON document."id" = citation."documentId" AND (document."signedOn" < asked."signedOn") IS NOT TRUE
    AND (document."docNumber" = asked."docNumber") IS NOT TRUE
  JOIN "Section" section ON section."id" = citation."sectionId"
  JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
  LEFT JOIN "Issue" issue ON issue."id" = document."issueId"`;

/** Selects corrections by which a document is repealed. */
const byEditors = (isAbout: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT asked."id", 'repeals', correction."day", correction."meant", correction."meant", 0, NULL::date, NULL::date, NULL::date, correction."source",
    correction."line", NULL, NULL, NULL, NULL, NULL::json
  FROM asked JOIN "Correction" correction ON correction."kind" = 'repeal' AND ${isAbout}`;

function asStatement({ kind, sentence, words, wordsAt, source, ...row }: Row): ValidityStatement {
  const { municipality, slug, title, docNumber, address } = row;
  return {
    kind,
    ...daysOf({ kind, sentence, words, wordsAt, ...row }),
    sentence,
    words,
    wordsAt,
    place: source === null ? { municipality, slug, title, docNumber, address } : null,
    source,
  };
}

type Dated = Pick<Row, 'kind' | 'sentence' | 'words' | 'wordsAt' | 'day' | 'saidOn' | 'startsOn' | 'expiresOn'>;

function daysOf(row: Dated): Pick<ValidityStatement, 'day' | 'until'> {
  const { kind, day, saidOn, startsOn } = row;
  if (day !== null || kind === 'starts' || kind === 'ends') return { day };
  const saying: ValiditySentence = { ...row, kind };
  if (kind === 'extends') {
    const until = extendedUntil(saying, isoDay(row.expiresOn), isoDay(saidOn));
    return { day: saidOn, ...(until === null ? {} : { until: new Date(until) }) };
  }
  const named = namedDay(saying);
  if (named !== null) return { day: new Date(named) };
  return { day: startsOn !== null && isAtOnce(saying.sentence) ? startsOn : saidOn };
}

const isoDay = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
