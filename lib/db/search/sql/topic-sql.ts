import { Prisma } from '@/lib/db/generated/client';
import { GOVERNMENT, statedWordsOf } from '@/lib/subjects/subjects-of';
import { hasAny } from './alternatives-sql';

/** Ids of the documents of a 主题分类: what the text states goes before what a manifest does. */
export const ofTopicSql = (topic: string): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT stated."id" FROM "Document" stated WHERE stated."topic" = ${topic}
  UNION ALL
  SELECT stated."id" FROM "ManifestRow" listed JOIN "Document" stated ON stated."id" = listed."documentId"
  WHERE listed."topic" = ${topic} AND stated."topic" IS NULL
)`;

/** Ids of the documents of a subject, by manifests too. */
export const ofSubjectSql = (subject: string): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT held."id" FROM "Document" held WHERE held."subjects" ?| ${[subject]}::text[]
  UNION
  SELECT held."id" FROM "ManifestRow" listed JOIN "Document" held ON held."id" = listed."documentId"
  WHERE held."topic" IS NULL AND (${hasAny(Prisma.sql`replace(listed."topic", ${GOVERNMENT}, ' ')`, statedWordsOf(subject) ?? [])})
)`;

/** Selects `topic` and the number of `documents` among some, of those that have one. */
export const topicsSql = (documentIds: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT "topic", count(*)::int AS "documents" FROM (
    SELECT stated."id", stated."topic" FROM "Document" stated
    WHERE stated."id" = ANY(${[...documentIds]}::int[]) AND stated."topic" IS NOT NULL
    UNION
    SELECT stated."id", listed."topic" FROM "ManifestRow" listed JOIN "Document" stated ON stated."id" = listed."documentId"
    WHERE listed."documentId" = ANY(${[...documentIds]}::int[]) AND listed."topic" IS NOT NULL AND stated."topic" IS NULL
  ) known GROUP BY 1`;
