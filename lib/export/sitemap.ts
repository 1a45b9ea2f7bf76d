import type { SitemapAddress } from '@/lib/db/queries/sitemap';
import { sitemapUrl } from '@/lib/urls';
import { element, printXml } from './xml';

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** Takes names of sitemaps and the public origin; gives the index of them (sitemaps.org protocol 0.9). */
export const printSitemapIndex = (names: readonly string[], siteUrl: string): string =>
  printXml(
    element(
      'sitemapindex',
      namespace,
      ...names.map((name) => element('sitemap', {}, element('loc', {}, siteUrl + sitemapUrl(name)))),
    ),
  );

/** Takes addresses and the public origin; gives one sitemap. */
export const printSitemap = (addresses: readonly SitemapAddress[], siteUrl: string): string =>
  printXml(
    element(
      'urlset',
      namespace,
      ...addresses.map(({ address, changedAt }) =>
        element(
          'url',
          {},
          element('loc', {}, siteUrl + address),
          ...(changedAt ? [element('lastmod', {}, changedAt.toISOString())] : []),
        ),
      ),
    ),
  );
