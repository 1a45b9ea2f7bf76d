import type { MissingKind } from './missing';
import { compilePattern, splitPath, type PatternParams, type ReadParams } from './pattern';

/**
 * What an address answers with: a page, data for programs, a file to download, a redirect after a
 * posted form, a part of pages, or the state of the server.
 */
type RouteKind = 'page' | 'data' | 'file' | 'form' | 'asset' | 'health';

/**
 * How the existence of an address is decided before anything is rendered
 * (lib/db/queries/portal/addresses.ts).
 *
 * By what the database holds; never, or in builds for development; or by the route `itself`, whose
 * answer has the right status. What exists always needs a database that answers, or is shown
 * `without data`; the page of the search needs one where something is asked.
 */
export type Existence =
  | 'itself'
  | 'without data'
  | 'with data'
  | 'search'
  | 'never'
  | 'development'
  | 'number'
  | 'subject'
  | 'municipality'
  | 'issue'
  | 'document'
  | 'document or number'
  | 'section'
  | 'versions'
  | 'comparison';

interface Route {
  kind: RouteKind;
  exists: Existence;
  /** The kind of missing page where the address does not exist; `page` if left out. */
  missing?: MissingKind;
}

/**
 * Every address of the portal, by its pattern. The first row that fits is the route that Next
 * takes, so fixed words stand above parameters.
 */
export const ROUTES = {
  '/': { kind: 'page', exists: 'with data' },
  '/accessibility': { kind: 'page', exists: 'without data' },
  // A draft that cannot be checked now comes back.
  '/check': { kind: 'page', exists: 'without data' },
  '/corrections': { kind: 'page', exists: 'with data' },
  '/keyboard': { kind: 'page', exists: 'without data' },
  '/search': { kind: 'page', exists: 'search' },
  '/shi': { kind: 'page', exists: 'with data' },
  '/topics': { kind: 'page', exists: 'with data' },
  '/topics/[subject]': { kind: 'page', exists: 'subject', missing: 'subject' },
  '/wenhao': { kind: 'page', exists: 'with data' },
  '/wenhao/[...spelling]': { kind: 'page', exists: 'number', missing: 'number' },
  // Shown by proxy.ts when the database does not answer; nobody can ask for it.
  '/unavailable': { kind: 'page', exists: 'never' },
  '/dev/specimens': { kind: 'page', exists: 'development' },
  '/zh-hant/[[...path]]': { kind: 'page', exists: 'itself' },

  '/corrections.atom': { kind: 'data', exists: 'itself' },
  '/corrections.json': { kind: 'data', exists: 'itself' },
  '/documents.atom': { kind: 'data', exists: 'itself' },
  '/documents.json': { kind: 'data', exists: 'itself' },
  '/issues.atom': { kind: 'data', exists: 'itself' },
  '/issues.json': { kind: 'data', exists: 'itself' },
  '/search.atom': { kind: 'data', exists: 'itself' },
  '/search.json': { kind: 'data', exists: 'itself' },
  '/search.csv': { kind: 'data', exists: 'itself' },
  '/wenhao.atom': { kind: 'data', exists: 'itself' },
  '/wenhao.json': { kind: 'data', exists: 'itself' },
  '/wenhao.csv': { kind: 'data', exists: 'itself' },
  '/api/v1/documents/[municipality]/citations': { kind: 'data', exists: 'itself' },
  '/api/v1/documents/[municipality]/[document]/citations': { kind: 'data', exists: 'itself' },
  '/api/v1/documents/[municipality]/[document]/validity': { kind: 'data', exists: 'itself' },
  '/api/v1/documents/[municipality]/[document]/key-facts': { kind: 'data', exists: 'itself' },
  '/api/v1/municipalities/[municipality]/validity': { kind: 'data', exists: 'itself' },
  '/api/v1/openapi.json': { kind: 'data', exists: 'itself' },
  '/api/v1/peek': { kind: 'data', exists: 'itself' },
  '/api/v1/search': { kind: 'data', exists: 'itself' },
  '/api/v1/share': { kind: 'data', exists: 'itself' },
  '/api/v1/suggest': { kind: 'data', exists: 'itself' },
  '/api/v1/version': { kind: 'data', exists: 'itself' },
  '/api/v1/wenhao/[number]': { kind: 'data', exists: 'itself' },
  '/robots.txt': { kind: 'data', exists: 'itself' },
  '/.well-known/security.txt': { kind: 'data', exists: 'itself' },
  '/sitemap.xml': { kind: 'data', exists: 'itself' },
  '/sitemaps/[name]': { kind: 'data', exists: 'itself' },
  '/healthz': { kind: 'health', exists: 'itself' },
  '/readyz': { kind: 'health', exists: 'itself' },

  '/card/[...place]': { kind: 'file', exists: 'itself' },
  '/display': { kind: 'form', exists: 'itself' },
  '/go': { kind: 'data', exists: 'itself' },
  '/favicon.ico': { kind: 'asset', exists: 'itself' },
  '/icon.svg': { kind: 'asset', exists: 'itself' },
  // What the build makes: Next answers for the folders below static itself, with 404 where a file
  // is missing. Everything else there would be taken for a document.
  '/_next/static/[folder]/[...file]': { kind: 'asset', exists: 'itself' },
  '/_next/[...path]': { kind: 'asset', exists: 'never' },

  '/[municipality]': { kind: 'page', exists: 'municipality', missing: 'municipality' },
  '/[municipality]/documents.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/documents.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/issues.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/issues.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/agency.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/agency.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/corrections': { kind: 'page', exists: 'municipality', missing: 'municipality' },
  '/[municipality]/corrections.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/corrections.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/timeline': { kind: 'page', exists: 'municipality', missing: 'municipality' },
  '/[municipality]/validity': { kind: 'page', exists: 'municipality', missing: 'municipality' },
  '/[municipality]/validity.csv': { kind: 'data', exists: 'itself' },
  '/[municipality]/validity.xlsx': { kind: 'file', exists: 'itself' },
  '/[municipality]/validity.docx': { kind: 'file', exists: 'itself' },
  '/[municipality]/validity.ics': { kind: 'data', exists: 'itself' },
  '/[municipality]/validity.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/validity.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/issues/[year]/[number]': { kind: 'page', exists: 'issue', missing: 'issue' },
  '/[municipality]/issues/[year]/[number]/files/[name]': { kind: 'file', exists: 'itself' },
  '/[municipality]/[document]': { kind: 'page', exists: 'document or number', missing: 'document' },
  '/[municipality]/[document]/web': { kind: 'page', exists: 'document', missing: 'document' },
  '/[municipality]/[document]/feed.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/[document]/feed.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/[document]/versions': { kind: 'page', exists: 'versions', missing: 'document' },
  '/[municipality]/[document]/versions/[pair]': { kind: 'page', exists: 'comparison', missing: 'version' },
  '/[municipality]/[document]/[section]': { kind: 'page', exists: 'section', missing: 'section' },
  '/[municipality]/[document]/[section]/feed.atom': { kind: 'data', exists: 'itself' },
  '/[municipality]/[document]/[section]/feed.json': { kind: 'data', exists: 'itself' },
  '/[municipality]/[document]/files/[name]': { kind: 'file', exists: 'itself' },
} as const satisfies Record<string, Route>;

/** A pattern of the table of routes. */
export type RoutePattern = keyof typeof ROUTES;

/** The route of an address, with the values of its parameters. */
export type RouteMatch = {
  [Pattern in RoutePattern]: { pattern: Pattern; params: PatternParams<Pattern> };
}[RoutePattern];

const patterns = Object.keys(ROUTES) as RoutePattern[];
const readers = patterns.map((pattern) => ({ pattern, read: compilePattern(pattern) }));

/** Lists the fixed words that follow a beginning in any row. */
const wordsAfter = (beginning: string): ReadonlySet<string> =>
  new Set(
    patterns
      .filter((pattern) => pattern.startsWith(beginning))
      .map((pattern) => pattern.slice(beginning.length).split('/', 1)[0]!)
      .filter((word) => word !== '' && !word.startsWith('[')),
  );

/** First words of fixed addresses, which no municipality may have as its own. */
export const FIRST_WORDS = wordsAfter('/');
/** Second words of a municipality's fixed addresses, which no document may have. */
export const SECOND_WORDS = wordsAfter('/[municipality]/');

/**
 * Finds the route of a path as it was sent, percent-encoded. No municipality has a dot or an
 * underscore in its address, so `/icon.png` has no route.
 * @returns null where no row of the table fits
 */
export function matchRoute(path: string): RouteMatch | null {
  const segments = splitPath(path);
  for (const { pattern, read } of readers) {
    const params = read(segments);
    if (params && (!pattern.startsWith('/[municipality]') || isNamed(params)))
      return { pattern, params } as unknown as RouteMatch;
  }
  return null;
}

const isNamed = ({ municipality, document }: ReadParams): boolean =>
  typeof municipality === 'string' &&
  !/[._]/.test(municipality) &&
  !FIRST_WORDS.has(municipality) &&
  !(typeof document === 'string' && SECOND_WORDS.has(document));

/** The target of a link inside the portal; `fragment` is encoded and without its sign. */
export interface LinkTarget {
  route: RouteMatch | null;
  fragment: string;
}

/**
 * Reads the target of a link inside the portal.
 * @returns null for other sites, for a fragment or query alone, and for text that is no address
 */
export function readLink(href: string): LinkTarget | null {
  // Two slashes would name another host.
  if (!/^\/(?![/\\])/.test(href) || !URL.canParse(href, 'http://portal')) return null;
  const { pathname, hash } = new URL(href, 'http://portal');
  return { route: matchRoute(pathname), fragment: hash.slice(1) };
}

/** Tests whether a link leads to a page of the portal, existing or missing. */
export function leadsToPage(href: string): boolean {
  const target = readLink(href);
  return target !== null && (target.route === null || ROUTES[target.route.pattern].kind === 'page');
}

/** Gives the kind of missing page for an address that does not exist. */
export function missingKind(route: RouteMatch | null): MissingKind {
  const row: Route | null = route && ROUTES[route.pattern];
  return row?.missing ?? 'page';
}
