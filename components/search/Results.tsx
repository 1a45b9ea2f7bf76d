import type { SearchResults } from '@/lib/db/queries/search';
import { searchUrl, type SearchFilter } from '@/lib/search-params';
import { Pager } from '@/components/ui/Pager';
import { countWords } from './count-words';
import { DocumentHit } from './DocumentHit';
import { NothingFound } from './NothingFound';
import { NumberHit } from './NumberHit';

/** What was found: the number that was typed, then documents with their sections; or the way on where nothing was. */
export function Results({ results, filter }: { results: SearchResults; filter: SearchFilter }) {
  const { number, documents, page, pages, by, query, timedOut } = results;
  const nothing = documents.length === 0 && (number === null || number.documents.length === 0);
  return (
    <div>
      {number && <NumberHit number={number} q={filter.q} />}
      <h1 className="result-count">{countWords(results, filter.q)}</h1>
      <ol>
        {documents.map((hit) => (
          <DocumentHit
            key={`${hit.document.municipality.slug}/${hit.document.slug}`}
            hit={hit}
            more={by === 'citations' ? '处引用' : '处'}
          />
        ))}
      </ol>
      {nothing && <NothingFound filter={filter} words={query.words} timedOut={timedOut} />}
      <Pager page={page} pages={pages} href={(to) => searchUrl({ ...filter, page: to })} />
    </div>
  );
}
