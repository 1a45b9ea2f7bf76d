import { searchDataUrl, searchFeedUrl, searchTableUrl, type SearchFilter } from '@/lib/addresses/search-params';

/** The search to follow, to keep, to work on: feed, table, data. */
export function TakeAlong({ filter }: { filter: SearchFilter }) {
  return (
    <p className="take-along">
      <span>带走这次检索</span>
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
