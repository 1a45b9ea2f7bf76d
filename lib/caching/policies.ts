import { matchRoute, ROUTES, type RouteMatch, type RoutePattern } from '@/lib/addresses/routes';
import { printPattern } from '@/lib/addresses/pattern';
import { PLACE_PARAMETER, SEARCH_PARAMETERS } from '@/lib/addresses/search-params';
import { MARK_PARAMETERS } from '@/lib/addresses/urls';
import { isTraditionalUrl, plainUrl, traditionalUrl } from '@/lib/addresses/urls';

/** What an answer is made of: what is held, or only the build and its settings. */
export type Ingredients = 'data' | 'build';

/**
 * What making an answer costs; each kind has limits of its own (lib/gateway/work-limits.ts).
 * `search` takes connections of the search, `export` streams for as long as its reader reads, and
 * `heavy` is work of more than 100 ms: Word, ZIP, pictures, traditional characters, the checker.
 */
export type Work = 'page' | 'search' | 'export' | 'heavy';

/**
 * How answers of a kind of address are kept. The one place that says so: keys, headers and limits
 * follow from it.
 */
export interface CachingPolicy {
  /** Whether an answer is kept; `passed` ones have neither a validator nor a copy. */
  kept: 'kept' | 'streamed' | 'passed';
  madeOf: Ingredients;
  /** The same for the address without parameters, where it differs. */
  bareMadeOf?: Ingredients;
  /** Whether the reader's choices under 显示 change it. */
  display: boolean;
  /** Parameters that count, in the order of the key. */
  parameters: readonly string[];
  /** Whether other parameters change nothing, or are refused: by addresses for programs. */
  others: 'ignored' | 'refused';
  /** Whether any text makes an address of its own, so that there are addresses without end. */
  endless: boolean;
  /** `Cache-Control` for browsers. */
  browsers: 'private, no-cache' | 'public, no-cache' | 'private, max-age=60' | typeof FOR_EVER | 'no-store';
  work: Work;
  /** Whether forms are posted there. */
  posted: boolean;
  /** Whether other sites may read or show it. */
  shared: boolean;
}

const FOR_EVER = 'public, max-age=31536000, immutable';

const page = (parameters: readonly string[] = [], changes: Partial<CachingPolicy> = {}): CachingPolicy => ({
  kept: 'kept',
  madeOf: 'data',
  display: true,
  parameters,
  others: 'ignored',
  endless: false,
  browsers: 'private, no-cache',
  work: 'page',
  posted: false,
  shared: false,
  ...changes,
});
const data = (parameters: readonly string[] = [], changes: Partial<CachingPolicy> = {}): CachingPolicy =>
  page(parameters, { display: false, browsers: 'public, no-cache', shared: true, ...changes });
const passed = (browsers: CachingPolicy['browsers'], changes: Partial<CachingPolicy> = {}): CachingPolicy =>
  data([], { kept: 'passed', browsers, ...changes });
const asset: CachingPolicy = data([], { madeOf: 'build', browsers: FOR_EVER });
const search = { work: 'search' } as const;

const POLICIES: Record<RoutePattern, CachingPolicy> = {
  '/': page(),
  '/accessibility': page([], { madeOf: 'build' }),
  '/check': page([], { madeOf: 'build', posted: true }),
  '/corrections': page(['page']),
  '/keyboard': page([], { madeOf: 'build' }),
  '/search': page([...SEARCH_PARAMETERS, PLACE_PARAMETER], { ...search, bareMadeOf: 'build' }),
  '/shi': page(['page']),
  '/topics': page(),
  '/topics/[subject]': page([], search),
  '/wenhao': page(['agency', 'year', 'page', 'number']),
  '/wenhao/[...spelling]': page(['relation', 'page'], { endless: true }),
  '/unavailable': page(),
  // For developers; what it shows may say that a page is not whole.
  '/dev/specimens': page([], { kept: 'passed', browsers: 'no-store' }),
  // Of its plain page; see policyOf.
  '/zh-hant/[[...path]]': page(),

  '/corrections.atom': data(),
  '/corrections.json': data(),
  '/documents.atom': data(),
  '/documents.json': data(),
  '/issues.atom': data(),
  '/issues.json': data(),
  '/search.atom': data(SEARCH_PARAMETERS, search),
  '/search.json': data(SEARCH_PARAMETERS, search),
  '/search.csv': data(SEARCH_PARAMETERS, { ...search, kept: 'streamed', work: 'export' }),
  '/wenhao.atom': data(['number']),
  '/wenhao.json': data(['number']),
  '/wenhao.csv': data(['agency', 'year'], { kept: 'streamed', work: 'export' }),
  '/api/v1/documents/[municipality]/citations': data(),
  '/api/v1/documents/[municipality]/[document]/citations': data(['page', 'citedPage'], { others: 'refused' }),
  '/api/v1/documents/[municipality]/[document]/validity': data([], { others: 'refused' }),
  '/api/v1/documents/[municipality]/[document]/key-facts': data([], { others: 'refused' }),
  '/api/v1/municipalities/[municipality]/validity': data(['tab', 'agency', 'year', 'page'], { others: 'refused' }),
  '/api/v1/openapi.json': data([], { madeOf: 'build' }),
  '/api/v1/peek': data(['of']),
  '/api/v1/search': data([...SEARCH_PARAMETERS, PLACE_PARAMETER], { ...search, others: 'refused' }),
  '/api/v1/share': data(['municipality', 'document', 'section']),
  '/api/v1/suggest': passed('private, max-age=60', { parameters: ['q'], work: 'search' }),
  '/api/v1/version': data([], { madeOf: 'build' }),
  '/api/v1/wenhao/[number]': data(['page'], { endless: true, others: 'refused' }),
  '/robots.txt': data([], { madeOf: 'build' }),
  // Its last day follows the day.
  '/.well-known/security.txt': data(),
  '/sitemap.xml': data(),
  '/sitemaps/[name]': data(),
  '/healthz': passed('no-store', { madeOf: 'build' }),
  '/readyz': passed('no-store', { madeOf: 'build' }),

  '/card/[...place]': data([], { work: 'heavy' }),
  '/display': passed('no-store', { madeOf: 'build', posted: true, shared: false }),
  '/go': passed('public, no-cache', { parameters: ['to', PLACE_PARAMETER], work: 'search' }),
  '/favicon.ico': { ...asset, browsers: 'public, no-cache' },
  '/icon.svg': { ...asset, browsers: 'public, no-cache' },
  '/_next/static/[folder]/[...file]': asset,
  '/_next/[...path]': page(),

  '/[municipality]': page(['page', 'year']),
  '/[municipality]/documents.atom': data(),
  '/[municipality]/documents.json': data(),
  '/[municipality]/issues.atom': data(),
  '/[municipality]/issues.json': data(),
  '/[municipality]/agency.atom': data(['name']),
  '/[municipality]/agency.json': data(['name']),
  '/[municipality]/corrections': page(['page']),
  '/[municipality]/corrections.atom': data(),
  '/[municipality]/corrections.json': data(),
  '/[municipality]/timeline': page(['year']),
  '/[municipality]/validity': page(['tab', 'agency', 'year', 'page']),
  '/[municipality]/validity.csv': data(['tab', 'agency', 'year'], { kept: 'streamed', work: 'export' }),
  '/[municipality]/validity.xlsx': data(['tab', 'agency', 'year'], { work: 'heavy' }),
  '/[municipality]/validity.docx': data(['tab', 'agency', 'year'], { work: 'heavy' }),
  '/[municipality]/validity.ics': data(['agency', 'year']),
  '/[municipality]/validity.atom': data(),
  '/[municipality]/validity.json': data(),
  '/[municipality]/issues/[year]/[number]': page(),
  '/[municipality]/issues/[year]/[number]/files/[name]': data([], { work: 'heavy' }),
  '/[municipality]/[document]': page([...MARK_PARAMETERS, 'relation', 'cited', 'v', 'k', 'on']),
  '/[municipality]/[document]/web': page(['above', 'below']),
  '/[municipality]/[document]/feed.atom': data(),
  '/[municipality]/[document]/feed.json': data(),
  '/[municipality]/[document]/[section]/feed.atom': data(),
  '/[municipality]/[document]/[section]/feed.json': data(),
  '/[municipality]/[document]/versions': page(),
  '/[municipality]/[document]/versions/[pair]': page([], { work: 'heavy' }),
  '/[municipality]/[document]/[section]': page([...MARK_PARAMETERS, 'relation', 'cited', 'k', 'on', 'row', 'by']),
  '/[municipality]/[document]/files/[name]': data(['on'], { work: 'heavy' }),
};

/** The policy of an address that no route has: the page that says so. */
const MISSING = page();

/** The policy of an address, and what of the address decides how it is answered. */
export interface FoundPolicy {
  policy: CachingPolicy;
  /** The pattern of its route, below `/zh-hant` for traditional characters; `none` without one. */
  route: string;
  /** Whether it names a page, so that what fails is said by a page. */
  isPage: boolean;
  /** Whether the path is written as the portal's own links write it. */
  isCanonical: boolean;
}

const NO_ROUTE = 'none';

/** Gives the name of a path's route: one of a few dozen, whatever the path is. */
export const routeNameOf = (path: string): string => policyOf(path).route;

/**
 * Finds the policy of a path as it was sent, percent-encoded. A page in traditional characters has
 * that of the page itself, but costs more.
 */
export function policyOf(path: string): FoundPolicy {
  if (isTraditionalUrl(path)) return traditionalPolicyOf(path);
  const route = matchRoute(path);
  if (route === null) return { policy: MISSING, route: NO_ROUTE, isPage: true, isCanonical: false };
  return {
    policy: POLICIES[route.pattern],
    route: route.pattern,
    isPage: ROUTES[route.pattern].kind === 'page',
    isCanonical: print(route.pattern, route.params) === path,
  };
}

const print = printPattern as (pattern: string, params: RouteMatch['params']) => string;

function traditionalPolicyOf(path: string): FoundPolicy {
  const plain = plainUrl(path);
  const { policy, route, isPage, isCanonical } = policyOf(plain);
  // What is no page has only one address: the answer is a redirect to it.
  const kept = isPage ? policy : page(policy.parameters, { display: false });
  return {
    policy: { ...kept, work: 'heavy' },
    route: route === NO_ROUTE ? route : traditionalUrl(route),
    isPage: true,
    isCanonical: isCanonical && traditionalUrl(plain) === path,
  };
}
