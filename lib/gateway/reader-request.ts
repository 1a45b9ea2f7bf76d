import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import { addressKey, countedQuery, splitTarget } from '@/lib/caching/address-key';
import { LONGEST_FORM } from './read-form';
import { policyOf, type CachingPolicy, type FoundPolicy, type Ingredients } from '@/lib/caching/policies';
import { isForeignPost } from '@/lib/addresses/foreign-post';
import { DISPLAY_COOKIE, parseDisplay, printDisplay } from '@/lib/settings/display-settings';

/** What a reader asks for, read from a request. */
export interface ReaderRequest extends FoundPolicy {
  method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
  /** As it was sent, percent-encoded. */
  path: string;
  /** With the parameters that count: `?page=2`, or empty. */
  query: string;
  /** The reader's choices as `printDisplay` gives them, empty where none count. */
  display: string;
  /** What answers are kept under. */
  key: string;
  madeOf: Ingredients;
  /** Whether there is no end of addresses like this one. */
  isEndless: boolean;
  /** The reader's address, or that of the group of readers behind one. */
  client: string;
  acceptsGzip: boolean;
  ifNoneMatch: string | undefined;
}

/** A request that is answered with a status alone. */
export interface Refusal {
  status: 400 | 403 | 405 | 413;
  /** Of `Allow`, with 405. */
  allow?: string;
}

/** What the reading of requests depends on. */
export interface RequestSettings {
  /** The portal's public address, whose forms may be posted. */
  siteUrl: string;
  /** Whether an address is that of a proxy whose `X-Forwarded-For` is believed. */
  isTrusted: (address: string) => boolean;
}

/** Reads a request. */
export function readRequest(
  request: IncomingMessage,
  { siteUrl, isTrusted }: RequestSettings,
): ReaderRequest | Refusal {
  const target = splitTarget(request.url ?? '');
  if (!target) return { status: 400 };
  const found = policyOf(target.path);
  const { policy } = found;
  const method = request.method ?? '';
  if (!isAllowed(method, policy)) return { status: 405, allow: allowedMethods(policy) };
  // A page that takes forms says itself what is wrong with one (proxy.ts).
  if (method === 'POST' && !found.isPage && isForeign(request, siteUrl)) return { status: 403 };
  if (Number(request.headers['content-length']) > LONGEST_FORM) return { status: 413 };
  const query = countedQuery(target.query, policy);
  const display = policy.display ? readDisplayCookie(request.headers.cookie) : '';
  return {
    ...found,
    method,
    path: target.path,
    query,
    display,
    key: addressKey({ path: target.path, query }, display),
    madeOf: (query === '' ? policy.bareMadeOf : undefined) ?? policy.madeOf,
    isEndless: policy.endless || query !== '' || !found.isCanonical,
    client: clientOf(request, isTrusted),
    acceptsGzip: /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(request.headers['accept-encoding'] ?? ''),
    ifNoneMatch: request.headers['if-none-match'],
  };
}

const isAllowed = (method: string, { posted }: CachingPolicy): method is ReaderRequest['method'] =>
  method === 'GET' || method === 'HEAD' || method === 'OPTIONS' || (method === 'POST' && posted);

/** Gives the value of `Allow` for a kind of address. */
export const allowedMethods = ({ posted }: CachingPolicy): string => `GET, HEAD, OPTIONS${posted ? ', POST' : ''}`;

/** Tests whether a form comes from another site, as far as the browser tells. */
function isForeign({ headers }: IncomingMessage, siteUrl: string): boolean {
  const told = ['host', 'x-forwarded-host', 'origin', 'sec-fetch-site'] as const;
  const given = told.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])] as const]));
  return isForeignPost(new Headers(Object.fromEntries(given)), siteUrl);
}

/** Many readers have the same few choices. */
const readCookies = new LRUCache<string, string>({ max: 1000 });

/**
 * Reads the reader's choices from the header `Cookie`, printed again, so that all spellings of one
 * choice are one.
 */
function readDisplayCookie(header: string | undefined): string {
  const value = header === undefined ? undefined : COOKIE.exec(header)?.[1];
  if (value === undefined || value.length > LONGEST_CHOICE) return '';
  let display = readCookies.get(value);
  if (display === undefined) readCookies.set(value, (display = printDisplay(parseDisplay(decode(value)))));
  return display;
}

const COOKIE = new RegExp(String.raw`(?:^|;\s*)${DISPLAY_COOKIE}="?([^;"]*)`);
const LONGEST_CHOICE = 500;

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** A trusted proxy names its reader last in `X-Forwarded-For`. */
function clientOf({ socket, headers }: IncomingMessage, isTrusted: RequestSettings['isTrusted']): string {
  const remote = socket.remoteAddress ?? '';
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined || !isTrusted(remote)) return remote;
  return String(forwarded).split(',').pop()!.trim();
}
