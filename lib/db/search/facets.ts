import { Prisma } from '@/lib/db/generated/client';
import { PLACES, type FacetValue, type Facets } from '@/lib/search/engine';
import { placeOf } from '@/lib/search/place';
import type { Hit } from './collect';
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

export const noFacets = (): Facets => ({
  municipality: [],
  agency: [],
  genre: [],
  year: [],
  issue: [],
  place: [],
  validity: [],
});

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
      FROM (SELECT "municipalityId", count(*)::int AS "documents" FROM found GROUP BY 1) counted
      JOIN "Municipality" municipality ON municipality."id" = counted."municipalityId"
    UNION ALL
    SELECT 'issue', issue."year" || '-' || issue."number", issue."year" || '年第' || issue."number" || '号', counted."documents"
      FROM (SELECT "issueId", count(*)::int AS "documents" FROM found WHERE ${withIssues} GROUP BY 1) counted
      JOIN "Issue" issue ON issue."id" = counted."issueId"
    UNION ALL SELECT 'agency', "agency", NULL, count(*)::int FROM found GROUP BY "agency"
    UNION ALL SELECT 'genre', "genre", NULL, count(*)::int FROM found GROUP BY "genre"
    UNION ALL SELECT 'year', "year", NULL, count(*)::int FROM found GROUP BY "year"
    UNION ALL SELECT 'validity', "validity", NULL, count(*)::int FROM said GROUP BY "validity"`);
  for (const { facet, value, label, documents } of rows)
    if (value !== null) facets[facet].push({ value, label: label ?? value, documents });
  const unknown = documentIds.length - facets.validity.reduce((sum, { documents }) => sum + documents, 0);
  if (unknown > 0) facets.validity.push({ value: 'unknown', label: 'unknown', documents: unknown });
  facets.place = countPlaces(hits);
  for (const values of Object.values(facets) as FacetValue[][]) {
    values.sort((one, other) => other.documents - one.documents || compareWords(one.value, other.value));
    values.splice(VALUES_LIMIT);
  }
  for (const values of [facets.year, facets.issue]) values.sort((one, other) => byNumber(other, one));
  return facets;
}

const compareWords = new Intl.Collator('zh-CN').compare;
const compareNumbers = new Intl.Collator('en', { numeric: true }).compare;

/** `2023-3` before `2023-12`. */
const byNumber = (one: FacetValue, other: FacetValue): number => compareNumbers(one.value, other.value);

function countPlaces(hits: Hit[]): FacetValue[] {
  return PLACES.map((place) => ({
    value: place,
    label: place,
    documents: new Set(hits.filter((hit) => placeOf(hit) === place).map(({ documentId }) => documentId)).size,
  })).filter(({ documents }) => documents > 0);
}
