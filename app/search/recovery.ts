import { engine } from '@/lib/db/search';
import { findSpellings } from '@/lib/db/queries/references/understand-search';
import { log } from '@/lib/logging/log';
import type { Alternative } from '@/lib/search/engine';
import { isSearchTimeout, isSearchUnavailable } from '@/lib/search/errors';
import { listLooserSearches, type LooserSearch } from '@/lib/addresses/search-loosening';
import { searchRequest, type SearchFilter } from '@/lib/addresses/search-params';

/** So many searches are tried for a reader who found nothing. */
const TRIED = 4;

/** `documents` is null where they were not counted. */
type CountedSearch = LooserSearch & { documents: number | null };
type CountSearch = (search: LooserSearch) => Promise<CountedSearch>;

interface Recovery {
  alternatives: Alternative[];
  looser: CountedSearch[];
  /** Whether there was no time for some of it. */
  isIncomplete: boolean;
}

/**
 * Finds what may have been meant by a search without results.
 * @returns other spellings, and searches that ask for less and find something
 */
export async function findRecovery(filter: SearchFilter): Promise<Recovery> {
  let isIncomplete = false;
  const give = async <Found>(found: Promise<Found[]>): Promise<Found[]> =>
    found.catch((error: unknown) => {
      if (!isSearchTimeout(error) && !isSearchUnavailable(error)) throw error;
      log('recovery without database', {}, error);
      isIncomplete = true;
      return [];
    });
  const count: CountSearch = async (search) => {
    const { total, timedOut } = await engine.search(searchRequest(search.filter));
    if (timedOut) isIncomplete = true;
    return { ...search, documents: timedOut || total.capped ? null : total.documents };
  };
  const [alternatives, looser] = await Promise.all([
    give(findSpellings(filter)),
    give(tryLooser(listLooserSearches(filter), count)),
  ]);
  return { alternatives, looser, isIncomplete };
}

/**
 * Where even the words alone find nothing no condition is to blame. What there was no time for is
 * offered if nothing else is.
 */
async function tryLooser(searches: LooserSearch[], count: CountSearch): Promise<CountedSearch[]> {
  const isWidest = ({ filter: { q }, dropped }: LooserSearch) =>
    q !== '' &&
    (dropped.kind === 'all' ||
      (dropped.kind === 'condition' && !searches.some((other) => other.dropped.kind === 'all')));
  const widest = await Promise.all(searches.filter(isWidest).map(count));
  const rest = searches.filter(
    (search) =>
      !isWidest(search) &&
      (search.dropped.kind === 'term' ||
        search.dropped.kind === 'order' ||
        widest.some(({ documents }) => documents !== 0)),
  );
  const left = TRIED - widest.length;
  const tried = [...widest, ...(await Promise.all(rest.slice(0, left).map(count)))];
  const finding = tried.filter(({ documents }) => documents !== 0);
  return finding.length > 0 ? finding : rest.slice(left).map((search) => ({ ...search, documents: null }));
}
