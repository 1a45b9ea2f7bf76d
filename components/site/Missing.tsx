import type { ReactNode } from 'react';
import { homeUrl } from '@/lib/addresses/urls';
import type { Crumb } from '@/lib/views/crumb';
import { Page } from './Page';
import { SearchBox } from './SearchBox';

interface MissingProps {
  /** 未找到该文件 */
  title: string;
  /** What is missing, by name, and why that may be. */
  children: ReactNode;
  /** The way up. */
  crumbs?: readonly Crumb[];
  ways?: readonly { label: string; href: string }[];
  sample?: boolean;
}

/**
 * A page that does not exist: says what is missing and offers where to go. The status 404 is set by
 * proxy.ts.
 */
export function Missing({ title, children, crumbs = [], ways = [], sample = false }: MissingProps) {
  return (
    <Page crumbs={[...crumbs, { label: title }]} withoutSearch sample={sample}>
      <div className="head">
        <h1>{title}</h1>
        <div className="mt-3 max-w-(--measure)">{children}</div>
      </div>
      <SearchBox big />
      <ul className="mt-6 grid gap-1">
        {[...ways, { label: '回首页', href: homeUrl() }].map(({ label, href }) => (
          <li key={href}>
            <a className="inline-flex min-h-11 items-center" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
