import {
  DOCUMENTS_PER_PAGE,
  TOTAL_CAP,
  type FoundDocument,
  type SearchAnswer,
  type SearchRequest,
} from '@/lib/search/engine';
import { hasWords } from '@/lib/search/query';
import { markWords } from '@/lib/search/snippet';
import { citingSource, isCited } from './citing';
import type { Hit } from './collect';
import { readScope, type Scope } from './conditions';
import { countFacets, noFacets } from './facets';
import { loadHitDocuments } from './hit-documents';
import { findNumber } from './numbers';
import { SearchTimeout } from './pool';
import { scatteredSource } from './scattered';
import { dayText, type TitleHit } from './packed-hits';
import type { HitSource } from './source';
import { wordSource } from './words';

/** Where there are more hits than are counted, so many of those in headings go before those in the text. */
const HEADINGS_LIMIT = 200;

/** See SearchEngine.search. */
export async function answer(request: SearchRequest): Promise<SearchAnswer> {
  const started: SearchAnswer = {
    number: null,
    by: 'words',
    documents: [],
    total: { documents: 0, sections: 0, capped: false },
    facets: noFacets(),
    page: request.page,
    pages: 0,
    continueAt: null,
    timedOut: false,
  };
  try {
    if (request.query.number) started.number = await findNumber(request.query.number);
    const chosen = await chooseSource(request, started.number);
    if (!chosen) return started;
    const found = await findPage(chosen.source, request);
    if (found.total.documents > 0 || chosen.by !== 'words' || request.query.words.length < 2)
      return { ...started, by: chosen.by, ...found };
    const scattered = await findPage(scatteredSource(request.query, chosen.scope), request);
    return scattered.total.documents > 0 ? { ...started, by: 'scattered', ...scattered } : { ...started, ...found };
  } catch (error) {
    if (error instanceof SearchTimeout) return { ...started, timedOut: true };
    throw error;
  }
}

type Found = Pick<SearchAnswer, 'documents' | 'total' | 'facets' | 'pages' | 'continueAt'>;

/** Who cites the number, where one was typed that is held or cited; else the words. Null where nothing can be found. */
export async function chooseSource(
  request: SearchRequest,
  number: SearchAnswer['number'],
): Promise<{ by: SearchAnswer['by']; source: HitSource; scope: Scope } | null> {
  const scope = await readScope(request.conditions, request.query);
  if (!scope || !isAsking(request)) return null;
  const byNumber = number?.canonical && (number.documents.length > 0 || (await isCited(number.canonical)));
  if (byNumber && number.canonical) return { by: 'citations', source: citingSource(number.canonical, scope), scope };
  return { by: 'words', source: wordSource(request.query, scope), scope };
}

/** Excluded words alone ask for nothing. */
const isAsking = ({ query, conditions }: SearchRequest): boolean =>
  hasWords(query) || (query.excluded.length === 0 && Object.keys(conditions).length > 0);

async function findPage(source: HitSource, request: SearchRequest): Promise<Found> {
  const { sort, page, conditions, query } = request;
  const order = sort === 'oldest' ? 'oldest' : 'newest';
  const byRelevance = sort === 'relevance';
  const [titles, hits, newestHeadings] = await Promise.all([
    source.titles(order, TOTAL_CAP + 1),
    gather(source.sections(order, TOTAL_CAP + 1), TOTAL_CAP + 1),
    // Wanted only where the sections are cut off, which is not known yet; they are looked for meanwhile.
    byRelevance ? gather(source.headings(HEADINGS_LIMIT), HEADINGS_LIMIT) : [],
  ]);
  const cut = hits.length > TOTAL_CAP;
  const capped = cut || titles.length > TOTAL_CAP;
  const headings = cut ? newestHeadings : hits.filter(({ inHeading }) => inHeading);
  const end = endOf(titles, hits, order);
  const ids = byRelevance ? byTier(titles, headings, hits) : byDay(titles, hits, order, end);
  const shown = ids.slice((page - 1) * DOCUMENTS_PER_PAGE, page * DOCUMENTS_PER_PAGE);
  const [documents, details, facets] = await Promise.all([
    loadHitDocuments(shown),
    shown.length > 0 ? source.details(shown, cut ? null : hits) : new Map<number, never>(),
    countFacets(ids.slice(0, TOTAL_CAP), hits, conditions.municipality !== undefined),
  ]);
  const pages = Math.ceil(ids.length / DOCUMENTS_PER_PAGE);
  return {
    documents: shown.flatMap((id): FoundDocument[] => {
      const document = documents.get(id);
      const sections = details.get(id) ?? { sections: [], more: [], sectionCount: 0 };
      return document
        ? [{ document, titleMarks: markWords(document.title, [...query.words, ...query.title]), ...sections }]
        : [];
    }),
    total: {
      documents: Math.min(ids.length, TOTAL_CAP),
      sections: Math.min(hits.length, TOTAL_CAP),
      capped,
    },
    facets,
    pages,
    continueAt: page >= pages && end ? dayText(end.day) : null,
  };
}

async function gather(batches: AsyncIterable<Hit[]>, limit: number): Promise<Hit[]> {
  const hits: Hit[] = [];
  for await (const batch of batches) {
    hits.push(...batch);
    if (hits.length >= limit) break;
  }
  return hits.slice(0, limit);
}

const unique = (hits: readonly { documentId: number }[]): number[] => [
  ...new Set(hits.map(({ documentId }) => documentId)),
];

/** Title, heading, text; each list comes newest first. */
const byTier = (titles: TitleHit[], headings: Hit[], hits: Hit[]): number[] =>
  unique([...titles, ...headings, ...hits]);

/** Before or behind in the order of days, then documents. */
export function compareBy(order: 'newest' | 'oldest'): (one: TitleHit, other: TitleHit) => number {
  const sign = order === 'newest' ? -1 : 1;
  return (one, other) => sign * (one.day - other.day || one.documentId - other.documentId);
}

/** The last hit of the list that was cut off first; null where both are whole. */
function endOf(titles: TitleHit[], hits: TitleHit[], order: 'newest' | 'oldest'): TitleHit | null {
  const ends = [titles, hits].filter((list) => list.length > TOTAL_CAP).map((list) => list.at(-1)!);
  return ends.sort(compareBy(order))[0] ?? null;
}

/** Both lists come in order. Where one was cut off, what lies beyond is left for the search that goes on there. */
function byDay(titles: TitleHit[], hits: Hit[], order: 'newest' | 'oldest', end: TitleHit | null): number[] {
  const compare = compareBy(order);
  const merged = [...titles, ...hits].filter((hit) => !end || compare(hit, end) <= 0);
  return unique(merged.sort(compare));
}
