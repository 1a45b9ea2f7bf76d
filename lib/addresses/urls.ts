import { printPattern, type PatternArguments } from './pattern';
import type { RoutePattern } from './routes';

// Every internal link is made here and in the parameter files beside it. Addresses are ASCII except
// a 文号, which is percent-encoded.

/** Takes a route and its parameters; gives its address. */
export const printRoute = <Pattern extends RoutePattern>(
  pattern: Pattern,
  ...params: PatternArguments<Pattern>
): string => printPattern(pattern, ...params);

/** The home page: `/` */
export const homeUrl = (): string => printRoute('/');

/** All municipalities: `/shi`, further on `/shi?page=2` */
export const municipalitiesUrl = (page = 1): string => printRoute('/shi') + pageParameters({ page });

/** `/benxi` */
export const municipalityUrl = (municipality: string): string => printRoute('/[municipality]', { municipality });

/** A municipality's issues around a year: `/benxi?year=1998#y1998` */
export const issuesOfYearUrl = (municipality: string, year: number): string =>
  `${municipalityUrl(municipality)}?year=${year}#y${year}`;

/** `/benxi/issues/2022/3` */
export const issueUrl = (municipality: string, year: number, number: number): string =>
  printRoute('/[municipality]/issues/[year]/[number]', { municipality, year: String(year), number: String(number) });

/** `/benxi/benzhengbanfa-2018-58` */
export const documentUrl = (municipality: string, document: string): string =>
  printRoute('/[municipality]/[document]', { municipality, document });

/**
 * `/benxi/benzhengbanfa-2018-58?q=%E5%85%BB%E8%80%81#hits`: what a search finds inside the
 * document, marked in its text.
 */
export const documentSearchUrl = (municipality: string, document: string, q: string): string =>
  `${documentUrl(municipality, document)}?q=${encodeURIComponent(q)}#hits`;

/**
 * A section's place in the whole document: `/benxi/benzhengbanfa-2018-58#2.3`; with what was
 * searched for marked: `…?q=…#2.3`
 */
export const sectionPlaceUrl = (municipality: string, document: string, address: string, q = ''): string =>
  `${documentUrl(municipality, document)}${q === '' ? '' : `?q=${encodeURIComponent(q)}`}#${address}`;

/** The section alone, on its own page: `/benxi/benzhengbanfa-2018-58/2.3` */
export const sectionUrl = (municipality: string, document: string, section: string): string =>
  printRoute('/[municipality]/[document]/[section]', { municipality, document, section });

/** Page of a number, held or not: `/wenhao/国发〔2022〕22号`, percent-encoded. */
export const docNumberUrl = (canonical: string): string =>
  printRoute('/wenhao/[...spelling]', { spelling: [canonical] });

/** What the portal suggests while somebody types: `/api/v1/suggest?q=%E5%85%BB` */
export const suggestUrl = (typed: string): string => `${printRoute('/api/v1/suggest')}?q=${encodeURIComponent(typed)}`;

// Feeds. An address with a dot is never that of a municipality or a document.

/**
 * `/documents.atom`, `/benxi/documents.atom`: the newest documents of all, or of a municipality.
 */
export const documentsFeedUrl = (municipality?: string): string =>
  municipality === undefined
    ? printRoute('/documents.atom')
    : printRoute('/[municipality]/documents.atom', { municipality });

/** `/issues.atom`, `/benxi/issues.atom`: the newest issues. */
export const issuesFeedUrl = (municipality?: string): string =>
  municipality === undefined ? printRoute('/issues.atom') : printRoute('/[municipality]/issues.atom', { municipality });

/** `/wenhao.atom?number=%E5%9B%BD…`: who cites a number. */
export const docNumberFeedUrl = (canonical: string): string =>
  `${printRoute('/wenhao.atom')}?number=${encodeURIComponent(canonical)}`;

// For search engines and link previews.

/** `/sitemap.xml`, the index of all. */
export const sitemapIndexUrl = (): string => printRoute('/sitemap.xml');

/** `/sitemaps/documents-1.xml` */
export const sitemapUrl = (name: string): string => printRoute('/sitemaps/[name]', { name });

/**
 * The picture that link previews show: `/card/benxi/benzhengbanfa-2018-58`, and of a section
 * `/card/benxi/benzhengbanfa-2018-58/2.3`
 */
export const cardUrl = (municipality: string, document: string, section?: string): string =>
  printRoute('/card/[...place]', { place: [municipality, document, ...(section === undefined ? [] : [section])] });

// For everyone.

/** Where the forms of 显示 are sent; no page. */
export const displayUrl = (): string => printRoute('/display');

/** 键盘说明 */
export const keyboardUrl = (): string => printRoute('/keyboard');

/** 无障碍声明 */
export const accessibilityUrl = (): string => printRoute('/accessibility');

// Checking and citing.

/** The checker of drafts. */
export const checkUrl = (): string => printRoute('/check');

const pageParameters = (pages: Record<string, number>): string => {
  const asked = Object.entries(pages).filter(([, page]) => page > 1);
  return asked.length === 0 ? '' : `?${asked.map(([name, page]) => `${name}=${page}`).join('&')}`;
};

/**
 * A document's citations as JSON:
 * `/api/v1/documents/benxi/benzhengbanfa-2018-58/citations?page=2&citedPage=3`
 */
export const citationsDataUrl = (municipality: string, document: string, page = 1, citedPage = 1): string =>
  printRoute('/api/v1/documents/[municipality]/[document]/citations', { municipality, document }) +
  pageParameters({ page, citedPage });

/** What is known of a number as JSON: `/api/v1/wenhao/%E5%9B%BD…?page=2` */
export const numberDataUrl = (canonical: string, page = 1): string =>
  printRoute('/api/v1/wenhao/[number]', { number: canonical }) + pageParameters({ page });

// Validity.

/** Where a document's page tells whether it is in force: `/benxi/benzhengbanfa-2018-58#validity` */
export const VALIDITY_PLACE = 'validity';
export const validityUrl = (municipality: string, document: string): string =>
  `${documentUrl(municipality, document)}#${VALIDITY_PLACE}`;

// For handing on.

/**
 * `/api/v1/share?municipality=benxi&document=benzhengfa-2022-2&section=a-4.1`: citation and QR code
 * of a section.
 */
export const shareUrl = (municipality: string, document: string, section: string): string =>
  `${printRoute('/api/v1/share')}?${new URLSearchParams({ municipality, document, section }).toString()}`;

// Peek, web of a document, timeline of a municipality.

/** What a link leads to, in short: `/api/v1/peek?of=%2Fbenxi%2Fbenzhengbanfa-2018-58%23a-2.3` */
export const peekUrl = (of: string): string => `${printRoute('/api/v1/peek')}?of=${encodeURIComponent(of)}`;

/**
 * Pages, from 1, of the two lists on a document's 引用关系 page: what it rests on, and what rests on
 * it.
 */
export interface GraphPages {
  above?: number;
  below?: number;
}

/**
 * Whom a document rests on and who rests on it: `/benxi/benzhengbanfa-2018-58/web`, further on
 * `?above=2`. No section can have this address.
 */
export function citationGraphUrl(
  municipality: string,
  document: string,
  { above = 1, below = 1 }: GraphPages = {},
): string {
  return printRoute('/[municipality]/[document]/web', { municipality, document }) + pageParameters({ above, below });
}

/**
 * A municipality's documents and repeals of one year, the newest that it has where none is named:
 * `/benxi/timeline?year=2022`
 */
export const timelineUrl = (municipality: string, year?: number): string =>
  `${printRoute('/[municipality]/timeline', { municipality })}${year === undefined ? '' : `?year=${year}`}`;

// Files to take along.

/**
 * A file of a page: `/benxi/benzhengbanfa-2018-58/files/document.docx`, of one of its sections
 * `…/files/2.3.docx`, of an issue `/benxi/issues/2022/3/files/issue.epub`. Takes the page's
 * address, `document`, `issue` or a section's address, and the ending.
 */
export const fileUrl = (page: string, stem: string, format: string): string => `${page}/files/${stem}.${format}`;

// The same pages in traditional characters.

/** Where they begin; no municipality can have this address (lib/slugs.ts). */
const TRADITIONAL = '/zh-hant';

/**
 * Takes the address of a page below the root; gives that of the page in traditional characters:
 * `/zh-hant/benxi?page=2`. What is one stays.
 */
export const traditionalUrl = (plain: string): string =>
  isTraditionalUrl(plain) ? plain : TRADITIONAL + (/^\/(?:[?#]|$)/.test(plain) ? plain.slice(1) : plain);

/**
 * Takes an address below the root; gives whether it is that of a page in traditional characters.
 */
export const isTraditionalUrl = (address: string): boolean => /^\/zh-hant(?![^/?#])/.test(address);

/**
 * Takes the address of a page in traditional characters; gives that of the page itself:
 * `/benxi?page=2`. However often it says so.
 */
export const plainUrl = (address: string): string => {
  const rest = address.replace(/^(?:\/zh-hant(?![^/?#]))+/, '');
  // Two slashes would name another host.
  return `/${rest.replace(/^[/\\]+/, '')}`;
};

/**
 * Takes the canonical address of a page; gives what its head says of its addresses: its own, and
 * both for their characters.
 */
export const addressesOfPage = (canonical: string) => ({
  canonical,
  languages: { 'zh-Hans': canonical, 'zh-Hant': traditionalUrl(canonical) },
});
