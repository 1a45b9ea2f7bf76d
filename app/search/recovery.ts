import { engine } from '@/lib/db/search';
import type { Alternative } from '@/lib/search/engine';
import { isSearchTimeout } from '@/lib/search/errors';
import { listLooserSearches, type LooserSearch } from '@/lib/addresses/search-loosening';
import { searchRequest, type SearchFilter } from '@/lib/addresses/search-params';

/** So many searches are tried for a reader who found nothing. */
const TRIED = 4;

type CountedSearch = LooserSearch & { documents: number | null };

interface Recovery {
  alternatives: Alternative[];
  looser: CountedSearch[];
}

/**
 * Finds what may have been meant by a search without results.
 * @returns other spellings, and searches that ask for less and find something
 */
export async function findRecovery(filter: SearchFilter): Promise<Recovery> {
  const [alternatives, looser] = await Promise.all([
    engine.findAlternatives(searchRequest(filter)).catch(noneInTime),
    tryLooser(listLooserSearches(filter)),
  ]);
  return { alternatives, looser };
}

/**
 * Where even the words alone find nothing no condition is to blame. What there was no time for is
 * offered if nothing else is.
 */
async function tryLooser(searches: LooserSearch[]): Promise<CountedSearch[]> {
  const isWidest = ({ filter: { q }, dropped }: LooserSearch) =>
    q !== '' &&
    (dropped.kind === 'all' ||
      (dropped.kind === 'condition' && !searches.some((other) => other.dropped.kind === 'all')));
  const widest = await Promise.all(searches.filter(isWidest).map(countDocuments));
  const rest = searches.filter(
    (search) =>
      !isWidest(search) &&
      (search.dropped.kind === 'term' ||
        search.dropped.kind === 'order' ||
        widest.some(({ documents }) => documents !== 0)),
  );
  const left = TRIED - widest.length;
  const tried = [...widest, ...(await Promise.all(rest.slice(0, left).map(countDocuments)))];
  const finding = tried.filter(({ documents }) => documents !== 0);
  return finding.length > 0 ? finding : rest.slice(left).map((search) => ({ ...search, documents: null }));
}

/** Guessing what was meant may take too long; the page can do without. */
function noneInTime(error: unknown): Alternative[] {
  if (!isSearchTimeout(error)) throw error;
  console.error('No alternatives were found in time.', error);
  return [];
}

/** `documents` is null where they were not counted. */
async function countDocuments(search: LooserSearch): Promise<CountedSearch> {
  const { total, timedOut } = await engine.search(searchRequest(search.filter));
  return { ...search, documents: timedOut || total.capped ? null : total.documents };
}
