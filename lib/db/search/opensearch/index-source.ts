import { PLACES } from '@/lib/search/engine';
import { alternativesOf, type SearchQuery } from '@/lib/search/query';
import type { Scope } from '@/lib/db/search/planner/conditions';
import type { Order } from '@/lib/db/search/planner/order';
import type { HitSource } from '@/lib/db/search/sources/source';
import { wordSource } from '@/lib/db/search/sources/word-source';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';
import { traceStep } from '@/lib/db/search/trace';
import { AS_TYPED, askedWords, IN_HEADING, sectionsQuery, titlesQuery, typedOf, type AskedWords } from './matching';
import { scopeFilters, type ScopeFilters } from './scope-filters';
import { searchIndex, type FindIndex, type IndexHit } from './search-index';

/** Hits that are asked for at once; a search counts one more than a thousand. */
const BATCH = 1001;

type Words = Pick<SearchQuery, 'words' | 'title' | 'excluded'>;

/**
 * Makes the source that finds by words through an index; PostgreSQL tells what was found.
 *
 * It finds what `wordSource` finds, and gives it in the same order.
 */
export function indexSource(index: FindIndex, query: Words, scope: Scope): HitSource {
  // Conditions alone are no work for an index of words.
  if (query.words.length + query.title.length + scope.asked.query.agency.length === 0) return wordSource(query, scope);
  const told = wordSource(query, scope);
  const filters = scopeFilters(scope);
  const asked = askedWords(query);
  const inTitle = { ...asked, typed: typedOf([...query.words, ...query.title]) };
  const halves = asked.typed === null ? null : makeHalves(index, query, scope, filters);
  return {
    ...told,
    titles: (order, limit) =>
      asked.words.length > 0 && scope.limitsPlace
        ? Promise.resolve([])
        : findTitles(index, inTitle, filters, order, limit),
    ...sectionsOf(index, asked, filters),
    halves,
  };
}

type Sections = Pick<HitSource, 'sections' | 'headings' | 'isLikelyMoreThan'>;

const sectionsOf = (index: FindIndex, asked: AskedWords, filters: ScopeFilters): Sections => ({
  sections: (order, limit) => findSections(index, asked, filters, order, limit, 'text'),
  headings: (limit) => findSections(index, asked, filters, 'newest', limit, 'heading'),
  // An index answers both questions in the same time: nothing is asked before.
  isLikelyMoreThan: () => Promise.resolve(false),
});

function makeHalves(index: FindIndex, query: Words, scope: Scope, filters: ScopeFilters): HitSource['halves'] {
  const { words, excluded } = query;
  const typedAlone = words.map((word) => ({ ...word, also: [] }));
  // Of one word no other one than those for it can lack it.
  const others = words.length === 1 ? words.map(({ also }) => also) : words.map(alternativesOf);
  const lacking = { words: others, typed: typedOf(words), excluded, lacksTyped: true };
  return {
    typed: indexSource(index, { ...query, words: typedAlone }, scope),
    others: sectionsOf(index, lacking, filters),
  };
}

async function findTitles(
  index: FindIndex,
  asked: AskedWords,
  filters: ScopeFilters,
  order: Order,
  limit: number,
): Promise<TitleHit[]> {
  const hits: TitleHit[] = [];
  for await (const batch of pages(index, titlesQuery(asked, filters), order, limit))
    hits.push(...batch.map((hit) => titleHit(hit, asked)));
  return hits;
}

async function* findSections(
  index: FindIndex,
  asked: AskedWords,
  filters: ScopeFilters,
  order: Order,
  limit: number,
  target: 'text' | 'heading',
): AsyncGenerator<Hit[]> {
  if (asked.words.length === 0) return;
  for await (const batch of pages(index, sectionsQuery(asked, target, filters), order, limit))
    yield batch.map((hit) => ({
      ...titleHit(hit, asked),
      sectionId: hit.values[3]!,
      place: PLACES[hit.values[4]!]!,
      inHeading: target === 'heading' || hit.names.has(IN_HEADING),
    }));
}

const titleHit = ({ values, names }: IndexHit, { typed, lacksTyped }: AskedWords): TitleHit => ({
  day: values[0]!,
  documentId: values[1]!,
  isTyped: !lacksTyped && (typed === null || names.has(AS_TYPED)),
});

/** Goes on from hit to hit until there are enough. No two hits have the same values. */
async function* pages(
  index: FindIndex,
  query: Record<string, unknown>,
  order: Order,
  limit: number,
): AsyncGenerator<IndexHit[]> {
  let after: number[] | undefined;
  for (let left = limit; left > 0;) {
    const size = Math.min(BATCH, left);
    const hits = await searchIndex(await index(), { query, order, limit: size, ...(after && { after }) });
    traceStep('index', hits.length);
    if (hits.length > 0) yield hits;
    if (hits.length < size) return;
    left -= size;
    after = hits.at(-1)!.values;
  }
}
