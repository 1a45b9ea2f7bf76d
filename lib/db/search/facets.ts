import { Prisma } from '@/lib/db/generated/client';
import { noFacets, PLACES, type FacetValue, type Facets, type Place, type Validity } from '@/lib/search/engine';
import type { Hit } from './packed-hits';
import { run } from './pool';
import { saidSql } from './validity';

/** Values of one filter that are worth showing. */
const VALUES_LIMIT = 60;

/** Found documents, column by column: as a row for each value they take longer to group, to send and to read. */
interface FoundColumns {
  municipalityIds: number[];
  issueIds: (number | null)[];
  agencies: (string | null)[];
  genres: (string | null)[];
  years: number[];
  /** Of those of which something is known. */
  validities: Validity[] | null;
  municipalities: { id: number; slug: string; name: string }[];
  issues: { id: number; year: number; number: number }[] | null;
}

/** Takes the documents found and their hits; gives for each filter the values among them. Issues only if they are of one municipality. */
export async function countFacets(documentIds: number[], hits: Hit[], withIssues: boolean): Promise<Facets> {
  const facets = noFacets();
  if (documentIds.length === 0) return facets;
  const [found] = await run<FoundColumns>(Prisma.sql`
    WITH found AS MATERIALIZED (
      SELECT document."municipalityId", CASE WHEN ${withIssues} THEN document."issueId" END AS "issueId", document."agency", document."genre",
        extract(year FROM document."orderedOn")::int AS "year"
      FROM "Document" document WHERE document."id" = ANY(${documentIds}::int[])
    )
    SELECT json_agg("municipalityId") AS "municipalityIds", json_agg("issueId") AS "issueIds", json_agg("agency") AS "agencies",
      json_agg("genre") AS "genres", json_agg("year") AS "years",
      (SELECT json_agg("validity") FROM (${saidSql(documentIds)}) said) AS "validities",
      (SELECT json_agg(json_build_object('id', "id", 'slug', "slug", 'name', "name"))
        FROM "Municipality" WHERE "id" = ANY(ARRAY(SELECT DISTINCT "municipalityId" FROM found))) AS "municipalities",
      (SELECT json_agg(json_build_object('id', "id", 'year', "year", 'number', "number"))
        FROM "Issue" WHERE "id" = ANY(ARRAY(SELECT DISTINCT "issueId" FROM found))) AS "issues"
    FROM found`);
  if (!found?.municipalityIds) return facets;
  const municipalities = new Map(found.municipalities.map(({ id, slug, name }) => [id, { value: slug, label: name }]));
  const issues = new Map(
    found.issues?.map(({ id, year, number }) => [id, { value: `${year}-${number}`, label: `${year}年第${number}号` }]),
  );
  const validities = found.validities ?? [];
  const unknown = Array.from({ length: documentIds.length - validities.length }, (): Validity => 'unknown');
  facets.municipality = countValues(found.municipalityIds, (id) => municipalities.get(id));
  facets.issue = countValues(found.issueIds, (id) => issues.get(id));
  facets.agency = countValues(found.agencies);
  facets.genre = countValues(found.genres);
  facets.year = countValues(found.years);
  facets.validity = countValues([...validities, ...unknown]);
  facets.place = countPlaces(hits);
  for (const values of [facets.year, facets.issue]) values.sort((one, other) => byNumber(other, one));
  return facets;
}

/** Takes the value that each document has; gives the most frequent ones, each once, and how many have it. What is not named is left out. */
function countValues<Value extends string | number>(
  ofDocuments: (Value | null)[],
  nameOf: (value: Value) => Pick<FacetValue, 'value' | 'label'> | undefined = named,
): FacetValue[] {
  const counts = new Map<Value, number>();
  for (const value of ofDocuments) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .flatMap(([value, documents]) => {
      const name = nameOf(value);
      return name ? [{ ...name, documents }] : [];
    })
    .sort(mostFirst)
    .slice(0, VALUES_LIMIT);
}

const named = (value: string | number): Pick<FacetValue, 'value' | 'label'> => ({
  value: `${value}`,
  label: `${value}`,
});

const compareWords = new Intl.Collator('zh-CN').compare;
const compareNumbers = new Intl.Collator('en', { numeric: true }).compare;

const mostFirst = (one: FacetValue, other: FacetValue): number =>
  other.documents - one.documents || compareWords(one.value, other.value);

/** `2023-3` before `2023-12`. */
const byNumber = (one: FacetValue, other: FacetValue): number => compareNumbers(one.value, other.value);

/** A document with hits at two places counts at both. */
function countPlaces(hits: Hit[]): FacetValue[] {
  const documentsAt = (place: Place): number =>
    new Set(hits.filter((hit) => hit.place === place).map(({ documentId }) => documentId)).size;
  return PLACES.map((place) => ({ ...named(place), documents: documentsAt(place) }))
    .filter(({ documents }) => documents > 0)
    .sort(mostFirst);
}
