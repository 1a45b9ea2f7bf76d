import type { Crumb } from '@/lib/views/crumb';

/** Where the page stands: 首页 › 本溪市 › 2022年第3号. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumb wrap" aria-label="位置">
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href ?? label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
