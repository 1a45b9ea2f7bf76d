import {
  noFacets,
  type Facets,
  type FoundDocument,
  type FoundSection,
  type HitDocument,
  type HitPlace,
  type SearchAnswer,
} from '@/lib/search/engine';
import type { SearchFilter } from '@/lib/addresses/search-params';

/**
 * Search answers made by hand, for tests of what shows or exports them.
 * Everything is invented.
 */

export const filter = (given: Partial<SearchFilter> = {}): SearchFilter => ({
  q: '食堂',
  sort: 'relevance',
  page: 1,
  ...given,
});

export const hitDocument = (given: Partial<HitDocument> = {}): HitDocument => ({
  slug: 'shizhengfa-2024-1',
  title: '示例市人民政府关于办好社区食堂的意见',
  docNumber: '示政发〔2024〕1号',
  genre: '意见',
  agency: '示例市人民政府',
  signedOn: new Date('2024-03-05'),
  municipality: { slug: 'shili', name: '示例市', sample: false },
  issue: { year: 2024, number: 2, lastNumber: null },
  validity: 'unknown',
  topic: null,
  indexNumber: null,
  ...given,
});

export const hitPlace = (given: Partial<HitPlace> = {}): HitPlace => ({
  address: 'n-2.1',
  kind: 'section',
  partKind: 'notice',
  marker: '(一)',
  heading: '选址。',
  path: [
    { address: 'n', kind: 'part', marker: '', heading: '正文' },
    { address: 'n-2', kind: 'section', marker: '二、', heading: '建设' },
  ],
  ...given,
});

export const foundSection = (given: Partial<FoundSection> = {}): FoundSection => ({
  ...hitPlace(given),
  headingMarks: [],
  snippet: {
    text: '每个街道至少有一处食堂,就近用餐。',
    marks: [{ start: 9, end: 11 }],
    cutBefore: true,
    cutAfter: false,
  },
  ...given,
});

export const foundDocument = (given: Partial<FoundDocument> = {}): FoundDocument => ({
  document: hitDocument(),
  titleMarks: [{ start: 13, end: 15 }],
  sections: [foundSection()],
  more: [],
  sectionCount: given.sections?.length ?? 1,
  ...given,
});

export const facets = (given: Partial<Facets> = {}): Facets => ({ ...noFacets(), ...given });

export const answer = (given: Partial<SearchAnswer> = {}): SearchAnswer => ({
  number: null,
  by: 'words',
  others: [],
  documents: [foundDocument()],
  total: { documents: 1, sections: 1, capped: false },
  facets: facets(),
  page: 1,
  pages: 1,
  continueAt: null,
  timedOut: false,
  ...given,
});

/** A search that found nothing. */
export const nothing = (given: Partial<SearchAnswer> = {}): SearchAnswer =>
  answer({ documents: [], total: { documents: 0, sections: 0, capped: false }, pages: 0, ...given });
