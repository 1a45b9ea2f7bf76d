import { create } from 'xmlbuilder2';
import type { SitemapAddress } from '@/lib/db/queries/sitemap';
import { sitemapUrl } from '@/lib/urls';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** Takes names of sitemaps and the public origin; gives the index of them (sitemaps.org protocol 0.9). */
export function printSitemapIndex(names: readonly string[], siteUrl: string): string {
  const index = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, 'sitemapindex');
  for (const name of names)
    index
      .ele('sitemap')
      .ele('loc')
      .txt(siteUrl + sitemapUrl(name));
  return index.end();
}

/** Takes addresses and the public origin; gives one sitemap. */
export function printSitemap(addresses: readonly SitemapAddress[], siteUrl: string): string {
  const set = create({ version: '1.0', encoding: 'UTF-8' }).ele(NAMESPACE, 'urlset');
  for (const { address, changedAt } of addresses) {
    const url = set.ele('url');
    url.ele('loc').txt(siteUrl + address);
    if (changedAt) url.ele('lastmod').txt(changedAt.toISOString());
  }
  return set.end();
}
