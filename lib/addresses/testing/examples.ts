import type { RoutePattern } from '@/lib/addresses/routes';

/** An address of a route in the sample corpus, and what answers to GET. */
interface Example {
  address: string;
  status: number;
  /** Media type without parameters; null where the answer has no body. */
  type: string | null;
}

const html = (address: string, status = 200): Example => ({ address, status, type: 'text/html' });
const json = (address: string): Example => ({ address, status: 200, type: 'application/json' });
const text = (address: string, type: string): Example => ({ address, status: 200, type });
const atom = (address: string): Example => text(address, 'application/atom+xml');
const jsonFeed = (address: string): Example => text(address, 'application/feed+json');

/** One example of every route. Complete by type. */
export const EXAMPLES: Record<RoutePattern, Example> = {
  '/': html('/'),
  '/accessibility': html('/accessibility'),
  '/check': html('/check'),
  '/corrections': html('/corrections'),
  '/keyboard': html('/keyboard'),
  '/search': html('/search?q=社区'),
  '/shi': html('/shi'),
  '/topics': html('/topics'),
  '/topics/[subject]': html('/topics/养老'),
  '/wenhao': html('/wenhao'),
  '/wenhao/[...spelling]': html('/wenhao/示政办发〔2020〕33号'),
  '/unavailable': html('/unavailable', 404),
  // The portal of the browser tests has it.
  '/dev/specimens': html('/dev/specimens'),
  '/zh-hant/[[...path]]': html('/zh-hant/shili'),

  '/corrections.atom': atom('/corrections.atom'),
  '/corrections.json': jsonFeed('/corrections.json'),
  '/documents.atom': atom('/documents.atom'),
  '/documents.json': jsonFeed('/documents.json'),
  '/issues.atom': atom('/issues.atom'),
  '/issues.json': jsonFeed('/issues.json'),
  '/search.atom': atom('/search.atom?q=社区'),
  '/search.json': jsonFeed('/search.json?q=社区'),
  '/search.csv': text('/search.csv?q=社区', 'text/csv'),
  '/wenhao.atom': atom('/wenhao.atom?number=示政办发〔2020〕33号'),
  '/wenhao.json': jsonFeed('/wenhao.json?number=示政办发〔2020〕33号'),
  '/wenhao.csv': text('/wenhao.csv', 'text/csv'),
  '/api/v1/documents/[municipality]/citations': {
    address: '/api/v1/documents/示政发〔2022〕8号/citations',
    status: 307,
    type: null,
  },
  '/api/v1/documents/[municipality]/[document]/citations': json('/api/v1/documents/shili/shizhengfa-2022-8/citations'),
  '/api/v1/documents/[municipality]/[document]/validity': json('/api/v1/documents/shili/shizhengfa-2022-8/validity'),
  '/api/v1/documents/[municipality]/[document]/key-facts': json('/api/v1/documents/shili/shizhengfa-2022-8/key-facts'),
  '/api/v1/municipalities/[municipality]/validity': json('/api/v1/municipalities/shili/validity'),
  '/api/v1/openapi.json': json('/api/v1/openapi.json'),
  '/api/v1/peek': json('/api/v1/peek?of=/shili/shizhengfa-2022-8'),
  '/api/v1/search': json('/api/v1/search?q=社区'),
  '/api/v1/share': json('/api/v1/share?municipality=shili&document=shizhengfa-2022-8&section=a-1'),
  '/api/v1/suggest': json('/api/v1/suggest?q=社'),
  '/api/v1/version': json('/api/v1/version'),
  '/api/v1/wenhao/[number]': json('/api/v1/wenhao/示政发〔2022〕8号'),
  '/robots.txt': text('/robots.txt', 'text/plain'),
  '/.well-known/security.txt': text('/.well-known/security.txt', 'text/plain'),
  '/sitemap.xml': text('/sitemap.xml', 'application/xml'),
  '/sitemaps/[name]': text('/sitemaps/places.xml', 'application/xml'),
  '/healthz': json('/healthz'),
  '/readyz': json('/readyz'),

  '/card/[...place]': text('/card/shili/shizhengfa-2022-8', 'image/png'),
  '/display': { address: '/display', status: 303, type: null },
  '/go': { address: '/go?to=示政发〔2022〕8号', status: 307, type: null },
  '/favicon.ico': text('/favicon.ico', 'image/x-icon'),
  '/icon.svg': text('/icon.svg', 'image/svg+xml'),
  // A file of a build has another name in each.
  '/_next/static/[folder]/[...file]': {
    address: '/_next/static/chunks/missing.js',
    status: 404,
    type: 'text/plain',
  },
  '/_next/[...path]': html('/_next/static/missing.js', 404),

  '/[municipality]': html('/shili'),
  '/[municipality]/documents.atom': atom('/shili/documents.atom'),
  '/[municipality]/documents.json': jsonFeed('/shili/documents.json'),
  '/[municipality]/issues.atom': atom('/shili/issues.atom'),
  '/[municipality]/issues.json': jsonFeed('/shili/issues.json'),
  '/[municipality]/agency.atom': atom('/shili/agency.atom?name=示例市人民政府'),
  '/[municipality]/agency.json': jsonFeed('/shili/agency.json?name=示例市人民政府'),
  '/[municipality]/corrections': html('/shili/corrections'),
  '/[municipality]/corrections.atom': atom('/shili/corrections.atom'),
  '/[municipality]/corrections.json': jsonFeed('/shili/corrections.json'),
  '/[municipality]/timeline': html('/shili/timeline'),
  '/[municipality]/validity': html('/shili/validity'),
  '/[municipality]/validity.csv': text('/shili/validity.csv', 'text/csv'),
  '/[municipality]/validity.xlsx': text(
    '/shili/validity.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ),
  '/[municipality]/validity.docx': text(
    '/shili/validity.docx',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ),
  '/[municipality]/validity.ics': text('/shili/validity.ics', 'text/calendar'),
  '/[municipality]/validity.atom': atom('/shili/validity.atom'),
  '/[municipality]/validity.json': jsonFeed('/shili/validity.json'),
  '/[municipality]/issues/[year]/[number]': html('/shili/issues/2023/1'),
  '/[municipality]/issues/[year]/[number]/files/[name]': text(
    '/shili/issues/2023/1/files/issue.epub',
    'application/epub+zip',
  ),
  '/[municipality]/[document]': html('/shili/shizhengfa-2022-8'),
  '/[municipality]/[document]/web': html('/shili/shizhengfa-2022-8/web'),
  '/[municipality]/[document]/feed.atom': atom('/shili/shizhengfa-2022-8/feed.atom'),
  '/[municipality]/[document]/feed.json': jsonFeed('/shili/shizhengfa-2022-8/feed.json'),
  '/[municipality]/[document]/[section]/feed.atom': atom('/shili/shizhengfa-2022-8/a-1/feed.atom'),
  '/[municipality]/[document]/[section]/feed.json': jsonFeed('/shili/shizhengfa-2022-8/a-1/feed.json'),
  '/[municipality]/[document]/versions': html('/shili/shizhengfa-2022-8/versions'),
  '/[municipality]/[document]/versions/[pair]': html('/shili/shizhengfa-2022-8/versions/1..2', 404),
  '/[municipality]/[document]/[section]': html('/shili/shizhengfa-2022-8/a-1'),
  '/[municipality]/[document]/files/[name]': text('/shili/shizhengfa-2022-8/files/document.txt', 'text/plain'),
};

/** Addresses that look like those of a row and are of none, each status 404. */
export const LOOKALIKES = [
  '/icon.svgfoo',
  '/icon.svg/foo',
  '/icon.png',
  '/favicon.icox',
  '/nothing.css',
  '/robots.txtx',
  '/_next',
  '/_next/missing.js',
  '/_next/chunks/missing.js',
  '/_next/static/missing.js',
  '/%73earch',
  '/%73earch.csv',
  '/healthz/more',
  '/search/more',
  '/search.atom/more',
  '/search.xml',
  '/api',
  '/api/v1',
  '/api/v1/search/more',
  '/card',
  '/shili/issues',
  '/shili/issues/2023',
  '/shili/timeline/2023',
  '/shili/shizhengfa-2022-8/a-1/more',
];
