import { z } from 'zod';
import { optional, pageUpTo, shortText, type RawSearchParams } from './search-params';
import { printRoute } from './urls';

/** The state of the wanted list, as its address holds it. */
export interface WantedFilter {
  /** Agency code: 国办发 */
  agency?: string;
  year?: number;
  /** From 1. */
  page: number;
}

/** Numbers on one page of the list. */
export const WANTED_PER_PAGE = 50;
/** The last page of the list; a filter or the table shows more. */
export const LAST_WANTED_PAGE = 100;

const filterSchema = z.object({
  agency: optional(shortText(40).pipe(z.string().min(1))),
  year: optional(z.coerce.number().int().min(1949).max(2199)),
  page: pageUpTo(LAST_WANTED_PAGE),
});

/** Reads the filter of the wanted list; a bad value falls back to none. */
export function parseWantedParams(searchParams: RawSearchParams): WantedFilter {
  const { agency, year, page } = filterSchema.parse(searchParams);
  return { ...(agency !== undefined && { agency }), ...(year !== undefined && { year }), page };
}

/** Reads the number that was typed into the box of `/wenhao`; empty for none. */
export const parseTypedNumber = (searchParams: RawSearchParams): string => typedSchema.parse(searchParams).number ?? '';
const typedSchema = z.object({ number: optional(shortText(100)) });

/** Prints the address of the wanted list for a filter. It reads back as the same filter. */
export const wantedUrl = (filter: Partial<WantedFilter>): string => printRoute('/wenhao') + wantedParameters(filter);

/** Prints the address of the whole wanted list as a table. */
export const wantedTableUrl = ({ page: _page, ...filter }: WantedFilter): string =>
  printRoute('/wenhao.csv') + wantedParameters(filter);

function wantedParameters({ agency, year, page = 1 }: Partial<WantedFilter>): string {
  const parameters = new URLSearchParams();
  if (agency) parameters.set('agency', agency);
  if (year) parameters.set('year', String(year));
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
