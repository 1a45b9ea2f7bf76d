import { z } from 'zod';
import { optional, pageUpTo, shortText, type RawSearchParams } from './search-params';
import { printRoute } from './urls';

/** Lists of the register of a municipality's documents. */
export const REGISTER_TABS = [
  'all',
  'inForce',
  'ending',
  'expired',
  'amended',
  'repealed',
  'conflict',
  'title',
  'unknown',
] as const;
/**
 * A list of the register.
 *
 * inForce: in force, amended or not · ending: it ends within ENDING_DAYS · title: the period in the
 * name is over · unknown: nobody says anything; the others are states
 */
export type RegisterTab = (typeof REGISTER_TABS)[number];

/** Days of `ending`. */
export const ENDING_DAYS = 90;
/** Documents on one page. */
export const REGISTER_PER_PAGE = 50;
/** The last page; a filter or the table shows more. */
const LAST_REGISTER_PAGE = 1000;

/** The state of the register, as its address holds it. */
export interface RegisterFilter {
  tab: RegisterTab;
  agency?: string;
  year?: number;
  /** From 1. */
  page: number;
}

const filterSchema = z.object({
  tab: z.enum(REGISTER_TABS).catch('all'),
  agency: optional(shortText(100).pipe(z.string().min(1))),
  year: optional(z.coerce.number().int().min(1949).max(2199)),
  page: pageUpTo(LAST_REGISTER_PAGE),
});

/** Reads the filter of the register; a bad value falls back to none. */
export function parseRegisterParams(searchParams: RawSearchParams): RegisterFilter {
  const { tab, agency, year, page } = filterSchema.parse(searchParams);
  return { tab, ...(agency !== undefined && { agency }), ...(year !== undefined && { year }), page };
}

/** Prints the address of a municipality's register: `/benxi/validity?tab=ending` */
export const registerUrl = (municipality: string, filter: Partial<RegisterFilter> = {}): string =>
  printRoute('/[municipality]/validity', { municipality }) + registerParameters(filter);

/** Prints the address of a whole list of the register as a table. */
export const registerTableUrl = (municipality: string, { page: _page, ...filter }: RegisterFilter): string =>
  printRoute('/[municipality]/validity.csv', { municipality }) + registerParameters(filter);

function registerParameters({ tab = 'all', agency, year, page = 1 }: Partial<RegisterFilter>): string {
  const parameters = new URLSearchParams();
  if (tab !== 'all') parameters.set('tab', tab);
  if (agency) parameters.set('agency', agency);
  if (year) parameters.set('year', String(year));
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
