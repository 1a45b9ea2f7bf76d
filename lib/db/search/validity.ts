import { Prisma } from '@/lib/db/generated/client';

/**
 * What held documents say of `document`: repealed, amended, or nothing. A condition reads `${validitySql} = 'repealed'`.
 * Expects the table "Document" under the name `document`.
 */
export const validitySql = Prisma.sql`CASE
  WHEN EXISTS (SELECT FROM "Citation" said WHERE said."targetDocumentId" = document."id" AND said."relation" = 'repeals' AND said."documentId" <> document."id") THEN 'repealed'
  WHEN EXISTS (SELECT FROM "Citation" said WHERE said."targetDocumentId" = document."id" AND said."relation" = 'amends' AND said."documentId" <> document."id") THEN 'amended'
  ELSE 'unknown' END`;
