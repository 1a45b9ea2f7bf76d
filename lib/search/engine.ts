import type { ValidityState } from '@/lib/validity/validity';
import type { PathStep, TypedNumber } from '@/lib/gazette';
import type { Respelling } from './near/misspelt';
import type { Range } from './text/normalise';
import type { SearchQuery } from './query';
import type { Snippet } from './marks/snippet';

/**
 * What a search engine does for the portal. Pages, feeds and exports know this interface and
 * nothing of tables and indexes; another engine can take the place of PostgreSQL (lib/db/search).
 *
 * Nothing rejects for what was asked. Every promise rejects with SearchUnavailable when the
 * database does not answer, and all but that of `search` with SearchTimeout when it takes too long
 * (errors.ts).
 */
export interface SearchEngine {
  /**
   * Finds documents with their best sections, one page of them. A search that takes too long comes
   * back with `timedOut`.
   */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /**
   * Lists every hit, section by section, at most `limit`, in the order of `search` by date;
   * relevance is taken as newest first.
   */
  listHits(request: SearchRequest, limit: number): AsyncIterable<SearchHit[]>;
  /** Guesses what the reader is typing: at most some ten lines, the likeliest first. */
  suggest(typed: string): Promise<Suggestion[]>;
  /** Suggests searches that find something in place of one that found nothing, the nearest first. */
  findAlternatives(request: SearchRequest): Promise<Alternative[]>;
  /** Finds held documents by a number as typed, complete or not. */
  findNumber(typed: TypedNumber): Promise<NumberMatches>;
}

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
/** relevance: number, title, heading, text; newer first within each. */
export type Sort = (typeof SORTS)[number];

export const PLACES = ['text', 'table', 'attachment'] as const;
/**
 * Part of the document that holds the words: its text, a table (wherever it stands), an attachment.
 */
export type Place = (typeof PLACES)[number];

/** Where to look. Every condition must hold. */
export interface SearchConditions {
  /** Address of a municipality: benxi. */
  municipality?: string;
  /** Who signs, in full: 本溪市人民政府. */
  agency?: string;
  /** 通知, 意见 … */
  genre?: string;
  /** First and last day of the document's date, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
  /** `2023-3` of `municipality`, without which it says nothing. */
  issue?: string;
  place?: Place;
  /** The state of the document today. */
  validity?: ValidityState;
}

export interface SearchRequest {
  /** What the reader typed, taken apart. */
  query: SearchQuery;
  conditions: SearchConditions;
  sort: Sort;
  /** From 1. */
  page: number;
}

/** A document as lists of hits show it. */
export interface HitDocument {
  slug: string;
  title: string;
  docNumber: string | null;
  genre: string | null;
  agency: string | null;
  signedOn: Date | null;
  municipality: { slug: string; name: string; sample: boolean };
  /** `lastNumber` where it bears several (合刊). */
  issue: { year: number; number: number; lastNumber: number | null } | null;
  /** Today. */
  validity: ValidityState;
}

/** Where in its document a hit stands. */
export interface HitPlace extends PathStep {
  /** notice, annexed, attachment */
  partKind: string;
  /** Ancestors, outermost first. */
  path: PathStep[];
}

/** A section with the words that were found in it. */
export interface FoundSection extends HitPlace {
  /** Stretches of marker and heading joined (`printedName`). */
  headingMarks: Range[];
  snippet: Snippet;
}

export interface FoundDocument {
  document: HitDocument;
  titleMarks: Range[];
  /** The best ones, at most three, `sectionCount` in all. */
  sections: FoundSection[];
  /** The next ones, without a snippet: at most ten. */
  more: HitPlace[];
  sectionCount: number;
}

/** A value of a filter, with the number of found documents that have it. */
export interface FacetValue {
  /** As it stands in the address: benxi, 2023-3, repealed. */
  value: string;
  /**
   * As it is shown: 本溪市, 2023年第3号. The page words a place and a validity itself; there it is the
   * value.
   */
  label: string;
  documents: number;
}

/**
 * For each filter its values among the found documents, the most frequent first; years newest
 * first.
 */
export interface Facets {
  municipality: FacetValue[];
  agency: FacetValue[];
  genre: FacetValue[];
  year: FacetValue[];
  /** Empty until one municipality is chosen. */
  issue: FacetValue[];
  place: FacetValue[];
  validity: FacetValue[];
}

/** The facets of nothing. */
export const noFacets = (): Facets => ({
  municipality: [],
  agency: [],
  genre: [],
  year: [],
  issue: [],
  place: [],
  validity: [],
});

/** Held documents for a 文号 as typed. */
export interface NumberMatches {
  /** Null for an incomplete number. */
  canonical: string | null;
  /**
   * Those that have the number, or that an incomplete one fits, the newest first; none where only
   * citations know it.
   */
  documents: HitDocument[];
  /** Those whose number is one slip away, the nearest first. */
  near: HitDocument[];
}

export interface SearchAnswer {
  /** Set when the words are a 文号. */
  number: NumberMatches | null;
  /**
   * words: sections and titles with all the words. scattered: there are none, and the documents are
   * those that have all the words, but nowhere together. citations: documents that cite the number,
   * in whatever spelling.
   */
  by: 'words' | 'scattered' | 'citations';
  documents: FoundDocument[];
  /**
   * Over all pages. `capped`: there are more than TOTAL_CAP sections; the figures are then the
   * least there are, those of the facets too.
   */
  total: { documents: number; sections: number; capped: boolean };
  facets: Facets;
  page: number;
  pages: number;
  /**
   * Set on the last page of a capped search: the day from which a search by date goes on,
   * `YYYY-MM-DD`.
   */
  continueAt: string | null;
  /** The search took too long and was given up; the reader should add a word or a condition. */
  timedOut: boolean;
}

/** One found section of the export; `section` is null where only the title has the words. */
export interface SearchHit {
  document: HitDocument;
  section: FoundSection | null;
}

export const SUGGESTION_KINDS = ['document', 'heading', 'agency', 'term'] as const;

export interface Suggestion {
  kind: (typeof SUGGESTION_KINDS)[number];
  /** What is shown and read aloud. */
  text: string;
  /** Number, agency, year: what tells two of the same text apart. */
  detail: string | null;
  /** Where choosing it leads: the document, or a search. */
  href: string;
  /** Stretches of `text` that were typed. */
  marks: Range[];
}

export interface Alternative {
  /** What to search for instead. */
  q: string;
  /** wrong: one character or digit differs. sound: it sounds alike. */
  kind: Respelling['kind'];
  /** The document it would lead to, where it is one. */
  document: HitDocument | null;
}

/** Hits are counted exactly up to here. */
export const TOTAL_CAP = 1000;
/** Documents on one page of results. */
export const DOCUMENTS_PER_PAGE = 20;
/** Best sections shown of each document, and further ones that are named. */
export const SECTIONS_PER_DOCUMENT = 3;
export const FURTHER_SECTIONS = 10;
/** Hits that an export gives at most. */
export const EXPORT_LIMIT = 10_000;
