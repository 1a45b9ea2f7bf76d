import { issueSegment } from '@/lib/addresses/issue-segment';
import { Prisma } from '@/lib/db/generated/client';
import { formatIssue } from '@/lib/text/format';
import { noFacets, PLACES, type FacetValue, type Facets, type Place } from '@/lib/search/engine';
import type { ValidityState } from '@/lib/validity/validity';
import { readFacts, type FilterFacts } from './document-facts';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';
import { yearOf } from '@/lib/db/search/planner/periods';
import { runStatement } from '@/lib/db/search/sql/pool';
import { topicsSql } from '@/lib/db/search/sql/topic-sql';
import { validitiesSql } from '@/lib/db/search/sql/validity-sql';

/** Values of one filter that are shown. */
const VALUES_LIMIT = 60;

/**
 * Counts the values of each filter among the documents of a search.
 * @param hits their sections, for the places
 * @param withIssues whether to count issues: only where all are of one municipality
 */
export async function countFacets(documents: TitleHit[], hits: Hit[], withIssues: boolean): Promise<Facets> {
  const facets = noFacets();
  if (documents.length === 0) return facets;
  const ids = documents.map(({ documentId }) => documentId);
  const [facts, validities, topics] = await Promise.all([
    readFacts(ids, { withIssues }),
    countValidities(ids),
    countTopics(ids),
  ]);
  facets.municipality = rank(facts.map(({ municipality: { slug, name } }) => ({ value: slug, label: name })));
  facets.issue = rank(facts.flatMap(({ issue }) => (issue ? [issueValue(issue)] : [])));
  facets.agency = rank(facts.flatMap(({ agency }) => (agency === null ? [] : [named(agency)])));
  facets.genre = rank(facts.flatMap(({ genre }) => (genre === null ? [] : [named(genre)])));
  facets.year = rank(documents.map(({ day }) => named(yearOf(day))));
  facets.validity = validities;
  facets.topic = topics;
  facets.place = countPlaces(hits);
  for (const values of [facets.year, facets.issue]) values.sort((one, other) => byNumber(other, one));
  return facets;
}

/** Counts states of validity. Most documents have none, which is counted without the database. */
async function countValidities(documentIds: number[]): Promise<FacetValue[]> {
  const known = await runStatement<{ validity: ValidityState; documents: number }>(Prisma.sql`
    SELECT "validity", count(*)::int AS "documents" FROM (${validitiesSql(documentIds)}) known GROUP BY 1`);
  const unknown = documentIds.length - known.reduce((sum, { documents }) => sum + documents, 0);
  const counts = [...known, ...(unknown > 0 ? [{ validity: 'unknown', documents: unknown }] : [])];
  return counts.map(({ validity, documents }) => ({ ...named(validity), documents })).sort(mostFirst);
}

/** Counts what publishers state as 主题分类. A manifest changes it while the document stays. */
async function countTopics(documentIds: number[]): Promise<FacetValue[]> {
  const rows = await runStatement<{ topic: string; documents: number }>(topicsSql(documentIds));
  return rows
    .map(({ topic, documents }) => ({ ...named(topic), documents }))
    .sort(mostFirst)
    .slice(0, VALUES_LIMIT);
}

type Named = Pick<FacetValue, 'value' | 'label'>;

const named = (value: string | number): Named => ({ value: `${value}`, label: `${value}` });

const issueValue = (issue: NonNullable<FilterFacts['issue']>): Named => ({
  value: `${issue.year}-${issueSegment(issue)}`,
  label: formatIssue(issue),
});

/** Counts the values of documents; gives the most frequent ones. */
function rank(ofDocuments: Named[]): FacetValue[] {
  const counts = new Map<string, FacetValue>();
  for (const { value, label } of ofDocuments) {
    const counted = counts.get(value);
    if (counted) counted.documents++;
    else counts.set(value, { value, label, documents: 1 });
  }
  const values = [...counts.values()];
  // Comparing words takes long: values that are too rare to be shown are left out before.
  const [least = 0] = values
    .map(({ documents }) => documents)
    .sort((one, other) => other - one)
    .slice(VALUES_LIMIT - 1);
  return values
    .filter(({ documents }) => documents >= least)
    .sort(mostFirst)
    .slice(0, VALUES_LIMIT);
}

const compareWords = new Intl.Collator('zh-CN').compare;
const compareNumbers = new Intl.Collator('en', { numeric: true }).compare;

const mostFirst = (one: FacetValue, other: FacetValue): number =>
  other.documents - one.documents || compareWords(one.value, other.value);

/** `2023-3` before `2023-12`. */
const byNumber = (one: FacetValue, other: FacetValue): number => compareNumbers(one.value, other.value);

/** Counts the documents at each place; one with hits at two places counts at both. */
function countPlaces(hits: Hit[]): FacetValue[] {
  const documentsAt = (place: Place): number =>
    new Set(hits.filter((hit) => hit.place === place).map(({ documentId }) => documentId)).size;
  return PLACES.map((place) => ({ ...named(place), documents: documentsAt(place) }))
    .filter(({ documents }) => documents > 0)
    .sort(mostFirst);
}
