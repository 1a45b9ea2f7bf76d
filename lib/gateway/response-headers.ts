import { createHash } from 'node:crypto';
import type { CachingPolicy } from '@/lib/caching/policies';

/**
 * Seconds for which a front may serve an answer without asking again: ten at most, and nginx counts
 * in whole seconds of its clock, so that its copies live for up to one more.
 */
const FRONT_SECONDS = 9;
/** Seconds after which a reader may ask again, with status 503. */
export const RETRY_AFTER = 30;
const HSTS = 'max-age=31536000';

/** What the headers of all answers depend on; read at start. */
export interface HeaderSettings {
  /** Origins that may show the portal's pages in a frame: `'self'`. */
  frameAncestors: string;
  /** Whether the public address is one of https. */
  isSecure: boolean;
}

/**
 * Gives the headers that say how an answer may be kept. What is missing, or somewhere else, may be
 * there tomorrow.
 * @param status null where it is not known
 */
export function cachingHeaders(
  { browsers, display }: CachingPolicy,
  tag: string | null,
  status: number | null = 200,
): Record<string, string> {
  const cacheControl = status === 200 || browsers.endsWith('no-cache') ? browsers : 'public, no-cache';
  const vary = display ? 'Cookie, Accept-Encoding' : 'Accept-Encoding';
  if (tag === null) return { 'Cache-Control': 'no-store', Vary: vary, 'X-Accel-Expires': '0' };
  return { 'Cache-Control': cacheControl, ETag: tag, Vary: vary, 'X-Accel-Expires': String(FRONT_SECONDS) };
}

/** Gives the headers of every answer; docs/decisions/0026 has the reasons. */
export function securityHeaders(policy: CachingPolicy | null, settings: HeaderSettings): Record<string, string> {
  const shared = policy?.shared === true;
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': shared ? 'cross-origin' : 'same-origin',
    ...(shared && { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag, Retry-After' }),
    ...(settings.isSecure && { 'Strict-Transport-Security': HSTS }),
  };
}

/**
 * Gives the content security policy of an answer. A page runs the scripts of the portal's files and
 * those that stand in it, which are named by their hashes.
 */
export function contentSecurityPolicy(html: string | null, { frameAncestors }: HeaderSettings): string {
  const scripts =
    html === null ? '' : [...new Set(inlineScripts(html).map((text) => ` 'sha256-${sha256(text)}'`))].join('');
  return [
    "default-src 'self'",
    `script-src 'self'${scripts}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}

/** Lists the scripts that stand in a page and run; data in a script element does not. */
const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?<attributes>[^>]*)>(?<text>[\s\S]*?)<\/script>/g)].flatMap(({ groups }) =>
    /\ssrc=|\stype="application\/(?:ld\+)?json"/.test(groups!.attributes!) ? [] : [groups!.text!],
  );

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
