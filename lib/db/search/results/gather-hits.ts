import type { Order } from '@/lib/db/search/planner/order';
import { gather, type HitSource } from '@/lib/db/search/sources/source';
import type { Hit, TitleHit } from '@/lib/db/search/sql/packed-hits';
import { TOTAL_CAP } from '@/lib/search/engine';

/** Hits in headings that go before those in texts, where there are more hits than are counted. */
const HEADINGS_LIMIT = 200;

/** Hits of a search, before they are listed as documents. */
interface GatheredHits {
  titles: TitleHit[];
  hits: Hit[];
  /** Hits that go first and may lie beyond the others; null by date. */
  best: Hit[] | null;
  /** Whether these are all there is of the words as typed, and not of other words. */
  isPart: boolean;
}

/** Gathers hits, as many as are counted, and those that go first. */
export async function gatherHits(source: HitSource, order: Order, byRelevance: boolean): Promise<GatheredHits> {
  const { asTyped } = source;
  const enough = 2 * TOTAL_CAP;
  // Where there are more hits as typed than are counted, those of other words go behind the last.
  if (byRelevance && asTyped && (await asTyped.isLikelyMoreThan(enough))) {
    const typed = await gatherHits(asTyped, order, byRelevance);
    if (typed.hits.length > TOTAL_CAP) return { ...typed, isPart: true };
  }
  const gatherBest = () =>
    Promise.all([
      gather(source.headings(HEADINGS_LIMIT), HEADINGS_LIMIT),
      // The newest hits of all may be of other words.
      asTyped ? gather(asTyped.sections(order, TOTAL_CAP), TOTAL_CAP) : [],
    ]);
  // Where there are surely more hits than are counted, these are read at the same time.
  const isLikelyCut = byRelevance && (await source.isLikelyMoreThan(enough));
  const [titles, hits, bestBefore] = await Promise.all([
    source.titles(order, TOTAL_CAP + 1),
    gather(source.sections(order, TOTAL_CAP + 1), TOTAL_CAP + 1),
    isLikelyCut ? gatherBest() : null,
  ]);
  if (!byRelevance) return { titles, hits, best: null, isPart: false };
  const best = hits.length > TOTAL_CAP ? (bestBefore ?? (await gatherBest())) : [];
  return { titles, hits, best: best.flat(), isPart: false };
}
