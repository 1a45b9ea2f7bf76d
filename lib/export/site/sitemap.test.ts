import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { printSitemap, printSitemapIndex } from './sitemap';

const site = 'https://example.gov.cn';
const read = (xml: string): unknown => new XMLParser({ ignoreAttributes: false }).parse(xml);

test('the index names every sitemap by its absolute address', () => {
  expect(read(printSitemapIndex(['places.xml', 'documents-1.xml'], site))).toMatchObject({
    sitemapindex: {
      '@_xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9',
      sitemap: [{ loc: `${site}/sitemaps/places.xml` }, { loc: `${site}/sitemaps/documents-1.xml` }],
    },
  });
});

test('a sitemap says when a page changed, where that is known, and escapes what XML reserves', () => {
  const changedAt = new Date('2023-05-06T01:02:03Z');
  const xml = printSitemap(
    [
      { address: '/a?b&c', changedAt: null },
      { address: '/d', changedAt },
    ],
    site,
  );
  expect(xml).toContain('/a?b&amp;c');
  expect(read(xml)).toMatchObject({
    urlset: { url: [{ loc: `${site}/a?b&c` }, { loc: `${site}/d`, lastmod: '2023-05-06T01:02:03.000Z' }] },
  });
});

test('a sitemap names each page once, with its addresses in both kinds of characters', () => {
  const xml = printSitemap([{ address: '/', changedAt: null }], site);
  const link = (hreflang: string, href: string) => ({ '@_rel': 'alternate', '@_hreflang': hreflang, '@_href': href });
  expect(read(xml)).toMatchObject({
    urlset: {
      '@_xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      url: { loc: `${site}/`, 'xhtml:link': [link('zh-Hans', `${site}/`), link('zh-Hant', `${site}/zh-hant`)] },
    },
  });
});
