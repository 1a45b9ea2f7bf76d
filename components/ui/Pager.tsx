interface PagerProps {
  page: number;
  pages: number;
  href: (page: number) => string;
  label?: string;
}

/** 上一页 · 第 2 页，共 14 页 · 下一页. Nothing where there is one page only. */
export function Pager({ page, pages, href, label = '翻页' }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav className="pager" aria-label={label}>
      {page > 1 && (
        <a className="button" href={href(page - 1)} rel="prev">
          上一页
        </a>
      )}
      <span>
        第 {page} 页，共 {pages} 页
      </span>
      {page < pages && (
        <a className="button" href={href(page + 1)} rel="next">
          下一页
        </a>
      )}
    </nav>
  );
}
