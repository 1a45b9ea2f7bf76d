import { ROUTES } from '@/lib/addresses/routes';
import { SEARCH_PARAMETERS } from '@/lib/addresses/search-params';
import { integer, pick, type Random } from '../../bench/search/random';
import { encode, hostileText } from './words';

const patterns = Object.keys(ROUTES);
const PARAMETERS = [
  ...SEARCH_PARAMETERS,
  ...[
    'of',
    'name',
    'number',
    'above',
    'below',
    'relation',
    'cited',
    'citedPage',
    'year',
    'municipality',
    'document',
    'section',
  ],
  ...['_rsc', '__proto__', 'constructor', 'q[]', 'q[a]', 'url', 'w', '__nextLocale', 'nxtPmunicipality', ''],
];
const QUERIED = [
  '/search',
  '/api/v1/search',
  '/search.atom',
  '/search.json',
  '/search.csv',
  '/api/v1/suggest',
  '/zh-hant/search',
];

/** Makes a query string: parameters that count and others, many times, without values. */
export function hostileQuery(random: Random): string {
  const count = integer(random, 0, 20) === 0 ? integer(random, 20, 300) : integer(random, 1, 5);
  const parameters = Array.from({ length: count }, () => {
    const name = pick(random, PARAMETERS);
    if (integer(random, 0, 9) === 0) return encode(random, name);
    return `${name}=${encode(random, hostileText(random))}`;
  });
  return `?${parameters.join(pick(random, ['&', '&', '&', ';', '&&', '?']))}`;
}

/** Makes a search, or a question to what reads texts of readers. */
export function hostileSearch(random: Random, addresses: readonly string[]): string {
  const text = encode(random, hostileText(random));
  const kind = integer(random, 0, 9);
  if (kind === 0) return `${pick(random, addresses)}?q=${text}`;
  if (kind === 1) return `/api/v1/peek?of=${text}`;
  if (kind === 2)
    return `/api/v1/share?municipality=shili&document=${text}&section=${encode(random, hostileText(random))}`;
  if (kind === 3) return `/wenhao/${text}`;
  if (kind === 4) return `/api/v1/wenhao/${text}`;
  return pick(random, QUERIED) + (kind < 8 ? `?q=${text}` : hostileQuery(random));
}

/** Makes a target of a request: mutations of addresses, patterns filled with anything. */
export function hostileAddress(random: Random, addresses: readonly string[]): string {
  switch (integer(random, 0, 6)) {
    case 0:
      return fill(random, pick(random, patterns)) + (random() < 0.3 ? hostileQuery(random) : '');
    case 1:
      return mutate(random, pick(random, addresses));
    case 2:
      return pick(random, ODD);
    case 3:
      return `/zh-hant${mutate(random, pick(random, addresses))}`;
    case 4:
      return pick(random, addresses) + pick(random, ENDS);
    case 5:
      return pick(random, addresses) + hostileQuery(random);
    default:
      return `/${Array.from({ length: integer(random, 1, 12) }, () => encode(random, hostileText(random))).join('/')}`.slice(
        0,
        30_000,
      );
  }
}

const fill = (random: Random, pattern: string): string =>
  pattern.replace(/\[+(?:\.\.\.)?\w+\]+/g, () =>
    random() < 0.3
      ? pick(random, ['shili', '2022', '4', 'a-1', 'shizhengfa-2022-8', 'document.docx'])
      : encode(random, hostileText(random)),
  );

function mutate(random: Random, address: string): string {
  const at = integer(random, 0, address.length);
  const rest = address.slice(at);
  const way = integer(random, 0, 5);
  if (way === 0) return address.slice(0, at) + rest.slice(1);
  if (way === 1) return address.slice(0, at) + rest.toUpperCase();
  if (way === 2)
    return address.slice(0, at) + pick(random, ['/', '//', '\\', '%2f', '%5c', '.', '..', '%2e%2e', ';', '%']) + rest;
  if (way === 3)
    return address.replace(/[a-z]/g, (letter) => (random() < 0.3 ? `%${letter.charCodeAt(0).toString(16)}` : letter));
  if (way === 4) return address.repeat(integer(random, 2, 40));
  return address.slice(0, at) + encode(random, hostileText(random)) + rest;
}

const ENDS = [
  '/',
  '//',
  '/.',
  '/..',
  '/%2e%2e/',
  '?',
  '#',
  '%20',
  '%00',
  '.html',
  '.json',
  '.rsc',
  '.txt',
  '~',
  '/web',
  '/files/',
  '/files/issue.zip',
  '/files/document.docx',
  '/files/document.exe',
  '/opengraph-image',
  '/_next/data/x.json',
  '?_rsc=1',
  ';jsessionid=1',
];
const ODD = [
  ...[
    '*',
    '/',
    '//',
    '///',
    '//evil.example/',
    '/\\evil.example',
    'http://evil.example/',
    'http://localhost/shili',
    'https://localhost:1/%',
    'shili',
    '?',
    '#',
    '/?',
    '/#',
    '/%',
    '/%2',
    '/%00',
    '/%2f',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/../../etc/passwd',
    '/.env',
    '/.git/config',
  ],
  ...[
    '/_next/image?url=%2Ficon.svg&w=64&q=75',
    '/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75',
    '/_next/static/chunks/../../server/app/page.js',
    '/_next/static/%2e%2e/%2e%2e/BUILD_ID',
    '/_next/data/x/index.json',
    '/_next/webpack-hmr',
    '/__nextjs_original-stack-frame',
    '/_error',
    '/404',
    '/500',
    '/_not-found',
    '/unavailable',
    '/dev/specimens',
    '/index',
    '/api',
    '/api/v1',
    '/favicon.ico/x',
  ],
  `/${'a'.repeat(20_000)}`,
  `/${'a/'.repeat(2_000)}`,
  `/${'%E5%85%AC'.repeat(3_000)}`,
  `/search?q=${'a'.repeat(120_000)}`,
  `/zh-hant${'/zh-hant'.repeat(300)}/shili`,
];
