import { z } from 'zod';
import { optional, pageUpTo, shortText, type RawSearchParams } from './search-params';
import { printRoute, type FeedFormat } from './urls';

/** Lists of the register of a municipality's documents. */
export const REGISTER_TABS = [
  'all',
  'inForce',
  'ending',
  'expired',
  'lapsed',
  'amended',
  'repealed',
  'basis',
  'title',
  'conflict',
  'unknown',
] as const;
/**
 * A list of the register.
 *
 * inForce: in force, amended or not · ending: it ends within ENDING_DAYS · lapsed: its last day
 * is past and nothing followed · basis: what it rests on is repealed, or newer than itself ·
 * title: the period in the name is over · unknown: nobody says anything; the others are states
 */
export type RegisterTab = (typeof REGISTER_TABS)[number];

/** Days of `ending`. */
export const ENDING_DAYS = 90;
/** Documents on one page. */
export const REGISTER_PER_PAGE = 50;
/** The last page; a filter or the table shows more. */
export const LAST_REGISTER_PAGE = 1000;

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

/** Files of a list of the register. */
export const REGISTER_FILES = ['csv', 'xlsx', 'docx'] as const;
/** The ending of a file of a list. */
export type RegisterFile = (typeof REGISTER_FILES)[number];

/** Prints the address of a whole list of the register as a file. */
export const registerFileUrl = (
  municipality: string,
  file: RegisterFile,
  { page: _page, ...filter }: RegisterFilter,
): string => printRoute(`/[municipality]/validity.${file}`, { municipality }) + registerParameters(filter);

/** Prints the address of the last days as a calendar: `/benxi/validity.ics?year=2023` */
export const registerCalendarUrl = (municipality: string, { agency, year }: Partial<RegisterFilter> = {}): string =>
  printRoute('/[municipality]/validity.ics', { municipality }) +
  registerParameters({ ...(agency && { agency }), ...(year && { year }) });

/** Prints the address of the feed of documents that end: `/benxi/validity.atom` */
export const registerFeedUrl = (municipality: string, format: FeedFormat = 'atom'): string =>
  printRoute(`/[municipality]/validity.${format}`, { municipality });

/** Prints the address of a page of the register as data. */
export const registerDataUrl = (municipality: string, filter: Partial<RegisterFilter> = {}): string =>
  printRoute('/api/v1/municipalities/[municipality]/validity', { municipality }) + registerParameters(filter);

function registerParameters({ tab = 'all', agency, year, page = 1 }: Partial<RegisterFilter>): string {
  const parameters = new URLSearchParams();
  if (tab !== 'all') parameters.set('tab', tab);
  if (agency) parameters.set('agency', agency);
  if (year) parameters.set('year', String(year));
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
