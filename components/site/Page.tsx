import type { ReactNode } from 'react';
import { Breadcrumb } from '@/components/shared/Breadcrumb';
import type { Crumb } from '@/lib/views/crumb';
import { homeUrl } from '@/lib/addresses/urls';
import { SiteHeader } from './SiteHeader';
import { TraditionalNote } from './TraditionalLink';
import { sampleMunicipality } from '@/lib/settings/sample';

interface PageProps {
  /** From below 首页 down to this page; none on the home page and the search page's own. */
  crumbs?: readonly Crumb[];
  /** What was searched for. */
  query?: string;
  /** The page shows the invented municipality. */
  sample?: boolean;
  /** The page has a search box of its own. */
  withoutSearch?: boolean;
  /** Address of the municipality that the page belongs to. */
  inside?: string | undefined;
  children: ReactNode;
}

/** The frame of every page: skip link, masthead, place, and the main part. */
export function Page({ crumbs, query, sample = false, withoutSearch = false, inside, children }: PageProps) {
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <SiteHeader query={query ?? ''} withoutSearch={withoutSearch} inside={inside} />
      <TraditionalNote />
      {sample && <SampleNotice />}
      {crumbs && <Breadcrumb crumbs={[{ label: '首页', href: homeUrl() }, ...crumbs]} />}
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** Said on every page that shows the invented municipality. */
function SampleNotice() {
  return (
    <aside className="sample-notice" aria-label="示例说明">
      <p className="wrap">
        <b>示例</b>　{sampleMunicipality}是虚构的示例，内容不是真实文件。
      </p>
    </aside>
  );
}
