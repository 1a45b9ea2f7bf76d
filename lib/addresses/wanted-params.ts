import { z } from 'zod';
import { optional, pageUpTo, shortText, type RawSearchParams } from './search-params';
import { printRoute } from './urls';

/** What the wanted list shows: the state of the page is its address. */
export interface WantedFilter {
  /** Agency code: 国办发 */
  agency?: string;
  year?: number;
  /** From 1. */
  page: number;
}

/** Numbers on one page of the list. */
export const WANTED_PER_PAGE = 50;
/** The list ends here; who wants more limits it to an agency or a year, or takes the table. */
export const LAST_WANTED_PAGE = 100;

const filterSchema = z.object({
  agency: optional(shortText(40).pipe(z.string().min(1))),
  year: optional(z.coerce.number().int().min(1949).max(2199)),
  page: pageUpTo(LAST_WANTED_PAGE),
});

/**
 * Takes the parameters of the wanted list; gives the filter. A bad value falls back to none, it
 * never fails the page.
 */
export function parseWantedParams(searchParams: RawSearchParams): WantedFilter {
  const { agency, year, page } = filterSchema.parse(searchParams);
  return { ...(agency !== undefined && { agency }), ...(year !== undefined && { year }), page };
}

/**
 * Takes the parameters of `/wenhao`; gives the number that was typed into its box, empty for none.
 */
export const parseTypedNumber = (searchParams: RawSearchParams): string => typedSchema.parse(searchParams).number ?? '';
const typedSchema = z.object({ number: optional(shortText(100)) });

/** Takes a filter; gives the address of the list that shows it. Reads back as the same filter. */
export const wantedUrl = (filter: Partial<WantedFilter>): string => printRoute('/wenhao') + wantedParameters(filter);

/** Address of the whole list as a table. */
export const wantedTableUrl = ({ page: _page, ...filter }: WantedFilter): string =>
  printRoute('/wenhao.csv') + wantedParameters(filter);

function wantedParameters({ agency, year, page = 1 }: Partial<WantedFilter>): string {
  const parameters = new URLSearchParams();
  if (agency) parameters.set('agency', agency);
  if (year) parameters.set('year', String(year));
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
