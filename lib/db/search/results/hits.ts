import type { SearchHit, SearchRequest } from '@/lib/search/engine';
import { chooseSource, compareHits } from './answer';
import { withDefinedWords } from './defined-words';
import { loadHitDocuments } from './hit-documents';
import { findClaimedNumber } from './claimed-number';
import { orderOf, type Order } from '@/lib/db/search/planner/order';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';
import { scatteredSource } from '@/lib/db/search/sources/scattered';
import { asSearchError } from '@/lib/db/search/sql/pool';
import { inSnapshot } from '@/lib/db/snapshot';
import type { FindWords, HitSource } from '@/lib/db/search/sources/source';
import { streamWithIndex } from '@/lib/db/search/opensearch/with-index';

/** Hits that are read from the database at once. */
const BATCH = 200;

/**
 * Lists every hit of a search, of one state of the data; see SearchEngine.listHits.
 * @throws SearchUnavailable where too many are listed at once
 */
export async function* listHits(request: SearchRequest, limit: number): AsyncGenerator<SearchHit[], void, void> {
  try {
    yield* inSnapshot(() => streamWithIndex((find) => allHits(request, limit, find)));
  } catch (error) {
    throw asSearchError(error);
  }
}

async function* allHits(asked: SearchRequest, limit: number, find: FindWords): AsyncGenerator<SearchHit[], void, void> {
  const { request } = await withDefinedWords(asked);
  const number = await findClaimedNumber(request.query);
  const chosen = await chooseSource(request, number, find);
  if (!chosen) return;
  let count = 0;
  for await (const hits of hitsOf(chosen.source, request, limit)) {
    count += hits.length;
    yield hits;
  }
  // No section and no title has all the words: the documents that have them in different places.
  if (count === 0 && chosen.by === 'words' && request.query.words.length > 1)
    yield* hitsOf(scatteredSource(request.query, chosen.scope, find), request, limit);
}

async function* hitsOf(source: HitSource, { sort }: SearchRequest, limit: number): AsyncGenerator<SearchHit[]> {
  const order = orderOf(sort);
  const titles = await source.titles(order, limit);
  let left = limit;
  let batch: (Hit | TitleHit)[] = [];
  for await (const hit of mergeHits(titles, source.sections(order, limit), order)) {
    batch.push(hit);
    left--;
    if (batch.length === BATCH || left === 0) {
      yield await readHits(source, batch);
      batch = [];
    }
    if (left === 0) return;
  }
  if (batch.length > 0) yield await readHits(source, batch);
}

/**
 * Merges sections and titles in the order of their documents; a document with sections is listed by
 * these alone.
 */
async function* mergeHits(
  titles: TitleHit[],
  batches: AsyncIterable<Hit[]>,
  order: Order,
): AsyncGenerator<Hit | TitleHit> {
  const compare = compareHits(order);
  let next = 0;
  for await (const hits of batches) {
    for (const hit of hits) {
      for (; next < titles.length && compare(titles[next]!, hit) < 0; next++) yield titles[next]!;
      if (titles[next]?.documentId === hit.documentId) next++;
      yield hit;
    }
  }
  yield* titles.slice(next);
}

async function readHits(source: HitSource, batch: (Hit | TitleHit)[]): Promise<SearchHit[]> {
  const sectionIds = batch.flatMap((hit) => ('sectionId' in hit ? [hit.sectionId] : []));
  const documentIds = [...new Set(batch.map(({ documentId }) => documentId))];
  const [documents, sections] = await Promise.all([loadHitDocuments(documentIds), source.read(sectionIds)]);
  return batch.flatMap((hit) => {
    const document = documents.get(hit.documentId);
    const section = 'sectionId' in hit ? (sections.get(hit.sectionId) ?? null) : null;
    return document ? [{ document, section }] : [];
  });
}
