import { Prisma } from '@/lib/db/generated/client';
import type { HitDocument } from '@/lib/search/engine';
import type { ValidityState } from '@/lib/validity/validity';
import { runStatement } from '@/lib/db/search/sql/pool';
import { validitySql } from '@/lib/db/search/sql/validity-sql';

interface HitDocumentRow {
  id: number;
  slug: string;
  title: string;
  docNumber: string | null;
  genre: string | null;
  agency: string | null;
  signedOn: string | null;
  municipalitySlug: string;
  municipalityName: string;
  sample: boolean;
  issueYear: number | null;
  issueNumber: number | null;
  issueLastNumber: number | null;
  issueEdition: string | null;
  validity: ValidityState;
  topic: string | null;
  indexNumber: string | null;
}

/**
 * Reads documents by their ids, as lists of hits show them.
 *
 * Unknown ids are left out.
 */
export async function loadHitDocuments(ids: number[]): Promise<Map<number, HitDocument>> {
  if (ids.length === 0) return new Map();
  const rows = await runStatement<HitDocumentRow>(Prisma.sql`
    SELECT document."id", document."slug", document."title", document."docNumber", document."genre", document."agency", document."signedOn"::text,
      municipality."slug" AS "municipalitySlug", municipality."name" AS "municipalityName", municipality."sample",
      issue."year" AS "issueYear", issue."number" AS "issueNumber", issue."lastNumber" AS "issueLastNumber", issue."edition" AS "issueEdition", ${validitySql} AS "validity",
      COALESCE(document."topic", listed."topic") AS "topic", COALESCE(document."indexNumber", listed."indexNumber") AS "indexNumber"
    FROM "Document" document
    JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
    LEFT JOIN "Issue" issue ON issue."id" = document."issueId"
    LEFT JOIN LATERAL (
      SELECT stated."topic", stated."indexNumber" FROM "ManifestRow" stated
      WHERE stated."documentId" = document."id" ORDER BY stated."position" LIMIT 1
    ) listed ON true
    WHERE document."id" = ANY(${ids}::int[])`);
  return new Map(rows.map((row) => [row.id, toHitDocument(row)]));
}

function toHitDocument(row: HitDocumentRow): HitDocument {
  const { slug, title, docNumber, genre, agency, signedOn, validity, topic, indexNumber } = row;
  return {
    slug,
    title,
    docNumber,
    genre,
    agency,
    signedOn: signedOn === null ? null : new Date(`${signedOn}T00:00:00Z`),
    municipality: { slug: row.municipalitySlug, name: row.municipalityName, sample: row.sample },
    issue:
      row.issueYear === null || row.issueNumber === null
        ? null
        : {
            year: row.issueYear,
            number: row.issueNumber,
            lastNumber: row.issueLastNumber,
            ...(row.issueEdition ? { edition: row.issueEdition } : {}),
          },
    validity,
    topic,
    indexNumber,
  };
}
