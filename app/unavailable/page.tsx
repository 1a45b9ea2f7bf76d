import type { Metadata } from 'next';
import { Page } from '@/components/site/Page';
import { homeUrl } from '@/lib/addresses/urls';

export const metadata: Metadata = { title: '暂时不能查阅', robots: { index: false } };

/** Sent with status 503 by proxy.ts when the database does not answer. */
export default function UnavailablePage() {
  return (
    <Page withoutSearch>
      <header className="head">
        <h1>暂时不能查阅</h1>
        <p className="mt-3">资料库没有应答，页面没有取出来。请过一会儿再刷新这个页面。</p>
      </header>
      <a className="button" href={homeUrl()}>
        回首页
      </a>
    </Page>
  );
}
