import { engine } from '@/lib/db/search';
import type { Alternative } from '@/lib/search/engine';
import { listLooserSearches, type LooserSearch } from '@/lib/search-loosening';
import { searchRequest, type SearchFilter } from '@/lib/search-params';

/** So many searches are tried for a reader who found nothing, and so many more are only offered. */
const TRIED = 4;
const OFFERED = 8;

interface WayOn {
  alternatives: Alternative[];
  looser: (LooserSearch & { documents: number | null })[];
}

/** Takes a search that found nothing; gives what may have been meant, and searches that ask for less and find something, as far as they were tried. */
export async function findWayOn(filter: SearchFilter): Promise<WayOn> {
  const [alternatives, looser] = await Promise.all([
    engine.findAlternatives(searchRequest(filter)),
    Promise.all(
      listLooserSearches(filter)
        .slice(0, OFFERED)
        .map(async (search, index) => ({ ...search, documents: index < TRIED ? await countDocuments(search) : null })),
    ),
  ]);
  return { alternatives, looser: looser.filter(({ documents }) => documents !== 0) };
}

/** Null where the count is not known. */
async function countDocuments({ filter }: LooserSearch): Promise<number | null> {
  const { total, timedOut } = await engine.search(searchRequest(filter));
  return timedOut || total.capped ? null : total.documents;
}
