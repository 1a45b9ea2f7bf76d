import type { SearchFilter } from '@/lib/search-params';
import { searchUrl } from '@/lib/search-params';
import { homeUrl } from '@/lib/urls';

interface NothingFoundProps {
  filter: SearchFilter;
  /** Single words that were searched for. */
  words: readonly string[];
  timedOut: boolean;
}

/** Nothing found: what was asked, and which condition to drop. */
export function NothingFound({ filter, words, timedOut }: NothingFoundProps) {
  const { q, municipality, year } = filter;
  return (
    <>
      <p>
        {timedOut
          ? '这次检索用时太长，已经停下。请加一个词，或者限定城市、年份。'
          : '已收录的文件里没有同时含有这些字句的地方。可以这样再试：'}
      </p>
      <ul className="mt-2 grid gap-1">
        {(municipality !== undefined || year !== undefined) && (
          <li>
            <a href={searchUrl({ q })}>不限城市和年份</a>
          </li>
        )}
        {words.length > 1 &&
          words.map((word) => (
            <li key={word}>
              只查<a href={searchUrl({ ...filter, q: word, page: 1 })}>“{word}”</a>
            </li>
          ))}
        <li>换一个更短的说法，或者输入文号（括号、空格怎么写都行）</li>
        <li>
          <a href={homeUrl()}>从各市的公报目录里找</a>
        </li>
      </ul>
    </>
  );
}
