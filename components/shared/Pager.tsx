interface PagerProps {
  page: number;
  pages: number;
  href: (page: number) => string;
  label?: string;
}

/** 上一页 1 … 4 5 6 … 14 下一页. Nothing where there is one page only. */
export function Pager({ page, pages, href, label = '翻页' }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={label}>
      {page > 1 && (
        <a className="button" href={href(Math.min(page - 1, pages))} rel="prev">
          上一页
        </a>
      )}
      <ol>
        {listPages(page, pages).map((number, index, all) => (
          <li key={number} className={number - (all[index - 1] ?? 0) > 1 ? 'gap' : undefined}>
            <a href={href(number)} aria-current={number === page ? 'page' : undefined}>
              <span className="sr-only">第 </span>
              {number}
              <span className="sr-only"> 页</span>
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className="button" href={href(page + 1)} rel="next">
          下一页
        </a>
      )}
    </nav>
  );
}

/**
 * The first, the last, and those beside the one that is shown, ascending. A page beyond the last
 * has none beside it.
 */
export function listPages(page: number, pages: number): number[] {
  const near = [page - 1, page, page + 1].filter((number) => number >= 1 && number <= pages);
  return [...new Set([1, ...near, pages])].sort((one, other) => one - other);
}
