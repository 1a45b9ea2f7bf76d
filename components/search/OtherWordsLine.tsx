import type { OtherWords } from '@/lib/search/engine';
import { changeFilter, listOff, searchUrl, type FilterChange, type SearchFilter } from '@/lib/addresses/search-params';

interface Props {
  others: readonly OtherWords[];
  filter: SearchFilter;
  /** The page of a changed search; that of all documents where none is given. */
  href?: (filter: SearchFilter) => string;
}

/**
 * 也查找了：最低生活保障 ×: the other words that were looked for, each with its way off; those that were
 * taken off, with the way back; and those that are only near, to be added.
 */
export function OtherWordsLine({ others, filter, href = searchUrl }: Props) {
  const also = [...new Set(others.flatMap((each) => each.also))];
  const left = [...new Set(others.flatMap((each) => each.left))];
  const related = others.flatMap(({ word, related: words }) =>
    words.map((other) => ({ other, q: join(filter.q, word, other) })),
  );
  const offered = related.filter(({ q }) => q !== filter.q);
  const to = (change: FilterChange): string => href(changeFilter(filter, change));
  const off = listOff(filter);
  if (also.length + left.length + offered.length === 0) return null;
  return (
    <div className="other-words">
      {also.length > 0 && (
        <p className="chips">
          <span>也查找了：</span>
          {also.map((word) => (
            <a key={word} className="chip" href={to({ off: [...off, word].join('|') })} rel="nofollow">
              {word}
              <span aria-hidden="true"> ×</span>
              <span className="sr-only">，去掉</span>
            </a>
          ))}
          <a href={to({ exact: '1', off: undefined })} rel="nofollow">
            只查原词
          </a>
        </p>
      )}
      {left.length > 0 && (
        <p className="chips">
          <span>没有查找：{left.join('、')}</span>
          <a href={to({ exact: undefined, off: undefined })} rel="nofollow">
            一并查找
          </a>
        </p>
      )}
      {offered.length > 0 && (
        <p className="chips">
          <span>相近而不相同：</span>
          {offered.map(({ other, q }) => (
            <a key={other} href={to({ q })} rel="nofollow">
              加查“{other}”
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** 补贴 发放 → 补贴|补助 发放; the same text where the word does not stand in it as typed. */
const join = (q: string, word: string, other: string): string => {
  const terms = q.split(/(\s+)/u);
  const at = terms.indexOf(word);
  return at < 0 ? q : [...terms.slice(0, at), `${word}|${other}`, ...terms.slice(at + 1)].join('');
};
