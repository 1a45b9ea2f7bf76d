import { issueSegment, type IssueKey } from './issue-segment';
import { printPattern, type PatternArguments } from './pattern';
import type { RoutePattern } from './routes';

// Every internal link is made here and by the parameter files beside it. Addresses are ASCII except
// a 文号, which is percent-encoded.

/** Prints the address of a route. */
export const printRoute = <Pattern extends RoutePattern>(
  pattern: Pattern,
  ...params: PatternArguments<Pattern>
): string => printPattern(pattern, ...params);

/** The home page: `/` */
export const homeUrl = (): string => printRoute('/');

/** All municipalities, by pages: `/shi`, `/shi?page=2` */
export const municipalitiesUrl = (page = 1): string => printRoute('/shi') + pageParameters({ page });

/** All subjects: `/topics` */
export const subjectsUrl = (): string => printRoute('/topics');

/** A subject: `/topics/社保`, percent-encoded */
export const subjectUrl = (subject: string): string => printRoute('/topics/[subject]', { subject });

/** A municipality: `/benxi` */
export const municipalityUrl = (municipality: string): string => printRoute('/[municipality]', { municipality });

/** A municipality's issues around a year: `/benxi?year=1998#y1998` */
export const issuesOfYearUrl = (municipality: string, year: number): string =>
  `${municipalityUrl(municipality)}?year=${year}#y${year}`;

/** An issue: `/benxi/issues/2022/3`, `/benxi/issues/2022/3-zengkan` */
export const issueUrl = (municipality: string, issue: IssueKey & { year: number }): string =>
  printRoute('/[municipality]/issues/[year]/[number]', {
    municipality,
    year: String(issue.year),
    number: issueSegment(issue),
  });

/** A document: `/benxi/benzhengbanfa-2018-58` */
export const documentUrl = (municipality: string, document: string): string =>
  printRoute('/[municipality]/[document]', { municipality, document });

/** Words that are marked where a link leads: those of a search. */
export interface MarkedWords {
  /** As typed; empty for nothing. */
  q: string;
  /** Set where words stand for themselves alone. */
  exact?: '1';
  /** Words that are not looked for beside the typed ones, between `|`. */
  off?: string;
}

/** The parameters of `MarkedWords`. */
export const MARK_PARAMETERS = ['q', 'exact', 'off'] as const satisfies readonly (keyof MarkedWords)[];

/** `?q=%E4%BD%8E%E4%BF%9D&exact=1` */
const markParameters = ({ q, exact, off }: MarkedWords): string =>
  q === ''
    ? ''
    : `?q=${encodeURIComponent(q)}${exact ? '&exact=1' : ''}${off ? `&off=${encodeURIComponent(off)}` : ''}`;

/**
 * A document with the hits of a search inside it:
 * `/benxi/benzhengbanfa-2018-58?q=%E5%85%BB%E8%80%81#hits`
 */
export const documentSearchUrl = (municipality: string, document: string, words: MarkedWords): string =>
  `${documentUrl(municipality, document)}${markParameters(words)}#hits`;

/**
 * A section within its document, with the words of a search marked:
 * `/benxi/benzhengbanfa-2018-58#2.3`, `…?q=…#2.3`
 */
export const sectionPlaceUrl = (
  municipality: string,
  document: string,
  address: string,
  words: MarkedWords = { q: '' },
): string => `${documentUrl(municipality, document)}${markParameters(words)}#${address}`;

/** A section on its own page: `/benxi/benzhengbanfa-2018-58/2.3` */
export const sectionUrl = (municipality: string, document: string, section: string): string =>
  printRoute('/[municipality]/[document]/[section]', { municipality, document, section });

// Versions.

/** The versions of a document: `/benxi/benzhengbanfa-2018-58/versions` */
export const versionsUrl = (municipality: string, document: string): string =>
  printRoute('/[municipality]/[document]/versions', { municipality, document });

/**
 * What two versions of a document differ in, at an address of the former:
 * `/benxi/benzhengbanfa-2018-58/versions/1..2#a-9`
 * @param pair `1..2`
 */
export const comparisonUrl = (municipality: string, document: string, pair: string, address?: string): string =>
  printRoute('/[municipality]/[document]/versions/[pair]', { municipality, document, pair }) +
  (address === undefined ? '' : `#${address}`);

/** A version of a document, and a section in it: `/benxi/benzhengbanfa-2018-58?v=1#a-9` */
export const versionUrl = (municipality: string, document: string, version: number, section?: string): string =>
  `${documentUrl(municipality, document)}?v=${version}${section === undefined ? '' : `#${section}`}`;

/**
 * The text of a document on a day, and a section in it:
 * `/benxi/benzhengbanfa-2018-58?on=2023-07-01#a-9`
 * @param day `2023-07-01`
 */
export const textOfDayUrl = (municipality: string, document: string, day: string, section?: string): string =>
  `${documentUrl(municipality, document)}?on=${day}${section === undefined ? '' : `#${section}`}`;

/**
 * A section of the text of a day, on its own page: `/benxi/benzhengbanfa-2018-58/a-9?on=2023-07-01`
 * @param day `2023-07-01`
 */
export const sectionOfDayUrl = (municipality: string, document: string, section: string, day: string): string =>
  `${sectionUrl(municipality, document, section)}?on=${day}`;

/** An address with the key of the words that it means: `…?k=a-9.x7f3q2` */
export const keyedUrl = (address: string, key: string): string => `${address}?k=${key}`;

/** The page of a number, held or not: `/wenhao/国发〔2022〕22号`, percent-encoded */
export const docNumberUrl = (canonical: string): string =>
  printRoute('/wenhao/[...spelling]', { spelling: [canonical] });

/** Suggestions for typed text: `/api/v1/suggest?q=%E5%85%BB` */
export const suggestUrl = (typed: string): string => `${printRoute('/api/v1/suggest')}?q=${encodeURIComponent(typed)}`;

/** Leads straight to what a text means: `/go?to=%E7%A4%BA…` */
export const goUrl = (text: string): string => `${printRoute('/go')}?to=${encodeURIComponent(text)}`;

// Feeds. An address with a dot is never that of a municipality or a document.

/** Formats of feeds, as their addresses end: Atom, which every reader of feeds knows, first. */
export const FEED_FORMATS = ['atom', 'json'] as const;
/** A format of feeds. */
export type FeedFormat = (typeof FEED_FORMATS)[number];

/**
 * The feed of what came last to all, or to a municipality: `/documents.atom`,
 * `/benxi/documents.json`
 */
export const documentsFeedUrl = (municipality?: string, format: FeedFormat = 'atom'): string =>
  municipality === undefined
    ? printRoute(`/documents.${format}`)
    : printRoute(`/[municipality]/documents.${format}`, { municipality });

/** The feed of the issues of all, or of a municipality: `/issues.atom`, `/benxi/issues.json` */
export const issuesFeedUrl = (municipality?: string, format: FeedFormat = 'atom'): string =>
  municipality === undefined
    ? printRoute(`/issues.${format}`)
    : printRoute(`/[municipality]/issues.${format}`, { municipality });

/** The validity of a document and what changes its clauses, as data. */
export const validityDataUrl = (municipality: string, document: string): string =>
  printRoute('/api/v1/documents/[municipality]/[document]/validity', { municipality, document });

/** What a document says in figures and days, as data. */
export const keyFactsDataUrl = (municipality: string, document: string): string =>
  printRoute('/api/v1/documents/[municipality]/[document]/key-facts', { municipality, document });

/** The page of what gazettes correct themselves: `/corrections`, `/benxi/corrections?page=2` */
export function errataUrl(municipality?: string, page = 1): string {
  const path =
    municipality === undefined
      ? printRoute('/corrections')
      : printRoute('/[municipality]/corrections', { municipality });
  return page > 1 ? `${path}?page=${page}` : path;
}

/** The feed of that page: `/corrections.atom`, `/benxi/corrections.json` */
export const errataFeedUrl = (municipality?: string, format: FeedFormat = 'atom'): string =>
  municipality === undefined
    ? printRoute(`/corrections.${format}`)
    : printRoute(`/[municipality]/corrections.${format}`, { municipality });

/** The feed of what an agency of a municipality signs: `/benxi/agency.atom?name=%E6%9C%AC…` */
export const agencyFeedUrl = (municipality: string, agency: string, format: FeedFormat = 'atom'): string =>
  `${printRoute(`/[municipality]/agency.${format}`, { municipality })}?name=${encodeURIComponent(agency)}`;

/** The feed of what happens to a number: `/wenhao.atom?number=%E5%9B%BD…` */
export const docNumberFeedUrl = (canonical: string, format: FeedFormat = 'atom'): string =>
  `${printRoute(`/wenhao.${format}`)}?number=${encodeURIComponent(canonical)}`;

/** The feed of what happens to a document: `/benxi/benzhengbanfa-2018-58/feed.atom` */
export const documentFeedUrl = (municipality: string, document: string, format: FeedFormat = 'atom'): string =>
  printRoute(`/[municipality]/[document]/feed.${format}`, { municipality, document });

/** The feed of what happens to a section: `/benxi/benzhengbanfa-2018-58/2.3/feed.atom` */
export const sectionFeedUrl = (
  municipality: string,
  document: string,
  section: string,
  format: FeedFormat = 'atom',
): string => printRoute(`/[municipality]/[document]/[section]/feed.${format}`, { municipality, document, section });

// For search engines and link previews.

/** The index of all sitemaps: `/sitemap.xml` */
export const sitemapIndexUrl = (): string => printRoute('/sitemap.xml');

/** Whom to tell of a weakness of the portal. */
export const securityTextUrl = (): string => printRoute('/.well-known/security.txt');

/** A sitemap: `/sitemaps/documents-1.xml` */
export const sitemapUrl = (name: string): string => printRoute('/sitemaps/[name]', { name });

/**
 * The picture for previews of a link: `/card/benxi/benzhengbanfa-2018-58`,
 * `/card/benxi/benzhengbanfa-2018-58/2.3`
 */
export const cardUrl = (municipality: string, document: string, section?: string): string =>
  printRoute('/card/[...place]', { place: [municipality, document, ...(section === undefined ? [] : [section])] });

/** The last part of the address of a whole picture. */
export const LONG_PICTURE = 'long';

/** 长图, a section as a picture to send: `/card/benxi/benzhengbanfa-2018-58/2.3/long` */
export const longPictureUrl = (municipality: string, document: string, section: string): string =>
  printRoute('/card/[...place]', { place: [municipality, document, section, LONG_PICTURE] });

// Settings and statements.

/** The target of the forms of 显示; no page. */
export const displayUrl = (): string => printRoute('/display');

/** 键盘说明, the help on keys: `/keyboard` */
export const keyboardUrl = (): string => printRoute('/keyboard');

/** 无障碍声明, the accessibility statement: `/accessibility` */
export const accessibilityUrl = (): string => printRoute('/accessibility');

// Checking and citing.

/** The checker of drafts: `/check` */
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

/** A number's documents and citations as JSON: `/api/v1/wenhao/%E5%9B%BD…?page=2` */
export const numberDataUrl = (canonical: string, page = 1): string =>
  printRoute('/api/v1/wenhao/[number]', { number: canonical }) + pageParameters({ page });

// Validity.

/** The id of the part of a document's page about its validity. */
export const VALIDITY_PLACE = 'validity';

/** The validity of a document on its page: `/benxi/benzhengbanfa-2018-58#validity` */
export const validityUrl = (municipality: string, document: string): string =>
  `${documentUrl(municipality, document)}#${VALIDITY_PLACE}`;

// Sharing.

/**
 * The citation and QR code of a section:
 * `/api/v1/share?municipality=benxi&document=benzhengfa-2022-2&section=a-4.1`
 */
export const shareUrl = (municipality: string, document: string, section: string): string =>
  `${printRoute('/api/v1/share')}?${new URLSearchParams({ municipality, document, section }).toString()}`;

// Peek, citation graph of a document, timeline of a municipality.

/** The peek at what a link leads to: `/api/v1/peek?of=%2Fbenxi%2Fbenzhengbanfa-2018-58%23a-2.3` */
export const peekUrl = (of: string): string => `${printRoute('/api/v1/peek')}?of=${encodeURIComponent(of)}`;

/**
 * Pages, from 1, of the two lists on a document's 引用关系 page. `above` lists what it cites, `below`
 * what cites it.
 */
export interface GraphPages {
  above?: number;
  below?: number;
}

/**
 * The citation graph of a document: `/benxi/benzhengbanfa-2018-58/web`, `…/web?above=2`. No section
 * can have this address.
 */
export function citationGraphUrl(
  municipality: string,
  document: string,
  { above = 1, below = 1 }: GraphPages = {},
): string {
  return printRoute('/[municipality]/[document]/web', { municipality, document }) + pageParameters({ above, below });
}

/**
 * A year of a municipality's documents and repeals, by default the newest:
 * `/benxi/timeline?year=2022`
 */
export const timelineUrl = (municipality: string, year?: number): string =>
  `${printRoute('/[municipality]/timeline', { municipality })}${year === undefined ? '' : `?year=${year}`}`;

// Downloads.

/**
 * A file of a document, section or issue: `/benxi/benzhengbanfa-2018-58/files/document.docx`,
 * `…/files/2.3.docx`, `/benxi/issues/2022/3/files/issue.epub`, `…/files/2.3.docx?on=2023-07-01`
 * @param page the address of the document or issue, of a document also that of its text on a day
 * @param stem `document`, `issue` or a section's address
 */
export function fileUrl(page: string, stem: string, format: string): string {
  const [path, question] = page.split('?');
  return `${path}/files/${stem}.${format}${question === undefined ? '' : `?${question}`}`;
}

// The same pages in traditional characters.

/** Their first word, which no municipality can have (slugs.ts). */
const TRADITIONAL = '/zh-hant';

/**
 * Gives the traditional version of a page's address: `/zh-hant/benxi?page=2`. An address of a
 * traditional version stays.
 */
export const traditionalUrl = (plain: string): string =>
  isTraditionalUrl(plain) ? plain : TRADITIONAL + (/^\/(?:[?#]|$)/.test(plain) ? plain.slice(1) : plain);

/** Tests whether an address below the root is that of a traditional version. */
export const isTraditionalUrl = (address: string): boolean => /^\/zh-hant(?![^/?#])/.test(address);

/**
 * Gives the plain version of a traditional page's address: `/benxi?page=2`. Repeated prefixes are
 * all removed.
 */
export const plainUrl = (address: string): string => {
  const rest = address.replace(/^(?:\/zh-hant(?![^/?#]))+/, '');
  // Two slashes would name another host.
  return `/${rest.replace(/^[/\\]+/, '')}`;
};

/** Gives a page's entries for its head: the canonical address, and both versions. */
export const addressesOfPage = (canonical: string) => ({
  canonical,
  languages: { 'zh-Hans': canonical, 'zh-Hant': traditionalUrl(canonical) },
});

/** A feed of what a page shows. */
interface PageFeed {
  title: string;
  address: (format: FeedFormat) => string;
}

/** Gives a page's feeds for its head, in every format. */
export const feedsOfPage = (...feeds: readonly PageFeed[]) => {
  const inFormat = (format: FeedFormat) => feeds.map(({ title, address }) => ({ url: address(format), title }));
  return { 'application/atom+xml': inFormat('atom'), 'application/feed+json': inFormat('json') };
};
