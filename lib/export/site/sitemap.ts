import type { SitemapAddress } from '@/lib/db/queries/portal/sitemap';
import { sitemapUrl, traditionalUrl } from '@/lib/addresses/urls';
import { element, printXml } from '@/lib/export/xml';

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/**
 * Prints the index of all sitemaps (sitemaps.org protocol 0.9).
 * @param names as in their addresses
 */
export const printSitemapIndex = (names: readonly string[], siteUrl: string): string =>
  printXml(
    element(
      'sitemapindex',
      namespace,
      ...names.map((name) => element('sitemap', {}, element('loc', {}, siteUrl + sitemapUrl(name)))),
    ),
  );

/** Prints a sitemap. Each page is listed once, with the addresses of both versions. */
export const printSitemap = (addresses: readonly SitemapAddress[], siteUrl: string): string =>
  printXml(
    element(
      'urlset',
      { ...namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
      ...addresses.map(({ address, changedAt }) =>
        element(
          'url',
          {},
          element('loc', {}, siteUrl + address),
          ...(changedAt ? [element('lastmod', {}, changedAt.toISOString())] : []),
          alternate('zh-Hans', siteUrl + address),
          alternate('zh-Hant', siteUrl + traditionalUrl(address)),
        ),
      ),
    ),
  );

const alternate = (hreflang: string, href: string) => element('xhtml:link', { rel: 'alternate', hreflang, href });
