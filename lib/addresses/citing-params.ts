import { z } from 'zod';
import { RELATIONS, type Relation } from '@/lib/gazette/ast';
import { optional, pageUpTo, type RawSearchParams } from './search-params';

/** The state of a list of citations: its relation, if it is limited to one, and its page. */
export interface CitingFilter {
  relation?: Relation;
  /** From 1. */
  page: number;
}

/** Mentions on one page. */
export const MENTIONS_PER_PAGE = 50;

const filterSchema = z.object({ relation: optional(z.enum(RELATIONS)), page: pageUpTo(9999) });

/**
 * Reads the filter of a list of citations; a bad value falls back to none.
 * @param name the parameter that holds the page of the list
 */
export function parseCitingParams(searchParams: RawSearchParams, name: 'page' | 'cited'): CitingFilter {
  const { relation, page } = filterSchema.parse({ relation: searchParams.relation, page: searchParams[name] });
  return { ...(relation !== undefined && { relation }), page };
}

/**
 * Prints the query string of a list of citations, `?` included, or nothing.
 * @param name the parameter that holds the page of the list
 */
export function citingParameters({ relation, page }: CitingFilter, name: 'page' | 'cited'): string {
  const parameters = new URLSearchParams();
  if (relation) parameters.set('relation', relation);
  if (page > 1) parameters.set(name, String(page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
