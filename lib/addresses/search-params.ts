import { z } from 'zod';
import { parseQuery } from '@/lib/search/query';
import { normalise } from '@/lib/search/text/normalise';
import { PLACES, SORTS, type SearchConditions, type SearchRequest, type Sort } from '@/lib/search/engine';
import { VALIDITY_STATES } from '@/lib/validity/validity';
import { printRoute, type FeedFormat, type MarkedWords } from './urls';

/** The state of the search page, as its address holds it. */
export interface SearchFilter extends SearchConditions, MarkedWords {
  sort: Sort;
  /** From 1. */
  page: number;
}

/** Longest query in characters; the rest is cut. No heading is longer, and more only costs time. */
export const QUERY_LENGTH = 200;
/** The last page of results, which ends with the thousandth. */
export const LAST_PAGE = 50;

/** The parameters of a page as Next gives them. */
export type RawSearchParams = Record<string, string | string[] | undefined>;

/** Gives an address's parameters in the form in which Next gives them to pages. */
export const rawSearchParams = (parameters: URLSearchParams): RawSearchParams =>
  Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
// Control characters become blanks, lone surrogates disappear: PostgreSQL stores neither.
const readable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '');
/** Makes the schema of a text that is cut at a length in characters. */
export const shortText = (length: number) =>
  z.string().transform((text) => [...readable(text).trim()].slice(0, length).join('').trim());
/** Makes the schema of a parameter that is left out where it cannot be read. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(first, schema.optional().catch(undefined as never));

/** Makes the schema of a list's page from 1; beyond the last is the last. */
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

/** The conditions of a search, each as its parameter is written. */
export const CONDITION_SCHEMAS = {
  municipality: z.string().regex(/^[a-z0-9-]{1,80}$/),
  agency: shortText(80).pipe(z.string().min(1)),
  genre: shortText(20).pipe(z.string().min(1)),
  from: day('first'),
  to: day('last'),
  issue: z.string().regex(/^\d{4}-(?:\d{1,4}|(?:\d{1,4}-)?[a-z]{4,8}(?:-\d{1,4})?)$/),
  place: z.enum(PLACES),
  validity: z.enum(VALIDITY_STATES),
  topic: shortText(100).pipe(z.string().min(1)),
  subject: shortText(20).pipe(z.string().min(1)),
} as const;

const filterSchema = z.object({
  q: z.preprocess(first, shortText(QUERY_LENGTH).catch('')),
  exact: optional(z.literal('1')),
  off: optional(shortText(QUERY_LENGTH).pipe(z.string().min(1))),
  municipality: optional(CONDITION_SCHEMAS.municipality),
  agency: optional(CONDITION_SCHEMAS.agency),
  genre: optional(CONDITION_SCHEMAS.genre),
  from: optional(CONDITION_SCHEMAS.from),
  to: optional(CONDITION_SCHEMAS.to),
  issue: optional(CONDITION_SCHEMAS.issue),
  place: optional(CONDITION_SCHEMAS.place),
  validity: optional(CONDITION_SCHEMAS.validity),
  topic: optional(CONDITION_SCHEMAS.topic),
  subject: optional(CONDITION_SCHEMAS.subject),
  sort: z.preprocess(first, z.enum(SORTS).catch('relevance')),
  page: pageUpTo(LAST_PAGE),
});

/** Reads the filter of the search page; a bad value falls back to none. */
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
const NAMES = [
  'q',
  'exact',
  'off',
  'municipality',
  'agency',
  'genre',
  'from',
  'to',
  'issue',
  'place',
  'validity',
  'topic',
  'subject',
] as const;

/**
 * The parameter with the municipality in whose pages the box stands. It limits nothing: 8号文 is then
 * that of this city.
 */
export const PLACE_PARAMETER = 'at';

const placeSchema = optional(z.string().regex(/^[a-z0-9-]{1,80}$/));
/** Reads the municipality in whose pages something was typed. */
export const parseBoxPlace = (searchParams: RawSearchParams): string | undefined =>
  placeSchema.parse(searchParams[PLACE_PARAMETER]);

/** The names of all parameters of a search. */
export const SEARCH_PARAMETERS: readonly string[] = [...NAMES, 'sort', 'page'];

/** Prints the address of the search page for a filter. It reads back as the same filter. */
export function searchUrl(filter: Partial<SearchFilter>): string {
  return printRoute('/search') + searchParameters(filter);
}

/** Prints the address of a search's feed: what came last, always one page. */
export const searchFeedUrl = (
  { sort: _sort, page: _page, ...filter }: SearchFilter,
  format: FeedFormat = 'atom',
): string => printRoute(`/search.${format}`) + searchParameters(filter);

/** Prints the address of a search's table of all hits. */
export const searchTableUrl = ({ page: _page, ...filter }: SearchFilter): string =>
  printRoute('/search.csv') + searchParameters(filter);

/** Prints the address of a page of results as JSON. */
export const searchDataUrl = (filter: SearchFilter): string => printRoute('/api/v1/search') + searchParameters(filter);

/**
 * Prints the query string of a search, `?` included, or nothing. Feeds and exports of a search take
 * the same.
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

/** A change of a filter; `undefined` removes a condition. */
export type FilterChange = { [Name in keyof SearchFilter]?: SearchFilter[Name] | undefined };

/**
 * Gives the first page of a changed filter. Another municipality has other issues, so a change of
 * municipality removes the issue.
 */
export function changeFilter(filter: SearchFilter, change: FilterChange): SearchFilter {
  const changed: FilterChange = { ...filter, page: 1, ...change };
  if ('municipality' in change && change.municipality !== filter.municipality) delete changed.issue;
  return dropUnset(changed);
}

/**
 * Gives the filter that continues a capped search by date.
 * @param continueAt the day of the last hit that was shown
 * @returns null where only that day is left, as the filter would lead to itself
 */
export function continueFilter(filter: SearchFilter, continueAt: string | null): SearchFilter | null {
  if (continueAt === null) return null;
  const [sort, edge] = filter.sort === 'oldest' ? (['oldest', 'from'] as const) : (['newest', 'to'] as const);
  if (filter.sort === sort && filter[edge] === continueAt) return null;
  return changeFilter(filter, { sort, [edge]: continueAt });
}

/** Gives the request to the search engine for a filter. */
export function searchRequest(filter: SearchFilter): SearchRequest {
  const { q, sort, page, exact } = filter;
  const query = parseQuery(q, { isOff: exact !== undefined, off: listOff(filter) });
  return { query, conditions: conditionsOf(filter), sort, page };
}

/** Lists the words that are not looked for beside the typed ones, normalised. */
export const listOff = ({ off = '' }: SearchFilter): string[] =>
  off
    .split('|')
    .map(normalise)
    .filter((word) => word !== '');

/** Gives the conditions of a filter. */
export const conditionsOf = ({
  q: _q,
  exact: _exact,
  off: _off,
  sort: _sort,
  page: _page,
  ...conditions
}: SearchFilter): SearchConditions => conditions;

/** Tests whether any condition limits the search. */
export const isLimited = (filter: SearchFilter): boolean => Object.keys(conditionsOf(filter)).length > 0;

/** Tests whether the filter asks for anything: words, or a condition alone. */
export const isAsked = (filter: SearchFilter): boolean => filter.q !== '' || isLimited(filter);

/**
 * Tests whether only words were given, as the search box sends them: no condition, no other order,
 * the first page.
 */
export const isFromBox = (filter: SearchFilter): boolean =>
  !isLimited(filter) &&
  filter.exact === undefined &&
  filter.off === undefined &&
  filter.sort === 'relevance' &&
  filter.page === 1;
