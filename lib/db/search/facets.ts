import { Prisma } from '@/lib/db/generated/client';
import { noFacets, PLACES, type FacetValue, type Facets } from '@/lib/search/engine';
import type { Hit } from './packed-hits';
import { run } from './pool';
import { saidSql } from './validity';

/** Values of one filter that are worth showing. */
const VALUES_LIMIT = 60;

interface FacetRow {
  facet: Exclude<keyof Facets, 'place'>;
  value: string | null;
  label: string | null;
  documents: number;
}

/** Takes the documents found and their hits; gives for each filter the values among them. Issues only if they are of one municipality. */
export async function countFacets(documentIds: number[], hits: Hit[], withIssues: boolean): Promise<Facets> {
  const facets = noFacets();
  if (documentIds.length === 0) return facets;
  const rows = await run<FacetRow>(Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT document."municipalityId", document."issueId", document."agency", document."genre",
        extract(year FROM document."orderedOn")::int::text AS "year"
      FROM "Document" document WHERE document."id" = ANY(${documentIds}::int[])
    ), said AS (${saidSql(documentIds)})
    SELECT 'municipality' AS "facet", municipality."slug" AS "value", municipality."name" AS "label", counted."documents"
      FROM (${countedBy(Prisma.sql`"municipalityId"`)}) counted JOIN "Municipality" municipality ON municipality."id" = counted."value"
    UNION ALL
    SELECT 'issue', issue."year" || '-' || issue."number", issue."year" || '年第' || issue."number" || '号', counted."documents"
      FROM (${countedBy(Prisma.sql`CASE WHEN ${withIssues} THEN "issueId" END`)}) counted JOIN "Issue" issue ON issue."id" = counted."value"
    UNION ALL SELECT 'agency', "value", NULL, "documents" FROM (${countedBy(Prisma.sql`"agency"`)}) counted
    UNION ALL SELECT 'genre', "value", NULL, "documents" FROM (${countedBy(Prisma.sql`"genre"`)}) counted
    UNION ALL SELECT 'year', "value", NULL, "documents" FROM (${countedBy(Prisma.sql`"year"`)}) counted
    UNION ALL SELECT 'validity', "validity", NULL, count(*)::int FROM said GROUP BY "validity"`);
  for (const { facet, value, label, documents } of rows)
    if (value !== null) facets[facet].push({ value, label: label ?? value, documents });
  const unknown = documentIds.length - facets.validity.reduce((sum, { documents }) => sum + documents, 0);
  if (unknown > 0) facets.validity.push({ value: 'unknown', label: 'unknown', documents: unknown });
  facets.place = countPlaces(hits);
  for (const values of Object.values(facets) as FacetValue[][]) {
    values.sort((one, other) => other.documents - one.documents || compareWords(one.value, other.value));
  }
  for (const values of [facets.year, facets.issue]) values.sort((one, other) => byNumber(other, one));
  return facets;
}

/** The most frequent values of a column of `found`. */
const countedBy = (column: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT ${column} AS "value", count(*)::int AS "documents" FROM found GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${VALUES_LIMIT}::int`;

const compareWords = new Intl.Collator('zh-CN').compare;
const compareNumbers = new Intl.Collator('en', { numeric: true }).compare;

/** `2023-3` before `2023-12`. */
const byNumber = (one: FacetValue, other: FacetValue): number => compareNumbers(one.value, other.value);

function countPlaces(hits: Hit[]): FacetValue[] {
  return PLACES.map((place) => ({
    value: place,
    label: place,
    documents: new Set(hits.filter((hit) => hit.place === place).map(({ documentId }) => documentId)).size,
  })).filter(({ documents }) => documents > 0);
}
