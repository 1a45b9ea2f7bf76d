import { expect, test } from 'vitest';
import { matchRoute, type RouteMatch } from './routes';
import * as register from './register-params';
import * as search from './search-params';
import * as urls from './urls';
import * as wanted from './wanted-params';

const DOCUMENT = ['shili', 'shizhengfa-2022-8'] as const;
const [municipality, document] = DOCUMENT;
const number = '示政发〔2022〕8号';
const asked = search.parseSearchParams({ q: '养老', page: '2' });

/** What every function that makes an address gives, and what that address names. */
const made: Record<string, [address: string, pattern: RouteMatch['pattern'], params?: object]> = {
  homeUrl: [urls.homeUrl(), '/'],
  municipalitiesUrl: [urls.municipalitiesUrl(2), '/shi'],
  subjectsUrl: [urls.subjectsUrl(), '/topics'],
  subjectUrl: [urls.subjectUrl('社保'), '/topics/[subject]', { subject: '社保' }],
  municipalityUrl: [urls.municipalityUrl(municipality), '/[municipality]', { municipality }],
  issuesOfYearUrl: [urls.issuesOfYearUrl(municipality, 2022), '/[municipality]', { municipality }],
  issueUrl: [
    urls.issueUrl(municipality, { year: 2022, number: 3 }),
    '/[municipality]/issues/[year]/[number]',
    { municipality, year: '2022', number: '3' },
  ],
  documentUrl: [urls.documentUrl(...DOCUMENT), '/[municipality]/[document]', { municipality, document }],
  documentSearchUrl: [
    urls.documentSearchUrl(...DOCUMENT, { q: '养老' }),
    '/[municipality]/[document]',
    { municipality, document },
  ],
  sectionPlaceUrl: [
    urls.sectionPlaceUrl(...DOCUMENT, 'a-2.3', { q: '养老' }),
    '/[municipality]/[document]',
    { municipality, document },
  ],
  sectionUrl: [
    urls.sectionUrl(...DOCUMENT, 'a-2.3'),
    '/[municipality]/[document]/[section]',
    { municipality, document, section: 'a-2.3' },
  ],
  versionsUrl: [urls.versionsUrl(...DOCUMENT), '/[municipality]/[document]/versions', { municipality, document }],
  comparisonUrl: [
    urls.comparisonUrl(...DOCUMENT, '1..2', 'a-2.3'),
    '/[municipality]/[document]/versions/[pair]',
    { municipality, document, pair: '1..2' },
  ],
  versionUrl: [urls.versionUrl(...DOCUMENT, 1, 'a-2.3'), '/[municipality]/[document]', { municipality, document }],
  textOfDayUrl: [
    urls.textOfDayUrl(...DOCUMENT, '2023-07-01', 'a-2.3'),
    '/[municipality]/[document]',
    { municipality, document },
  ],
  sectionOfDayUrl: [
    urls.sectionOfDayUrl(...DOCUMENT, 'a-2.3', '2023-07-01'),
    '/[municipality]/[document]/[section]',
    { municipality, document, section: 'a-2.3' },
  ],
  keyedUrl: [
    urls.keyedUrl(urls.sectionUrl(...DOCUMENT, 'a-2.3'), 'a-2.3.x7f3q2'),
    '/[municipality]/[document]/[section]',
    { municipality, document, section: 'a-2.3' },
  ],
  docNumberUrl: [
    urls.docNumberUrl('甲/乙发〔2022〕8号'),
    '/wenhao/[...spelling]',
    { spelling: ['甲/乙发〔2022〕8号'] },
  ],
  suggestUrl: [urls.suggestUrl('养'), '/api/v1/suggest'],
  documentsFeedUrl: [urls.documentsFeedUrl(municipality), '/[municipality]/documents.atom', { municipality }],
  errataUrl: [urls.errataUrl(municipality, 2), '/[municipality]/corrections', { municipality }],
  errataFeedUrl: [urls.errataFeedUrl(), '/corrections.atom'],
  keyFactsDataUrl: [
    urls.keyFactsDataUrl(municipality, document),
    '/api/v1/documents/[municipality]/[document]/key-facts',
    { municipality, document },
  ],
  validityDataUrl: [
    urls.validityDataUrl(municipality, document),
    '/api/v1/documents/[municipality]/[document]/validity',
    { municipality, document },
  ],
  issuesFeedUrl: [urls.issuesFeedUrl(municipality), '/[municipality]/issues.atom', { municipality }],
  agencyFeedUrl: [
    urls.agencyFeedUrl(municipality, '示例市人民政府', 'json'),
    '/[municipality]/agency.json',
    { municipality },
  ],
  documentFeedUrl: [
    urls.documentFeedUrl(...DOCUMENT),
    '/[municipality]/[document]/feed.atom',
    { municipality, document },
  ],
  sectionFeedUrl: [
    urls.sectionFeedUrl(...DOCUMENT, 'a-2.3'),
    '/[municipality]/[document]/[section]/feed.atom',
    { municipality, document, section: 'a-2.3' },
  ],
  goUrl: [urls.goUrl('示政发〔2022〕8号第三条'), '/go'],
  docNumberFeedUrl: [urls.docNumberFeedUrl(number), '/wenhao.atom'],
  sitemapIndexUrl: [urls.sitemapIndexUrl(), '/sitemap.xml'],
  securityTextUrl: [urls.securityTextUrl(), '/.well-known/security.txt'],
  sitemapUrl: [urls.sitemapUrl('documents-1.xml'), '/sitemaps/[name]', { name: 'documents-1.xml' }],
  longPictureUrl: [
    urls.longPictureUrl(...DOCUMENT, 'a-2.3'),
    '/card/[...place]',
    { place: [municipality, document, 'a-2.3', 'long'] },
  ],
  cardUrl: [urls.cardUrl(...DOCUMENT, 'a-2.3'), '/card/[...place]', { place: [municipality, document, 'a-2.3'] }],
  displayUrl: [urls.displayUrl(), '/display'],
  keyboardUrl: [urls.keyboardUrl(), '/keyboard'],
  accessibilityUrl: [urls.accessibilityUrl(), '/accessibility'],
  checkUrl: [urls.checkUrl(), '/check'],
  citationsDataUrl: [
    urls.citationsDataUrl(...DOCUMENT, 2, 3),
    '/api/v1/documents/[municipality]/[document]/citations',
    { municipality, document },
  ],
  numberDataUrl: [urls.numberDataUrl(number, 2), '/api/v1/wenhao/[number]', { number }],
  validityUrl: [urls.validityUrl(...DOCUMENT), '/[municipality]/[document]', { municipality, document }],
  shareUrl: [urls.shareUrl(...DOCUMENT, 'a-2.3'), '/api/v1/share'],
  peekUrl: [urls.peekUrl('/shili/shizhengfa-2022-8#a-2.3'), '/api/v1/peek'],
  citationGraphUrl: [
    urls.citationGraphUrl(...DOCUMENT, { above: 2 }),
    '/[municipality]/[document]/web',
    { municipality, document },
  ],
  timelineUrl: [urls.timelineUrl(municipality, 2022), '/[municipality]/timeline', { municipality }],
  fileUrl: [
    urls.fileUrl(urls.documentUrl(...DOCUMENT), 'a-2.3', 'docx'),
    '/[municipality]/[document]/files/[name]',
    { municipality, document, name: 'a-2.3.docx' },
  ],
  traditionalUrl: [urls.traditionalUrl('/shili?page=2'), '/zh-hant/[[...path]]', { path: [municipality] }],
  plainUrl: [urls.plainUrl('/zh-hant/shili?page=2'), '/[municipality]', { municipality }],
  searchUrl: [search.searchUrl(asked), '/search'],
  searchFeedUrl: [search.searchFeedUrl(asked), '/search.atom'],
  searchTableUrl: [search.searchTableUrl(asked), '/search.csv'],
  searchDataUrl: [search.searchDataUrl(asked), '/api/v1/search'],
  registerUrl: [register.registerUrl(municipality, { tab: 'ending' }), '/[municipality]/validity', { municipality }],
  registerFileUrl: [
    register.registerFileUrl(municipality, 'csv', { tab: 'all', page: 1 }),
    '/[municipality]/validity.csv',
    { municipality },
  ],
  registerCalendarUrl: [
    register.registerCalendarUrl(municipality, { year: 2023 }),
    '/[municipality]/validity.ics',
    { municipality },
  ],
  registerFeedUrl: [register.registerFeedUrl(municipality, 'json'), '/[municipality]/validity.json', { municipality }],
  registerDataUrl: [
    register.registerDataUrl(municipality),
    '/api/v1/municipalities/[municipality]/validity',
    { municipality },
  ],
  wantedUrl: [wanted.wantedUrl({ agency: '国发' }), '/wenhao'],
  wantedTableUrl: [wanted.wantedTableUrl({ page: 1 }), '/wenhao.csv'],
};

const routeOf = (address: string) => matchRoute(new URL(address, 'http://portal').pathname);

test.each(Object.entries(made))('%s makes an address that reads back', (_, [address, pattern, params = {}]) => {
  expect(routeOf(address)).toEqual({ pattern, params });
});

test('every function that makes an address is tried', () => {
  const names = [urls, search, wanted, register].flatMap((module) => Object.keys(module));
  const makers = names.filter((name) => name.endsWith('Url') && name !== 'isTraditionalUrl');
  expect(Object.keys(made).sort()).toEqual(makers.sort());
});

test('addresses of everything, of an issue’s file and of a document’s picture read back, too', () => {
  expect(routeOf(urls.documentsFeedUrl())?.pattern).toBe('/documents.atom');
  expect(routeOf(urls.issuesFeedUrl())?.pattern).toBe('/issues.atom');
  expect(routeOf(urls.issuesFeedUrl(undefined, 'json'))?.pattern).toBe('/issues.json');
  expect(routeOf(urls.cardUrl(...DOCUMENT))?.params).toEqual({ place: [...DOCUMENT] });
  expect(routeOf(urls.fileUrl(urls.issueUrl(municipality, { year: 2022, number: 3 }), 'issue', 'epub'))).toEqual({
    pattern: '/[municipality]/issues/[year]/[number]/files/[name]',
    params: { municipality, year: '2022', number: '3', name: 'issue.epub' },
  });
  const ofDay = urls.fileUrl(urls.textOfDayUrl(...DOCUMENT, '2023-07-01'), 'a-t9', 'docx');
  expect(ofDay).toMatch(/\/files\/a-t9\.docx\?on=2023-07-01$/);
  expect(routeOf(ofDay)?.pattern).toBe('/[municipality]/[document]/files/[name]');
  expect(routeOf(urls.traditionalUrl('/'))).toEqual({ pattern: '/zh-hant/[[...path]]', params: { path: [] } });
});
