import { ROUTES, type RoutePattern } from '@/lib/addresses/routes';
import { isTraditionalUrl } from '@/lib/addresses/urls';
import type { FoundPolicy } from './policies';

/**
 * Kinds of requests in metrics: kinds of work and of what is answered, so few that each can be
 * looked at. `missing` names nothing; `refused` is no request of a reader.
 */
export const REQUEST_KINDS = [
  'page',
  'search',
  'traditional',
  'check',
  'data',
  'export',
  'file',
  'form',
  'asset',
  'health',
  'missing',
  'refused',
] as const;
/** A kind of request. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Gives the kind of a request; null is one that could not be read. */
export function requestKindOf(found: Pick<FoundPolicy, 'route' | 'policy'> | null): RequestKind {
  if (found === null) return 'refused';
  const { route, policy } = found;
  if (route === 'none') return 'missing';
  if (isTraditionalUrl(route)) return 'traditional';
  if (route === '/check') return 'check';
  if (policy.work === 'search' || policy.work === 'export') return policy.work;
  return ROUTES[route as RoutePattern].kind;
}
