import { Prisma } from '@/lib/db/generated/client';

/**
 * What held documents say of `document`: repealed, amended, or nothing. A condition reads `${validitySql} = 'repealed'`.
 * Expects the table "Document" under the name `document`.
 */
export const validitySql = Prisma.sql`CASE
  WHEN EXISTS (SELECT FROM "Citation" said WHERE said."targetDocumentId" = document."id" AND said."relation" = 'repeals' AND said."documentId" <> document."id") THEN 'repealed'
  WHEN EXISTS (SELECT FROM "Citation" said WHERE said."targetDocumentId" = document."id" AND said."relation" = 'amends' AND said."documentId" <> document."id") THEN 'amended'
  ELSE 'unknown' END`;

/** The same for many documents at once: takes their ids; gives rows of `documentId` and `validity`, none for one of which nothing is said. */
export const saidSql = (documentIds: number[]): Prisma.Sql => Prisma.sql`
  SELECT said."targetDocumentId" AS "documentId", CASE WHEN bool_or(said."relation" = 'repeals') THEN 'repealed' ELSE 'amended' END AS "validity"
  FROM "Citation" said
  WHERE said."targetDocumentId" = ANY(${documentIds}::int[]) AND said."relation" IN ('repeals', 'amends') AND said."documentId" <> said."targetDocumentId"
  GROUP BY said."targetDocumentId"`;
