import type { RoutePattern } from '@/lib/addresses/routes';
import type { FoundPolicy } from '@/lib/caching/policies';
import { traditionalUrl } from '@/lib/addresses/urls';

/**
 * Routes whose path names what is held, where the answer is 200 and the path is spelled as the
 * portal's own links are: then nobody has thought it up. A route that is not listed has its pattern
 * logged and nothing else. Queries are never logged, whatever their route.
 *
 * Not here: numbers (`/wenhao/…`), which readers type, pictures and files, whose last word is free.
 */
const NAMES_WHAT_IS_HELD: readonly RoutePattern[] = [
  '/[municipality]',
  '/[municipality]/documents.atom',
  '/[municipality]/documents.json',
  '/[municipality]/issues.atom',
  '/[municipality]/issues.json',
  '/[municipality]/corrections',
  '/[municipality]/corrections.atom',
  '/[municipality]/corrections.json',
  '/[municipality]/timeline',
  '/[municipality]/validity',
  '/[municipality]/validity.csv',
  '/[municipality]/validity.xlsx',
  '/[municipality]/validity.docx',
  '/[municipality]/validity.ics',
  '/[municipality]/validity.atom',
  '/[municipality]/validity.json',
  '/[municipality]/issues/[year]/[number]',
  '/[municipality]/[document]',
  '/[municipality]/[document]/web',
  '/[municipality]/[document]/feed.atom',
  '/[municipality]/[document]/feed.json',
  '/[municipality]/[document]/[section]',
  '/[municipality]/[document]/[section]/feed.atom',
  '/[municipality]/[document]/[section]/feed.json',
  '/api/v1/documents/[municipality]/[document]/citations',
];

const loggable = new Set<string>(NAMES_WHAT_IS_HELD.flatMap((pattern) => [pattern, traditionalUrl(pattern)]));

/**
 * Gives the path of a request where the log may show it.
 * @param status of the answer; null where it is not known
 * @returns undefined where it may have words that somebody typed
 */
export function loggablePath(
  path: string,
  { route, isCanonical }: Pick<FoundPolicy, 'route' | 'isCanonical'>,
  status: number | null,
): string | undefined {
  return status === 200 && isCanonical && loggable.has(route) ? path : undefined;
}
