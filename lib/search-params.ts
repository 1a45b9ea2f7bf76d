import { z } from 'zod';

/** What the search page shows: the state of the page is its address. */
export interface SearchFilter {
  /** As typed, trimmed; empty when nothing is searched for. */
  q: string;
  /** Address of a municipality: benxi. */
  municipality?: string;
  year?: number;
  /** From 1. */
  page: number;
}

/** Longer input is cut: no heading is longer, and the rest would only cost time. */
export const QUERY_LENGTH = 200;
/** Pages beyond the thousandth result are not shown. */
export const LAST_PAGE = 50;

/** The parameters of a page as Next gives them. */
export type RawSearchParams = Record<string, string | string[] | undefined>;

const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
// Control characters become blanks, lone surrogates disappear: PostgreSQL stores neither.
const readable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '');

const filterSchema = z.object({
  q: z.preprocess(
    first,
    z
      .string()
      .transform((text) => [...readable(text).trim()].slice(0, QUERY_LENGTH).join(''))
      .catch(''),
  ),
  municipality: z.preprocess(
    first,
    z
      .string()
      .regex(/^[a-z0-9-]{1,80}$/)
      .optional()
      .catch(undefined),
  ),
  year: z.preprocess(first, z.coerce.number().int().min(1900).max(2200).optional().catch(undefined)),
  page: z.preprocess(
    first,
    z.coerce
      .number()
      .int()
      .min(1)
      .catch(1)
      .transform((page) => Math.min(page, LAST_PAGE)),
  ),
});

/** Takes the parameters of the search page; gives the filter. A bad value falls back to none, it never fails the page. */
export function parseSearchParams(searchParams: RawSearchParams): SearchFilter {
  const { q, municipality, year, page } = filterSchema.parse(searchParams);
  return { q, page, ...(municipality === undefined ? {} : { municipality }), ...(year === undefined ? {} : { year }) };
}

/** Takes a filter; gives the address of the search page that shows it. Reads back as the same filter. */
export function searchUrl({ q, municipality, year, page }: Partial<SearchFilter>): string {
  const parameters = new URLSearchParams();
  if (q) parameters.set('q', q);
  if (municipality) parameters.set('municipality', municipality);
  if (year) parameters.set('year', String(year));
  if (page && page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '/search' : `/search?${parameters}`;
}
