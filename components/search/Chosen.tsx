import { takeOff } from '@/lib/addresses/search-loosening';
import { changeFilter, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import type { ChosenCondition } from '@/lib/views/search/conditions';

/** The conditions that are set, each with its ×. Nothing where there is none. */
export function Chosen({ chosen, filter }: { chosen: readonly ChosenCondition[]; filter: SearchFilter }) {
  if (chosen.length === 0) return null;
  const { q, sort } = filter;
  return (
    <ul className="chips" aria-label="已选条件">
      {chosen.map(({ name, label, words }) => (
        <li key={name}>
          <a className="chip" href={searchUrl(changeFilter(filter, takeOff(name)))} rel="nofollow">
            {label}：{words}
            <span aria-hidden="true"> ×</span>
            <span className="sr-only">，去掉</span>
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a className="clear" href={searchUrl({ q, sort })} rel="nofollow">
            全部去掉
          </a>
        </li>
      )}
    </ul>
  );
}
