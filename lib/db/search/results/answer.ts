import {
  DOCUMENTS_PER_PAGE,
  noFacets,
  TOTAL_CAP,
  type FoundDocument,
  type SearchAnswer,
  type SearchRequest,
} from '@/lib/search/engine';
import { isSearchTimeout } from '@/lib/search/errors';
import { hasWords, listMarked } from '@/lib/search/query';
import { listOtherWords } from '@/lib/search/synonyms/other-words';
import { markWords } from '@/lib/search/marks/snippet';
import { citingSource, isCited } from '@/lib/db/search/sources/citing';
import { readScope, type Scope } from '@/lib/db/search/planner/conditions';
import { countFacets } from './facets';
import { loadHitDocuments } from './hit-documents';
import { withDefinedWords } from './defined-words';
import { gatherHits } from './gather-hits';
import { findIndexNumber } from './index-numbers';
import { findClaimedNumber } from './claimed-number';
import { scatteredSource } from '@/lib/db/search/sources/scattered';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';
import { dayText } from '@/lib/db/search/planner/periods';
import { orderOf, type Order } from '@/lib/db/search/planner/order';
import type { FindWords, HitSource } from '@/lib/db/search/sources/source';
import { withIndex } from '@/lib/db/search/opensearch/with-index';

/** Answers a search; see SearchEngine.search. */
export const answerSearch = (asked: SearchRequest): Promise<SearchAnswer> =>
  withIndex((find) => answerWith(asked, find));

async function answerWith(asked: SearchRequest, find: FindWords): Promise<SearchAnswer> {
  const started: SearchAnswer = {
    number: null,
    by: 'words',
    others: [],
    documents: [],
    total: { documents: 0, sections: 0, capped: false },
    facets: noFacets(),
    page: asked.page,
    pages: 0,
    continueAt: null,
    timedOut: false,
  };
  try {
    const [{ request, defined }] = await Promise.all([
      withDefinedWords(asked),
      findTypedNumber(asked).then((number) => void (started.number = number)),
    ]);
    const chosen = await chooseSource(request, started.number, find);
    if (!chosen) return started;
    if (chosen.by === 'words') started.others = listOtherWords(request.query, defined);
    const results = await findPage(chosen.source, request, chosen.scope);
    if (results.total.documents > 0 || chosen.by !== 'words' || request.query.words.length < 2)
      return { ...started, by: chosen.by, ...results };
    const scattered = await findPage(scatteredSource(request.query, chosen.scope, find), request, chosen.scope);
    return scattered.total.documents > 0 ? { ...started, by: 'scattered', ...scattered } : { ...started, ...results };
  } catch (error) {
    if (isSearchTimeout(error)) return { ...started, timedOut: true };
    throw error;
  }
}

/**
 * Finds documents that have all the words of a search, but perhaps in different places.
 * @returns the first ones, those of the best titles before others
 */
export async function findApart(asked: SearchRequest): Promise<FoundDocument[]> {
  const { request } = await withDefinedWords(asked);
  const scope = request.query.words.length > 1 ? await readScope(request.conditions, request.query) : null;
  if (!scope) return [];
  return withIndex(
    async (find) => (await findPage(scatteredSource(request.query, scope, find), request, scope)).documents,
  );
}

/** Finds what bears the number that was typed, or the 索引号; null where neither was. */
export async function findTypedNumber({ query }: SearchRequest): Promise<SearchAnswer['number']> {
  const number = await findClaimedNumber(query);
  return (number?.documents.length ?? 0) > 0 ? number : ((await findIndexNumber(query.q)) ?? number);
}

type ResultPage = Pick<SearchAnswer, 'documents' | 'total' | 'facets' | 'pages' | 'continueAt'>;

/**
 * Chooses what finds the hits of a search.
 *
 * A number that is held or cited finds its citations; anything else finds by words.
 * @param find makes the source for words
 * @param among ids of the documents that count, few; without it all
 * @returns null where nothing can be found
 */
export async function chooseSource(
  request: SearchRequest,
  number: SearchAnswer['number'],
  find: FindWords,
  among?: readonly number[],
): Promise<{ by: SearchAnswer['by']; source: HitSource; scope: Scope } | null> {
  const scope = await readScope(request.conditions, request.query, among);
  if (!scope || !isAsking(request)) return null;
  const byNumber = number?.canonical && (number.documents.length > 0 || (await isCited(number.canonical)));
  if (byNumber && number.canonical) return { by: 'citations', source: citingSource(number.canonical, scope), scope };
  return { by: 'words', source: find(request.query, scope), scope };
}

/** Whether the request asks for something; excluded words alone do not. */
const isAsking = ({ query, conditions }: SearchRequest): boolean =>
  hasWords(query) || (query.excluded.length === 0 && Object.keys(conditions).length > 0);

async function findPage(source: HitSource, request: SearchRequest, { heldPeriod }: Scope): Promise<ResultPage> {
  const { sort, page, conditions, query } = request;
  const order = orderOf(sort);
  const { titles, hits, best, edge, isPart } = await gatherHits(source, order, sort === 'relevance');
  const { listed, end } = listDocuments(titles, best, hits, edge, order);
  // What was left aside may be of any day: the search by date begins with the last one.
  const endDay = isPart ? (await heldPeriod())?.last : end?.day;
  const ids = listed.map(({ documentId }) => documentId);
  const shown = listed.slice((page - 1) * DOCUMENTS_PER_PAGE, page * DOCUMENTS_PER_PAGE);
  const shownIds = shown.map(({ documentId }) => documentId);
  const [documents, details, facets] = await Promise.all([
    loadHitDocuments(shownIds),
    shown.length > 0
      ? source.details(shownIds, isPart ? new Map<number, Hit[]>() : hitsOf(shown, hits, edge, order))
      : new Map<number, never>(),
    countFacets(listed, hits, conditions.municipality !== undefined),
  ]);
  const pages = Math.ceil(ids.length / DOCUMENTS_PER_PAGE);
  return {
    documents: shownIds.flatMap((id): FoundDocument[] => {
      const document = documents.get(id);
      const sections = details.get(id) ?? { sections: [], more: [], sectionCount: 0 };
      return document
        ? [
            {
              document,
              titleMarks: markWords(document.title, listMarked([...query.words, ...query.title])),
              ...sections,
            },
          ]
        : [];
    }),
    total: {
      documents: ids.length,
      sections: Math.min(hits.length, TOTAL_CAP),
      capped: end !== null,
    },
    facets,
    pages,
    continueAt: page >= pages && endDay !== undefined ? dayText(endDay) : null,
  };
}

/**
 * Gives the hits of those documents of which all are known.
 * @param edge where the hits were cut off: of its document, and of those after it, not all are
 * known; null where they were not
 */
function hitsOf(documents: TitleHit[], hits: Hit[], edge: Hit | null, order: Order): Map<number, Hit[]> {
  const known = new Map<number, Hit[]>();
  for (const document of documents)
    if (!edge || compareHits(order)(document, edge) < 0) known.set(document.documentId, []);
  for (const hit of hits) known.get(hit.documentId)?.push(hit);
  return known;
}

/** Gives the first hit of each document. */
function unique<Hit extends TitleHit>(hits: readonly Hit[]): Hit[] {
  const seen = new Set<number>();
  return hits.filter(({ documentId }) => !seen.has(documentId) && seen.add(documentId));
}

/** Makes the function that compares hits by their days, then documents. */
export function compareHits(order: Order): (one: TitleHit, other: TitleHit) => number {
  const sign = order === 'newest' ? -1 : 1;
  return (one, other) => sign * (one.day - other.day || one.documentId - other.documentId);
}

/** Lists hits by tiers: title, heading, text. */
const byTiers = (titles: TitleHit[], hits: Hit[]): TitleHit[] => [
  ...titles,
  ...hits.filter(({ inHeading }) => inHeading),
  ...hits,
];

/**
 * Lists the documents of all pages, at most TOTAL_CAP.
 *
 * With `best`, hits that may lie beyond the others, they go by tiers (title, heading, text), first
 * with the words as typed, then with others for the same; else by day. Each list comes in the order
 * of days.
 * @returns `end`: the first document by day with which a search by date has to continue; null where
 * all are listed
 */
function listDocuments(
  titles: TitleHit[],
  best: Hit[] | null,
  hits: Hit[],
  cutAt: Hit | null,
  order: Order,
): { listed: TitleHit[]; end: TitleHit | null } {
  const compare = compareHits(order);
  const lastTitle = titles.length > TOTAL_CAP ? titles.at(-1)! : null;
  const edge = [lastTitle, cutAt].filter((hit) => hit !== null).sort(compare)[0];
  const tiers = [...(best ?? []), ...hits];
  const isTyped = (hit: TitleHit): boolean => hit.isTyped;
  const all = best
    ? unique([...byTiers(titles.filter(isTyped), tiers.filter(isTyped)), ...byTiers(titles, tiers)])
    : // Where one list was cut off, the rest of the other is left for the search that continues there.
      unique([...titles, ...hits].filter((hit) => !edge || compare(hit, edge) <= 0).sort(compare));
  const left = [...all.slice(TOTAL_CAP), ...(edge ? [edge] : [])].sort(compare);
  return { listed: all.slice(0, TOTAL_CAP), end: left[0] ?? null };
}
