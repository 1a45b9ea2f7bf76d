import { Prisma, type PrismaClient } from '@/lib/db/generated/client';
import { decidingDocument } from './deciding-document';
import { decidingDay, extendedUntil, type ValiditySentence } from '@/lib/validity/statement-days';
import { readStated } from '@/lib/validity/stated-validity';
import {
  VALIDITY_RELATIONS,
  type StatementKind,
  type StatementPlace,
  type ValidityRelation,
  type ValidityStatement,
} from '@/lib/validity/validity';
import { kindOfRelation } from '@/lib/validity/relation-kind';

/** Where a mark is from. */
const PAGE_SOURCE = '来源网页标注';

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
    SELECT asked."id", clause."kind", clause."day", clause."sentence", clause."words", clause."wordsAt", NULL, NULL::date, NULL::date, NULL::date, NULL::date,
      false, clause."countedFrom", NULL::date, NULL, clause."position", ${place}
    FROM asked JOIN "ValidityClause" clause ON clause."documentId" = asked."id"
    JOIN "Section" section ON section."id" = clause."sectionId"
    JOIN "Document" document ON document."id" = asked."id"
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    UNION ALL
    ${byPage}
    UNION ALL
    ${byEditors(Prisma.sql`correction."about" IN (asked."docNumber", asked."documentAddress")`)}
    ${order}`;
  for (const row of rows) statements.get(row.about)?.push(...asStatements(row));
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
  for (const row of rows) statements.get(docNumbers[row.about - 1]!)?.push(...asStatements(row));
  return statements;
}

interface Row extends StatementPlace {
  /** Id of the document that is spoken of. */
  about: number;
  kind: ValidityStatement['kind'];
  /** Of a clause, a correction and a mark: the day that it names. */
  day: Date | null;
  sentence: string;
  words: string;
  wordsAt: number;
  /** Of a citation: the part of the other document that it names. */
  locator: string | null;
  /** Days of the document with the sentence, and of its issue. */
  signedOn: Date | null;
  publishedOn: Date | null;
  printedOn: Date | null;
  /** First day in force of that document, where known; whether a clause speaks of one. */
  startsOn: Date | null;
  hasStart: boolean;
  /** Of a clause: the day of the document from which its day was counted. */
  countedFrom: 'published' | 'signed' | null;
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
  SELECT asked."id" AS "about", citation."relation" AS "kind", NULL::date AS "day", citation."sentence", citation."words", citation."wordsAt", citation."locator",
    document."signedOn", document."publishedOn", issue."publishedOn" AS "printedOn", starts."day" AS "startsOn", starts."count" > 0 AS "hasStart",
    NULL AS "countedFrom", asked."expiresOn", NULL AS "source", citation."position", ${place}
  FROM asked JOIN "Citation" citation ON ${isAbout} AND citation."relation" IN (${validityRelationsSql}) AND NOT citation."aliasDefinition"
  JOIN "Document" document ON document."id" = citation."documentId" AND (document."signedOn" < asked."signedOn") IS NOT TRUE
    AND (document."docNumber" = asked."docNumber") IS NOT TRUE
  JOIN "Section" section ON section."id" = citation."sectionId"
  JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
  ${decidingDocument}`;

/** Selects what the block of keys above the text marks, as one statement: 有效性：废止. */
const byPage = Prisma.sql`
  SELECT asked."id", 'stated', document."statedEndsOn",
    concat_ws('　', '有效性：' || document."statedValidity", '废止日期：' || document."statedEndsOn"),
    coalesce(document."statedValidity", '废止日期：' || document."statedEndsOn"), CASE WHEN document."statedValidity" IS NULL THEN 0 ELSE 4 END,
    NULL, NULL::date, NULL::date, NULL::date, NULL::date, false, NULL, NULL::date, ${PAGE_SOURCE}, NULL::int, NULL, NULL, NULL, NULL, NULL::json
  FROM asked JOIN "Document" document ON document."id" = asked."id" AND coalesce(document."statedValidity", document."statedEndsOn"::text) IS NOT NULL`;

/** Selects corrections by which a document is repealed. */
const byEditors = (isAbout: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT asked."id", 'repeals', correction."day", correction."meant", correction."meant", 0, NULL, NULL::date, NULL::date, NULL::date, NULL::date,
    false, NULL, NULL::date, correction."source",
    correction."line", NULL, NULL, NULL, NULL, NULL::json
  FROM asked JOIN "Correction" correction ON correction."kind" = 'repeal' AND ${isAbout}`;

/** Makes the statement of a row; none of a draft. */
function asStatements({ sentence, words, wordsAt, source, ...row }: Row): ValidityStatement[] {
  const { municipality, slug, title, docNumber, address } = row;
  const kind =
    isValidityRelation(row.kind) && source === null
      ? kindOfRelation({ ...row, relation: row.kind, sentence, words, wordsAt }, title)
      : row.kind;
  if (kind === null) return [];
  return [
    {
      ...daysOf({ sentence, words, wordsAt, ...row }),
      kind,
      // Where 有效性 has no value, the day alone says it.
      ...(kind === 'stated' ? { stated: wordsAt === 0 ? ('ended' as const) : readStated(words) } : {}),
      sentence,
      words,
      wordsAt,
      place: source === null ? { municipality, slug, title, docNumber, address } : null,
      source,
    },
  ];
}

const isValidityRelation = (kind: StatementKind): kind is ValidityRelation =>
  VALIDITY_RELATIONS.some((relation) => relation === kind);

type Dated = Omit<Row, keyof StatementPlace | 'about' | 'source'>;

function daysOf(row: Dated): Pick<ValidityStatement, 'day' | 'dayFrom' | 'until'> {
  const { kind, day } = row;
  if (kind === 'starts' || kind === 'ends')
    return day === null ? { day } : { day, dayFrom: row.countedFrom ?? 'named' };
  if (!isValidityRelation(kind) || day !== null) return { day };
  const saying: ValiditySentence = { ...row, kind };
  const said = decidingDay(saying, row);
  if (kind !== 'extends') return said;
  const until = extendedUntil(saying, isoDay(row.expiresOn), isoDay(said.day));
  return { ...said, ...(until === null ? {} : { until: new Date(until) }) };
}

const isoDay = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null;
