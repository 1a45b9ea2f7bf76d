import { z } from 'zod';
import type { Relation } from '@/lib/gazette/ast';
import { optional, pageUpTo, type RawSearchParams } from './search-params';

/** Relations in the order of a list of citations: what ends or changes a document first. */
export const RELATIONS = ['repeals', 'amends', 'extends', 'implements', 'cites'] as const satisfies readonly Relation[];

/** What a list of citations shows: all of them or those of one relation, a page of them. */
export interface CitingFilter {
  relation?: Relation;
  /** From 1. */
  page: number;
}

/** Mentions on one page. */
export const MENTIONS_PER_PAGE = 50;

const filterSchema = z.object({ relation: optional(z.enum(RELATIONS)), page: pageUpTo(9999) });

/**
 * Takes the parameters of a page with a list of citations, and the name by which that page calls
 * the list's page; gives the filter. A bad value falls back to none.
 */
export function parseCitingParams(searchParams: RawSearchParams, name: 'page' | 'cited'): CitingFilter {
  const { relation, page } = filterSchema.parse({ relation: searchParams.relation, page: searchParams[name] });
  return { ...(relation !== undefined && { relation }), page };
}

/**
 * Takes a filter and the name of the page's parameter; gives the part of the address behind the
 * path, `?` included, or nothing.
 */
export function citingParameters({ relation, page }: CitingFilter, name: 'page' | 'cited'): string {
  const parameters = new URLSearchParams();
  if (relation) parameters.set('relation', relation);
  if (page > 1) parameters.set(name, String(page));
  return parameters.size === 0 ? '' : `?${parameters}`;
}
