import { readEnvironment } from '@/lib/settings/env';
import { log } from '@/lib/logging/log';
import { REQUEST_ID_HEADER } from '@/lib/logging/request-id';
import { INCOMPLETE_MARK, UNAVAILABLE_HEADER } from '@/lib/addresses/missing';
import { TRADITIONAL_HEADER } from '@/lib/traditional/headers';
import { leadsToPage } from '@/lib/addresses/routes';
import { keepTraditional } from '@/lib/traditional/links';
import { convertPage } from '@/lib/traditional/stream';
import { plainUrl, traditionalUrl } from '@/lib/addresses/urls';

// Pages are made at every request (docs/decisions/0005).
export const dynamic = 'force-dynamic';

/** Request headers that pages and posted forms depend on. */
const REQUEST_HEADERS = [
  ...['cookie', 'user-agent', 'accept', 'accept-language', 'referer'],
  ...['content-type', 'origin', 'sec-fetch-site'],
  UNAVAILABLE_HEADER,
  REQUEST_ID_HEADER,
];
/** Response headers that are right for either version of the page. */
const RESPONSE_HEADERS = ['content-type', 'retry-after', 'x-robots-tag'];

/**
 * Converts a page of the portal to traditional characters. The portal is asked for the page at its
 * plain address, and the answer is converted while it arrives (docs/decisions/0020). What is no
 * page has only one address: the reader is redirected there.
 */
async function respond(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const plain = plainUrl(pathname);
  if (!leadsToPage(plain)) return redirectTo(plain + search);
  if (traditionalUrl(plain) !== pathname) return redirectTo(traditionalUrl(plain) + search);
  const { siteUrl, port } = readEnvironment();
  // Its own address, whatever host was asked for.
  const self = `http://localhost:${port}`;
  const answer = await ask(new URL(plain + search, self), request).catch((error: unknown) => {
    if (!request.signal.aborted) log('no own answer', {}, error);
    return null;
  });
  if (!answer) return redirectMeanwhile(plain + search);
  const headers = new Headers(answer.headers.getSetCookie().map((cookie): [string, string] => ['Set-Cookie', cookie]));
  copy(answer.headers, headers, RESPONSE_HEADERS);
  const location = answer.headers.get('location');
  if (location !== null) headers.set('Location', locate(location, [self, siteUrl]));
  else if (!isWhole(answer)) {
    await answer.body?.cancel();
    return redirectMeanwhile(plain + search);
  }
  const body = answer.body && location === null ? await convertPage(answer.body, siteUrl) : null;
  return new Response(body, { status: answer.status, headers });
}

export { respond as GET, respond as HEAD, respond as POST };

function ask(address: URL, request: Request): Promise<Response> {
  const headers = new Headers({ [TRADITIONAL_HEADER]: 'zh-Hant', 'Accept-Encoding': 'identity' });
  copy(request.headers, headers, REQUEST_HEADERS);
  // proxy.ts compares it with the origin of a posted form.
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (host !== null) headers.set('X-Forwarded-Host', host);
  return fetch(address, {
    method: request.method,
    headers,
    body: request.body,
    redirect: 'manual',
    cache: 'no-store',
    signal: request.signal,
    ...(request.body && { duplex: 'half' }),
  });
}

function copy(from: Headers, to: Headers, names: readonly string[]): void {
  for (const name of names) {
    const value = from.get(name);
    if (value !== null) to.set(name, value);
  }
}

/** Not a file, and not a page that failed while it was made, whose words only scripts can show. */
const isWhole = ({ status, headers }: Response): boolean =>
  status !== 500 && headers.get('content-type')?.startsWith('text/html') === true;

const redirectTo = (path: string): Response => new Response(null, { status: 307, headers: { Location: path } });

/** Leads to the plain page because this one could not be made: nobody keeps that. */
const redirectMeanwhile = (path: string): Response =>
  new Response(`<!doctype html><html ${INCOMPLETE_MARK}></html>`, {
    status: 307,
    headers: { Location: path, 'Content-Type': 'text/html; charset=utf-8' },
  });

/**
 * Gives the traditional version of a redirect's target.
 * @param origins the portal's own
 */
function locate(location: string, origins: readonly string[]): string {
  const own = origins.find((origin) => location.startsWith(`${origin}/`));
  return keepTraditional(own === undefined ? location : location.slice(own.length));
}
