import { typesetText } from '@/lib/text/typography';
import type { Alternative } from '@/lib/search/engine';
import type { LooserSearch } from '@/lib/addresses/search-loosening';
import { changeFilter, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import { municipalitiesUrl } from '@/lib/addresses/urls';
import { CONDITION_LABELS } from '@/lib/views/search/conditions';

/**
 * A search that asks for less, with the number of documents it finds.
 * The number is null where the search was not tried.
 */
export type CountedSearch = LooserSearch & { documents: number | null };

interface NothingFoundProps {
  filter: SearchFilter;
  alternatives: readonly Alternative[];
  looser: readonly CountedSearch[];
}

/** Nothing found: what may have been meant, then what can be left out and what that gives. */
export function NothingFound({ filter, alternatives, looser }: NothingFoundProps) {
  return (
    <div className="nothing">
      {alternatives.length > 0 && (
        <section aria-labelledby="meant">
          <h2 id="meant">您是不是要找</h2>
          <ul>
            {alternatives.map(({ q, document }) => (
              <li key={q}>
                <a href={searchUrl(changeFilter(filter, { q }))}>{q}</a>
                {document && <span className="quiet">{typesetText(document.title)}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="looser">
        <h2 id="looser">可以这样再试</h2>
        <ul>
          {looser.map((search) => (
            <li key={searchUrl(search.filter)}>
              <a href={searchUrl(search.filter)} rel="nofollow">
                {wordsOf(search)}
              </a>
              {search.documents !== null && <span className="quiet">{search.documents} 件文件</span>}
            </li>
          ))}
          <li>换一个更短的说法，或者输入文号（括号、空格不限）</li>
          <li>
            <a href={municipalitiesUrl()}>从各市的公报目录里找</a>
          </li>
        </ul>
      </section>
    </div>
  );
}

function wordsOf({ dropped, filter }: LooserSearch): string {
  switch (dropped.kind) {
    case 'all':
      return `不限条件，只查“${filter.q}”`;
    case 'order':
      return `拆开来查“${filter.q}”`;
    case 'condition':
      return `不限${CONDITION_LABELS[dropped.name]}`;
    case 'term':
      return filter.q === '' ? `去掉“${dropped.term}”，只按条件列出` : `去掉“${dropped.term}”，查“${filter.q}”`;
  }
}
