import { SORTS } from '@/lib/search/engine';
import { SORT_WORDS } from '@/lib/search/words';
import { changeFilter, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';

/**
 * 相关 · 最新在前 · 最早在前: the order, as links. Without words nothing is more relevant: newest first is
 * the rule.
 */
export function SortLinks({ filter }: { filter: SearchFilter }) {
  const sorts = filter.q === '' ? SORTS.filter((sort) => sort !== 'relevance') : SORTS;
  const current = filter.q === '' && filter.sort === 'relevance' ? 'newest' : filter.sort;
  return (
    <nav className="sorts" aria-label="排序">
      {sorts.map((sort) => (
        <a
          key={sort}
          href={searchUrl(changeFilter(filter, { sort }))}
          rel="nofollow"
          aria-current={sort === current ? 'true' : undefined}
        >
          {SORT_WORDS[sort]}
        </a>
      ))}
    </nav>
  );
}
