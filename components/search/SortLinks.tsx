import { SORTS } from '@/lib/search/engine';
import { SORT_WORDS } from '@/lib/search/words';
import { changeFilter, searchUrl, type SearchFilter } from '@/lib/search-params';

/** 相关 · 由新到旧 · 由旧到新: the order, as links. */
export function SortLinks({ filter }: { filter: SearchFilter }) {
  return (
    <nav className="sorts" aria-label="排序">
      {SORTS.map((sort) => (
        <a
          key={sort}
          href={searchUrl(changeFilter(filter, { sort }))}
          rel="nofollow"
          aria-current={sort === filter.sort ? 'true' : undefined}
        >
          {SORT_WORDS[sort]}
        </a>
      ))}
    </nav>
  );
}
