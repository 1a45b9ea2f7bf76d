import type { FoundDocument, FoundSection } from '@/lib/search/engine';
import type { Order } from '@/lib/db/search/planner/order';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';

/** Best sections of a document, as its entry in the results shows them. */
export type DocumentSections = Pick<FoundDocument, 'sections' | 'more' | 'sectionCount'>;

/** Something that finds sections: words, a number that is cited, or conditions alone. */
export interface HitSource {
  /** Documents that are found themselves, in the order given, at most `limit`. */
  titles(order: Order, limit: number): Promise<TitleHit[]>;
  /** Sections, in the order of their documents; see collectHits. */
  sections(order: Order, limit: number): AsyncIterable<Hit[]>;
  /** Whether there are more sections than that, as far as can be told without looking. */
  isLikelyMoreThan(count: number): Promise<boolean>;
  /** The newest sections whose heading has the words. */
  headings(limit: number): AsyncIterable<Hit[]>;
  /**
   * Takes documents, and for those of which all hits are known these; gives the best sections of
   * each. A document without any is left out.
   */
  details(documentIds: number[], known: Map<number, Hit[]>): Promise<Map<number, DocumentSections>>;
  /** Takes ids of found sections; gives each as a hit shows it. */
  read(sectionIds: number[]): Promise<Map<number, FoundSection>>;
}

/** The first hits of some batches, at most `limit`. */
export async function gather(batches: AsyncIterable<Hit[]>, limit: number): Promise<Hit[]> {
  const hits: Hit[] = [];
  for await (const batch of batches) {
    hits.push(...batch);
    if (hits.length >= limit) break;
  }
  return hits.slice(0, limit);
}
