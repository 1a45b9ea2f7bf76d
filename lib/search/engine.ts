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
 * An answer is never partial: every hit is found, or the promise rejects. It may lag seconds behind
 * the last ingest; what it would name and is gone meanwhile is left out.
 *
 * A word of a query is a list of alternatives (query.ts), each an exact part of one section's text
 * or of a title, normalised: no ranking, no stemming, no guessing decides what is found. The tests
 * of lib/db/search/testing/contract hold for every engine.
 *
 * Nothing rejects for what was asked. Every promise rejects with SearchUnavailable when the
 * database or the index does not answer, and all but that of `search` with SearchTimeout when it
 * takes too long (errors.ts).
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
  /**
   * Finds the documents that came to the portal last, in that order, at most `limit`; sort and page
   * count for nothing.
   *
   * Of a search with more than TOTAL_CAP hits, those are surely found that came among the last
   * ARRIVALS_LIMIT documents.
   */
  findArrivals(request: SearchRequest, limit: number): Promise<Arrival[]>;
  /** Guesses what the reader is typing: at most some ten lines, the likeliest first. */
  suggest(typed: string): Promise<Suggestion[]>;
  /** Suggests searches in place of one that found nothing, the nearest first; each finds some. */
  findAlternatives(request: SearchRequest): Promise<Alternative[]>;
  /** Finds held documents by a number as typed, complete or not. */
  findNumber(typed: TypedNumber): Promise<NumberMatches>;
}

/** Orders of the hits. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
/** An order of the hits. relevance: number, title, heading, text, the newer first within each. */
export type Sort = (typeof SORTS)[number];

/** Places of hits, in the order in which they are stored as numbers. */
export const PLACES = ['text', 'table', 'attachment'] as const;
/**
 * The part of a document that has the words.
 *
 * `table`: a table, wherever it stands. `attachment`: any other text of an attachment.
 */
export type Place = (typeof PLACES)[number];

/** Conditions of a search. Every one that is set must hold. */
export interface SearchConditions {
  /** Address of a municipality: benxi. */
  municipality?: string;
  /** Who signs, in full: 本溪市人民政府. */
  agency?: string;
  /** 通知, 意见 … */
  genre?: string;
  /** First day of the document's date, `YYYY-MM-DD`. */
  from?: string;
  /** Last day of it. */
  to?: string;
  /** `2023-3`: an issue of `municipality`, without which it has no meaning. */
  issue?: string;
  place?: Place;
  /** The state of the document today. */
  validity?: ValidityState;
  /** 主题分类 as its publisher states it, in full. */
  topic?: string;
  /** Name of a subject: 社保. See lib/subjects/subjects.ts. */
  subject?: string;
}

/** What is asked of the engine. */
export interface SearchRequest {
  /** What the reader typed, taken apart. */
  query: SearchQuery;
  conditions: SearchConditions;
  sort: Sort;
  /** From 1. */
  page: number;
}

/** A document, as lists of hits show it. */
export interface HitDocument {
  slug: string;
  title: string;
  docNumber: string | null;
  genre: string | null;
  agency: string | null;
  signedOn: Date | null;
  municipality: { slug: string; name: string; sample: boolean };
  /** `lastNumber` where it has several numbers (合刊). */
  issue: { year: number; number: number; lastNumber: number | null; edition?: string } | null;
  /** Today. */
  validity: ValidityState;
  /** 主题分类, as the publisher states it: in the text, else in a manifest. */
  topic: string | null;
  /** 索引号, stated likewise. */
  indexNumber: string | null;
}

/** A section, as lists of hits name it. */
export interface HitPlace extends PathStep {
  /** notice, annexed, attachment */
  partKind: string;
  /** Ancestors, outermost first. */
  path: PathStep[];
}

/** A section of a hit, with its marks. */
export interface FoundSection extends HitPlace {
  /** Ranges of marker and heading joined (`printedName`). */
  headingMarks: Range[];
  snippet: Snippet;
}

/** A document of the results, with its best sections. */
export interface FoundDocument {
  document: HitDocument;
  titleMarks: Range[];
  /** The best ones, at most SECTIONS_PER_DOCUMENT. */
  sections: FoundSection[];
  /** The next ones, at most FURTHER_SECTIONS. */
  more: HitPlace[];
  /** All its sections with the words. */
  sectionCount: number;
}

/** A value of a filter, and how many documents of the results have it. */
export interface FacetValue {
  /** As it stands in the address: benxi, 2023-3, repealed. */
  value: string;
  /**
   * As it is shown: 本溪市, 2023年第3号. Of a place and a validity the value, for which the page has
   * words.
   */
  label: string;
  documents: number;
}

/** The values of each filter among the results, the most frequent first; years newest first. */
export interface Facets {
  municipality: FacetValue[];
  agency: FacetValue[];
  genre: FacetValue[];
  year: FacetValue[];
  /** Empty until one municipality is chosen. */
  issue: FacetValue[];
  place: FacetValue[];
  validity: FacetValue[];
  topic: FacetValue[];
}

/** Makes the facets of a search without results. */
export const noFacets = (): Facets => ({
  municipality: [],
  agency: [],
  genre: [],
  year: [],
  issue: [],
  place: [],
  validity: [],
  topic: [],
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
  /** Set when it is an 索引号 by which they were found, as typed. */
  indexNumber?: string;
}

/** Other words for one that was typed. */
export interface OtherWords {
  /** As typed, normalised. */
  word: string;
  /** Those that were looked for too. */
  also: string[];
  /** Those that the reader has taken off. */
  left: string[];
  /** Those that are near it and not the same; nothing was looked for. */
  related: string[];
}

/** One page of the results of a search. */
export interface SearchAnswer {
  /** Set when the words are a 文号, or the 索引号 of a held document. */
  number: NumberMatches | null;
  /**
   * How the documents were found.
   *
   * - words: by sections and titles with all the words
   * - scattered: there are none; the documents have all the words, but in different places
   * - citations: the documents cite the number, in whatever spelling
   */
  by: 'words' | 'scattered' | 'citations';
  /** Of each word that has some. Totals, facets and lists count what these find. */
  others: OtherWords[];
  documents: FoundDocument[];
  /**
   * Of all pages. `capped`: there are more than TOTAL_CAP hits; all figures are then lower bounds,
   * those of the facets too.
   */
  total: { documents: number; sections: number; capped: boolean };
  facets: Facets;
  page: number;
  pages: number;
  /**
   * Set on the last page of a capped search: the day from which a search by date continues,
   * `YYYY-MM-DD`.
   */
  continueAt: string | null;
  /** Whether the search was given up because it took too long. */
  timedOut: boolean;
}

/** One hit of an export; `section` is null where only the title has the words. */
export interface SearchHit {
  document: HitDocument;
  section: FoundSection | null;
}

/** A document of the results, and how it came to the portal. */
export interface Arrival extends FoundDocument {
  /** Id of the event that told it. */
  event: string;
}

/** Kinds of suggestion. */
export const SUGGESTION_KINDS = ['document', 'heading', 'agency', 'term'] as const;

/** A line under the search box. */
export interface Suggestion {
  kind: (typeof SUGGESTION_KINDS)[number];
  /** What is shown and read aloud. */
  text: string;
  /** Number, agency or municipality, to distinguish lines of the same text. */
  detail: string | null;
  /** The address of the document, or of a search. */
  href: string;
  /** The ranges of `text` that were typed. */
  marks: Range[];
}

/** A search to try in place of one that found nothing. */
export interface Alternative {
  /** The text for the search box. */
  q: string;
  /** wrong: one character or digit differs. sound: it sounds alike. */
  kind: Respelling['kind'];
  /** The document that it finds, where it finds only one. */
  document: HitDocument | null;
}

/** Hits that are counted exactly; of more only that there are more. */
export const TOTAL_CAP = 1000;
/** Documents that arrived last, looked through where a search has more hits. */
export const ARRIVALS_LIMIT = 500;
/** Documents on one page of results. */
export const DOCUMENTS_PER_PAGE = 20;
/** Sections of a document that are shown with a snippet. */
export const SECTIONS_PER_DOCUMENT = 3;
/** Further sections of a document that are named. */
export const FURTHER_SECTIONS = 10;
/** Hits of an export, at most. */
export const EXPORT_LIMIT = 10_000;
