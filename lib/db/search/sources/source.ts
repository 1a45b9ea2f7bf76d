import type { FoundDocument, FoundSection } from '@/lib/search/engine';
import type { Order } from '@/lib/db/search/planner/order';
import type { SearchQuery } from '@/lib/search/query';
import type { Scope } from '@/lib/db/search/planner/conditions';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';

/** The best sections of a document, as its entry in the results shows them. */
export type DocumentSections = Pick<FoundDocument, 'sections' | 'more' | 'sectionCount'>;

/** What finds the hits of a search. */
export interface HitSource {
  /** Finds documents by their titles, or by conditions alone, in an order, at most `limit`. */
  titles(order: Order, limit: number): Promise<TitleHit[]>;
  /** Finds sections in the order of their documents, in batches; see collectHits. */
  sections(order: Order, limit: number): AsyncIterable<Hit[]>;
  /** Estimates whether there are more sections than that. */
  isLikelyMoreThan(count: number): Promise<boolean>;
  /** Finds the newest sections whose heading has the words, in batches. */
  headings(limit: number): AsyncIterable<Hit[]>;
  /**
   * Reads the best sections of documents; a document without any is left out.
   * @param known documents of which all hits are known, with these
   */
  details(documentIds: number[], known: Map<number, Hit[]>): Promise<Map<number, DocumentSections>>;
  /** Reads sections by their ids, each as a hit shows it. */
  read(sectionIds: number[]): Promise<Map<number, FoundSection>>;
  /**
   * The same search in two halves: what finds the words as they were typed, and what finds only
   * others for them; null where the first is all.
   */
  halves: { typed: HitSource; others: Pick<HitSource, 'sections' | 'headings' | 'isLikelyMoreThan'> } | null;
}

/** Makes the source that finds by words; without words, the documents of the scope. */
export type FindWords = (query: Pick<SearchQuery, 'words' | 'title' | 'excluded'>, scope: Scope) => HitSource;

/** Takes the first hits of some batches, at most `limit`. */
export async function gather(batches: AsyncIterable<Hit[]>, limit: number): Promise<Hit[]> {
  const hits: Hit[] = [];
  for await (const batch of batches) {
    hits.push(...batch);
    if (hits.length >= limit) break;
  }
  return hits.slice(0, limit);
}
