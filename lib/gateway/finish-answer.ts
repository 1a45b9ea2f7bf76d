import { AWAY_MARK, INCOMPLETE_MARK } from '@/lib/addresses/missing';
import type { CachingPolicy } from '@/lib/caching/policies';
import { withoutFramework } from '@/lib/caching/without-framework';
import { UNAVAILABLE_DIGEST } from '@/lib/search/errors';
import { gzipOf, type Answer } from './answer';
import {
  cachingHeaders,
  contentSecurityPolicy,
  RETRY_AFTER,
  securityHeaders,
  type HeaderSettings,
} from './response-headers';

/** What the finishing of answers depends on. */
export type FinishSettings = HeaderSettings;

/** What a renderer has made, whole. */
export interface Made {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** Headers of a renderer's answer that are its own; all others are decided here. */
const OWN_HEADERS = ['content-type', 'content-disposition', 'link', 'location', 'retry-after', 'x-robots-tag'];

/** Next prints it into the page of status 500 that takes the place of one without its data. */
const AWAY = Buffer.from(UNAVAILABLE_DIGEST);

/** Tests whether an answer failed only because the database was away, or had no time. */
export const lacksDatabase = (status: number, body: Buffer): boolean => status === 500 && body.includes(AWAY);

const INCOMPLETE = Buffer.from(INCOMPLETE_MARK);
const CANNOT = Buffer.from(AWAY_MARK);

/** Tests whether an answer may be kept: it did not fail, sets no cookie and came to its end. */
export function isComplete(status: number, headers: Made['headers'], body: Buffer): boolean {
  if (status >= 500 || status === 429 || headers['set-cookie'] !== undefined) return false;
  if (!isHtml(headers)) return true;
  return !body.includes(INCOMPLETE) && (body.length === 0 || body.subarray(-40).includes('</html>'));
}

/**
 * Makes a renderer's answer ready to be sent: without what only React needs, with the headers of
 * its policy, and compressed.
 * @param tag null where the answer is not kept
 */
export async function finishAnswer(
  { status: given, headers, body: made }: Made,
  policy: CachingPolicy,
  tag: string | null,
  state: string,
  settings: FinishSettings,
): Promise<Answer> {
  const status = given === 200 && isHtml(headers) && made.includes(CANNOT) ? 503 : given;
  const html = isHtml(headers) ? withoutFramework(made.toString()) : null;
  const body = html === null ? made : Buffer.from(html);
  const own: Record<string, string> = {
    ...(status === 503 && { 'retry-after': String(RETRY_AFTER) }),
    ...ownHeaders(headers),
  };
  return {
    status,
    headers: {
      ...own,
      ...cachingHeaders(policy, tag, status),
      ...securityHeaders(policy, settings),
      'Content-Security-Policy': contentSecurityPolicy(html, settings),
    },
    body,
    gzip: await gzipOf(body, own['content-type']),
    state: tag === null ? null : state,
    tag,
    confirmedAt: Date.now(),
  };
}

/** Gives those headers of a renderer's answer that readers get. Addresses become paths. */
export function ownHeaders(headers: Made['headers']): Record<string, string> {
  const own: Record<string, string> = {};
  for (const name of OWN_HEADERS) {
    const value = headers[name];
    if (value !== undefined) own[name] = String(value);
  }
  if (own.location !== undefined) own.location = asPath(own.location);
  return own;
}

/** Gives a redirect's target below the root. Next writes the host by which it was asked. */
function asPath(location: string): string {
  if (!/^https?:\/\//.test(location) || !URL.canParse(location)) return location;
  const { pathname, search, hash } = new URL(location);
  return pathname + search + hash;
}

/** Tests whether an answer is a page. */
export const isHtml = (headers: Made['headers']): boolean =>
  String(headers['content-type'] ?? '').startsWith('text/html');
