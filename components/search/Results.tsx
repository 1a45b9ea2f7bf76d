import type { ReactNode } from 'react';
import type { Alternative, FoundDocument, SearchAnswer } from '@/lib/search/engine';
import {
  changeFilter,
  continueFilter,
  searchDataUrl,
  searchFeedUrl,
  searchTableUrl,
  searchUrl,
  type SearchFilter,
} from '@/lib/addresses/search-params';
import type { ClauseStates } from '@/lib/validity/amendments/clause-state-at';
import { hook } from '@/components/browser/hooks';
import { Pager } from '@/components/shared/Pager';
import { Chosen } from './Chosen';
import { listChosen } from '@/lib/views/search/conditions';
import { countWords } from '@/lib/views/search/count-words';
import { DocumentHit } from './DocumentHit';
import { NothingFound, type CountedSearch } from './NothingFound';
import { NumberHit } from './NumberHit';
import { OtherWordsLine } from './OtherWordsLine';
import { SortLinks } from './SortLinks';

interface ResultsProps {
  answer: SearchAnswer;
  filter: SearchFilter;
  /** For an answer without documents. */
  alternatives?: readonly Alternative[];
  looser?: readonly CountedSearch[];
  /** Whether there was no time for all of it. */
  isIncomplete?: boolean;
  /** What became of clauses, by the address of their document: `shili/shizhenggui-2023-1`. */
  states?: ReadonlyMap<string, ClauseStates>;
  /** What is said above the hits. */
  above?: ReactNode;
  /** Further documents that have all the words, but not together. */
  apart?: readonly FoundDocument[];
  /** Something above is what was meant: an answer without hits needs no other searches. */
  withoutHelp?: boolean;
}

/**
 * What was found: the number that was typed, then documents with their sections; or what
 * to try where nothing was.
 */
export function Results({
  answer,
  filter,
  alternatives = [],
  looser = [],
  isIncomplete = false,
  states,
  above,
  apart = [],
  withoutHelp = false,
}: ResultsProps) {
  const { number, documents, by, page, pages, timedOut } = answer;
  const goesOn = continueFilter(filter, answer.continueAt);
  return (
    <div className="found" {...((timedOut || isIncomplete) && hook('incomplete'))}>
      {above}
      {number && <NumberHit number={number} q={filter.q} />}
      <header className="result-head">
        <h1>{countWords(answer, filter.q)}</h1>
        {documents.length > 1 && <SortLinks filter={filter} />}
      </header>
      <OtherWordsLine others={answer.others} filter={filter} />
      <Chosen chosen={listChosen(filter, answer.facets)} filter={filter} />
      {documents.length > 0 && (
        <ol>
          {documents.map((hit) => (
            <DocumentHit
              key={`${hit.document.municipality.slug}/${hit.document.slug}`}
              hit={hit}
              words={filter}
              unit={by === 'citations' ? '次引用' : '节'}
              states={states?.get(`${hit.document.municipality.slug}/${hit.document.slug}`)}
            />
          ))}
        </ol>
      )}
      {apart.length > 0 && (
        <section className="apart" aria-labelledby="apart-title">
          <h2 id="apart-title">分开写到这些词的文件</h2>
          <ol>
            {apart.map((hit) => (
              <DocumentHit
                key={`${hit.document.municipality.slug}/${hit.document.slug}`}
                hit={hit}
                words={filter}
                unit="节"
              />
            ))}
          </ol>
        </section>
      )}
      {timedOut && <TimedOut />}
      {isEmpty(answer) && !withoutHelp && <NothingFound filter={filter} alternatives={alternatives} looser={looser} />}
      <Pager page={page} pages={pages} href={(to) => searchUrl(changeFilter(filter, { page: to }))} />
      {goesOn && (
        <p className="goes-on">
          这里只列到前 1,000 节。
          <a href={searchUrl(goesOn)} rel="nofollow">
            按日期继续往下看
          </a>
        </p>
      )}
      {!timedOut && <TakeAlong filter={filter} />}
    </div>
  );
}

/**
 * Tells whether a finished search found nothing at all.
 * The reader then needs other searches to try.
 */
export const isEmpty = ({ documents, number, timedOut }: SearchAnswer): boolean =>
  !timedOut && documents.length === 0 && (number?.documents.length ?? 0) === 0;

/** The search was given up. */
function TimedOut() {
  return <p>这次检索用时太长，已经停下，不是您的操作有误。请加一个词，或者限定城市、年份，再查一次。</p>;
}

/** The search to follow, to keep, to work on: feed, table, data. */
function TakeAlong({ filter }: { filter: SearchFilter }) {
  return (
    <p className="take-along">
      <span>导出检索结果</span>
      <a href={searchFeedUrl(filter)} type="application/atom+xml" rel="nofollow">
        订阅更新<small>（Atom）</small>
      </a>
      <a href={searchTableUrl(filter)} type="text/csv" rel="nofollow">
        下载表格<small>（CSV）</small>
      </a>
      <a href={searchDataUrl(filter)} type="application/json" rel="nofollow">
        数据<small>（JSON）</small>
      </a>
    </p>
  );
}
