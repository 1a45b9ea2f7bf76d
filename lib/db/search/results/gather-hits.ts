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
  /** Hits in headings that go first and may lie beyond the others; null by date. */
  best: Hit[] | null;
  /** The last hit of those that were cut off; null where all are there. */
  edge: Hit | null;
  /** Whether these are all there is of the words as typed, and not of other words. */
  isPart: boolean;
}

/** Sections of a half; one more than are counted where there are more, which is then the edge. */
type GatheredSections = Pick<GatheredHits, 'hits' | 'edge'> & { best: Hit[] };

type Sections = Pick<HitSource, 'sections' | 'headings' | 'isLikelyMoreThan'>;

/** Gathers hits, as many as are counted, and those that go first. */
export async function gatherHits(source: HitSource, order: Order, byRelevance: boolean): Promise<GatheredHits> {
  const { halves } = source;
  if (byRelevance && halves) return gatherHalves(source, halves, order);
  const [titles, found] = await Promise.all([
    source.titles(order, TOTAL_CAP + 1),
    gatherSections(source, order, TOTAL_CAP, byRelevance),
  ]);
  return { titles, ...found, best: byRelevance ? found.best : null, isPart: false };
}

/** Gathers those with the words as typed, and as many others as are counted besides. */
async function gatherHalves(
  source: HitSource,
  { typed, others }: NonNullable<HitSource['halves']>,
  order: Order,
): Promise<GatheredHits> {
  // Where those alone are surely fewer than are counted, the others are read at the same time.
  const isLikelyAlone = await typed.isLikelyMoreThan(TOTAL_CAP);
  const [titles, first, before] = await Promise.all([
    source.titles(order, TOTAL_CAP + 1),
    gatherSections(typed, order, TOTAL_CAP, true),
    isLikelyAlone ? null : gatherSections(others, order, TOTAL_CAP, true),
  ]);
  // Where those alone are more than are counted, the others go behind the last.
  if (first.edge) return { titles, ...first, isPart: true };
  const left = TOTAL_CAP - first.hits.length;
  const rest = before ? await cutSections(others, before, left) : await gatherSections(others, order, left, true);
  return { titles, hits: [...first.hits, ...rest.hits], best: rest.best, edge: rest.edge, isPart: false };
}

/** Takes so many of gathered sections, as if no more had been asked for. */
async function cutSections(source: Sections, gathered: GatheredSections, count: number): Promise<GatheredSections> {
  if (gathered.hits.length <= count) return { hits: gathered.hits, best: [], edge: null };
  const hits = gathered.hits.slice(0, count + 1);
  const best = gathered.edge ? gathered.best : await gather(source.headings(HEADINGS_LIMIT), HEADINGS_LIMIT);
  return { hits, best, edge: hits.at(-1)! };
}

/** Gathers sections, one more than are counted, and the best headings where there are more. */
async function gatherSections(
  source: Sections,
  order: Order,
  count: number,
  byRelevance: boolean,
): Promise<GatheredSections> {
  const gatherHeadings = () => gather(source.headings(HEADINGS_LIMIT), HEADINGS_LIMIT);
  // Where there are surely more hits than are counted, the headings are read at the same time.
  const isLikelyCut = byRelevance && (await source.isLikelyMoreThan(2 * TOTAL_CAP));
  const [hits, before] = await Promise.all([
    gather(source.sections(order, count + 1), count + 1),
    isLikelyCut ? gatherHeadings() : null,
  ]);
  if (hits.length <= count) return { hits, best: [], edge: null };
  return { hits, best: byRelevance ? (before ?? (await gatherHeadings())) : [], edge: hits.at(-1)! };
}
