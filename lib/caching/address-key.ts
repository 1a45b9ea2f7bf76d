import type { CachingPolicy } from './policies';

/** An address with the parameters that count, in the order of its policy. */
export interface CountedAddress {
  /** As it was sent, percent-encoded. */
  path: string;
  /** `?q=%E5%85%BB&page=2`, or empty. */
  query: string;
}

/**
 * Splits the target of a request into its path and query.
 * @returns null where it is no address below the root (`*`, `http://elsewhere/`)
 */
export function splitTarget(target: string): { path: string; query: string } | null {
  if (!target.startsWith('/')) return null;
  const at = target.indexOf('?');
  const path = (at < 0 ? target : target.slice(0, at)).split('#', 1)[0]!;
  return { path, query: at < 0 ? '' : target.slice(at + 1).split('#', 1)[0]! };
}

/** Leaves out of a query what does not count, and orders the rest. Refused names stay. */
export function countedQuery(
  query: string,
  { parameters, others = 'ignored' }: Pick<CachingPolicy, 'parameters'> & Partial<Pick<CachingPolicy, 'others'>>,
): string {
  if (query === '' || (parameters.length === 0 && others === 'ignored')) return '';
  const given = new URLSearchParams(query);
  const counted = new URLSearchParams();
  for (const name of parameters) for (const value of given.getAll(name)) counted.append(name, value);
  const other = others === 'refused' ? [...given.keys()].find((name) => !parameters.includes(name)) : undefined;
  if (other !== undefined) counted.append(other, '');
  return counted.size === 0 ? '' : `?${counted.toString()}`;
}

/**
 * Prints the key of an address for one reader.
 * @param display the reader's choices as `printDisplay` gives them, empty where they do not count
 */
export const addressKey = ({ path, query }: CountedAddress, display: string): string => `${display} ${path}${query}`;
