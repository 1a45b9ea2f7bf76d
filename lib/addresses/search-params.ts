import { z } from 'zod';
import { parseQuery } from '@/lib/search/query';
import {
  PLACES,
  SORTS,
  VALIDITY_FILTERS,
  type SearchConditions,
  type SearchRequest,
  type Sort,
} from '@/lib/search/engine';
import { printRoute } from './urls';

/** What the search page shows: the state of the page is its address. */
export interface SearchFilter extends SearchConditions {
  /** As typed, trimmed; empty when nothing is searched for. */
  q: string;
  sort: Sort;
  /** From 1. */
  page: number;
}

/** Longer input is cut: no heading is longer, and the rest would only cost time. */
export const QUERY_LENGTH = 200;
/** Pages beyond the thousandth result are not shown. */
export const LAST_PAGE = 50;

/** The parameters of a page as Next gives them. */
export type RawSearchParams = Record<string, string | string[] | undefined>;

/** Takes the parameters of an address; gives them as Next gives a page its own. */
export const rawSearchParams = (parameters: URLSearchParams): RawSearchParams =>
  Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
// Control characters become blanks, lone surrogates disappear: PostgreSQL stores neither.
const readable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '');
/** A text, cut at a length in characters. */
export const shortText = (length: number) =>
  z.string().transform((text) => [...readable(text).trim()].slice(0, length).join('').trim());
/** A value that cannot be read is none; it never fails the page. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(first, schema.optional().catch(undefined as never));

/** The page of a list, from 1; one beyond the last page is that. */
export const pageUpTo = (lastPage: number) =>
  z.preprocess(
    first,
    z.coerce
      .number()
      .int()
      .min(1)
      .catch(1)
      .transform((page) => Math.min(page, lastPage)),
  );

/** `2022`, `2022-03` or `2022-03-08`; the day it begins with, or the one it ends with. */
const day = (end: 'first' | 'last') =>
  z
    .string()
    // Two digits of a year would count from 1900 below.
    .regex(/^(?:19|2\d)\d{2}(?:-\d{2}(?:-\d{2})?)?$/)
    .transform((text) => wholeDay(text, end))
    .pipe(z.iso.date())
    .refine((text) => text < '2201');

function wholeDay(text: string, end: 'first' | 'last'): string {
  if (text.length === 10) return text;
  const [year, month] = text.split('-').map(Number) as [number, number?];
  if (end === 'first') return `${text}${month ? '' : '-01'}-01`;
  // Day 0 of a month is the last one of the month before; a thirteenth month is none.
  if (month !== undefined && (month < 1 || month > 12)) return text;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}

const filterSchema = z.object({
  q: z.preprocess(first, shortText(QUERY_LENGTH).catch('')),
  municipality: optional(z.string().regex(/^[a-z0-9-]{1,80}$/)),
  agency: optional(shortText(80).pipe(z.string().min(1))),
  genre: optional(shortText(20).pipe(z.string().min(1))),
  from: optional(day('first')),
  to: optional(day('last')),
  issue: optional(z.string().regex(/^\d{4}-\d{1,4}$/)),
  place: optional(z.enum(PLACES)),
  validity: optional(z.enum(VALIDITY_FILTERS)),
  sort: z.preprocess(first, z.enum(SORTS).catch('relevance')),
  page: pageUpTo(LAST_PAGE),
});

/**
 * Takes the parameters of the search page; gives the filter. A bad value falls back to none, it
 * never fails the page.
 */
export function parseSearchParams(searchParams: RawSearchParams): SearchFilter {
  const read = filterSchema.parse(searchParams);
  // An issue is counted within a municipality.
  if (read.municipality === undefined) delete read.issue;
  return dropUnset(read);
}

const dropUnset = (given: FilterChange): SearchFilter =>
  Object.fromEntries(
    Object.entries<unknown>(given).filter(([, value]) => value !== undefined),
  ) as unknown as SearchFilter;

/** The order in which an address names its conditions. */
const NAMES = ['q', 'municipality', 'agency', 'genre', 'from', 'to', 'issue', 'place', 'validity'] as const;

/**
 * Takes a filter; gives the address of the search page that shows it. Reads back as the same
 * filter.
 */
export function searchUrl(filter: Partial<SearchFilter>): string {
  return printRoute('/search') + searchParameters(filter);
}

/** Address of the same search as an Atom feed, which is always newest first and has one page. */
export const searchFeedUrl = ({ sort: _sort, page: _page, ...filter }: SearchFilter): string =>
  printRoute('/search.atom') + searchParameters(filter);

/** Address of all hits of the same search as a table. */
export const searchTableUrl = ({ page: _page, ...filter }: SearchFilter): string =>
  printRoute('/search.csv') + searchParameters(filter);

/** Address of the same page of results as JSON. */
export const searchDataUrl = (filter: SearchFilter): string => printRoute('/api/v1/search') + searchParameters(filter);

/**
 * The part of the address behind the path, `?` included, or nothing: the feeds and exports of a
 * search take the same.
 */
export function searchParameters(filter: Partial<SearchFilter>): string {
  const parameters = new URLSearchParams();
  for (const name of NAMES) {
    const value = filter[name];
    if (value) parameters.set(name, shortDay(name, value));
  }
  if (filter.sort && filter.sort !== 'relevance') parameters.set('sort', filter.sort);
  if (filter.page && filter.page > 1) parameters.set('page', String(filter.page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}

/** A whole year is written as a year. */
function shortDay(name: string, value: string): string {
  if (name === 'from' && value.endsWith('-01-01')) return value.slice(0, 4);
  if (name === 'to' && value.endsWith('-12-31')) return value.slice(0, 4);
  return value;
}

/** What is changed in a filter; `undefined` takes a condition off. */
export type FilterChange = { [Name in keyof SearchFilter]?: SearchFilter[Name] | undefined };

/**
 * Takes a filter and what is changed in it; gives the filter of the first page then. Another
 * municipality has other issues.
 */
export function changeFilter(filter: SearchFilter, change: FilterChange): SearchFilter {
  const changed: FilterChange = { ...filter, page: 1, ...change };
  if ('municipality' in change && change.municipality !== filter.municipality) delete changed.issue;
  return dropUnset(changed);
}

/**
 * Takes the filter of the last page of a search that found more than are counted, and the day that
 * it came to; gives the filter with which it goes on by date. Null where that day is all there is
 * left, so that it would lead to itself.
 */
export function continueFilter(filter: SearchFilter, continueAt: string | null): SearchFilter | null {
  if (continueAt === null) return null;
  const [sort, edge] = filter.sort === 'oldest' ? (['oldest', 'from'] as const) : (['newest', 'to'] as const);
  if (filter.sort === sort && filter[edge] === continueAt) return null;
  return changeFilter(filter, { sort, [edge]: continueAt });
}

/** Takes a filter; gives what the engine is asked. */
export function searchRequest({ q, sort, page, ...conditions }: SearchFilter): SearchRequest {
  return { query: parseQuery(q), conditions, sort, page };
}

/** Whether anything limits where to look. */
export const isLimited = ({ q: _q, sort: _sort, page: _page, ...conditions }: SearchFilter): boolean =>
  Object.keys(conditions).length > 0;

/** Whether there is anything to look for at all: words, or a condition alone. */
export const isAsked = (filter: SearchFilter): boolean => filter.q !== '' || isLimited(filter);

/**
 * Whether the words stand alone, as they come from the box: no condition, no other order or page
 * was chosen.
 */
export const isFromBox = (filter: SearchFilter): boolean =>
  !isLimited(filter) && filter.sort === 'relevance' && filter.page === 1;
