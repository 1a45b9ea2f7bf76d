import type { FacetValue } from '@/lib/search/engine';
import { changeFilter, searchUrl, type SearchFilter } from '@/lib/search-params';
import { press, type FacetKind } from './facet-kinds';

/** Values listed at once; the others are folded away. */
const LISTED = 8;

interface FacetListProps {
  kind: FacetKind;
  values: readonly FacetValue[];
  filter: SearchFilter;
  /** The counts are the least there are. */
  capped: boolean;
}

/** The values of one filter as links, each with the number of found documents that have it. */
export function FacetList({ kind, values, filter, capped }: FacetListProps) {
  const chosen = kind.chosen(filter);
  // The one that is chosen is never folded away.
  const ordered = [...values].sort((one, other) => Number(other.value === chosen) - Number(one.value === chosen));
  const shown = values.length <= LISTED ? values : ordered;
  const rest = shown.slice(LISTED);
  const lines = (some: readonly FacetValue[]) => (
    <ul>
      {some.map(({ value, label, documents }) => (
        <li key={value}>
          <a
            href={searchUrl(changeFilter(filter, press(kind, value, filter)))}
            rel="nofollow"
            aria-current={value === chosen ? 'true' : undefined}
          >
            <span className="word">
              {value === chosen && <span aria-hidden="true">× </span>}
              {kind.word?.(value) ?? label}
              {value === chosen && <span className="sr-only">，去掉</span>}
            </span>
            <span className="count">
              {documents}
              {capped && '+'}
              <span className="sr-only"> 件</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {lines(shown.slice(0, LISTED))}
      {rest.length > 0 && (
        <details>
          <summary>其余 {rest.length} 项</summary>
          {lines(rest)}
        </details>
      )}
    </>
  );
}
