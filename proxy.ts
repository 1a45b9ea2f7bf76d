import { NextResponse, type NextRequest } from 'next/server';
import { readPostedDraft } from '@/lib/check/posted-draft';
import { CHECK_STATUS, type CheckState } from '@/lib/check/state';
import { keepState, TICKET_HEADER } from '@/lib/check/tickets';
import { checkDraft } from '@/lib/db/queries/numbers/check-draft';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import type { Decision } from '@/lib/db/queries/ledger/decide-place';
import { StoredTreeError } from '@/lib/db/stored-tree';
import { isForeignPost } from '@/lib/addresses/foreign-post';
import { MISSING_HEADER, UNAVAILABLE_HEADER } from '@/lib/addresses/missing';
import { mendPath } from '@/lib/addresses/glued';
import { decodeStrictly } from '@/lib/addresses/pattern';
import { matchRoute, missingKind, ROUTES } from '@/lib/addresses/routes';
import { log } from '@/lib/logging/log';
import { readEnvironment } from '@/lib/settings/env';
import { ADDRESS_HEADER } from '@/lib/traditional/headers';
import { isTraditionalUrl, traditionalUrl } from '@/lib/addresses/urls';
import { searchUrl } from '@/lib/addresses/search-params';

/**
 * Decides the status of a page before it is rendered. A page that calls notFound() is sent as an
 * empty body that only scripts can fill (vercel/next.js#62228); so pages render what is missing
 * themselves, and the status is set here; where the ledger leads somewhere else, it is a redirect.
 * When the database does not answer, has a document of
 * another version of this program, or is known to be away (UNAVAILABLE_HEADER), a page is shown
 * that needs neither scripts nor database. A page in traditional characters is the page itself,
 * requested once more (app/zh-hant): it is decided then.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search, searchParams } = request.nextUrl;
  const isTraditional = isTraditionalUrl(pathname);
  // Next answers a half of a percent sign with 500 before any page is asked.
  if (pathname.length > LONGEST_PATH || decodeStrictly(pathname) === null) {
    if (isForPrograms(pathname)) return refuseProgram(400, '地址的编码不对。');
    return NextResponse.redirect(new URL(isTraditional ? traditionalUrl(searchUrl({})) : searchUrl({}), request.url));
  }
  if (isTraditional) return NextResponse.next();
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, search.length > LONGEST_PATH ? pathname : pathname + search);
  if (request.headers.has(UNAVAILABLE_HEADER)) return refuse(request, headers, '/unavailable');
  headers.delete(TICKET_HEADER);
  const route = matchRoute(pathname);
  if (!['GET', 'HEAD'].includes(request.method)) {
    if (route?.pattern === '/check' && request.method === 'POST') return answerDraft(request, headers);
    if (!route || ROUTES[route.pattern].kind === 'page') return refuseMethod(route?.pattern === '/check');
  }
  let decision: Decision;
  try {
    decision = (await decideMended(pathname, searchParams)) ?? (await decideAddress(route, searchParams));
  } catch (error) {
    const isOutdated = error instanceof StoredTreeError;
    log(isOutdated ? 'outdated tree' : 'no answer of the database', {}, error);
    return refuse(request, headers, isOutdated ? '/unavailable?because=outdated' : '/unavailable');
  }
  if (decision.kind === 'held') return NextResponse.next({ request: { headers } });
  if (decision.kind === 'leads') return NextResponse.redirect(new URL(decision.to, request.url), decision.status);
  if (decision.kind === 'ended') return NextResponse.rewrite(request.nextUrl, { status: 410, request: { headers } });
  if (isForPrograms(pathname)) return refuseProgram(404, '没有这个地址。有哪些地址，见 /api/v1/openapi.json。');
  const missing = decision.as ?? missingKind(route);
  headers.set(MISSING_HEADER, missing);
  // What names nothing gets the page that says so, whichever page Next would take it for.
  const page = missing === 'page' ? new URL('/_not-found', request.url) : request.nextUrl;
  return NextResponse.rewrite(page, { status: 404, request: { headers } });
}

/** Decides an address to which something was glued: …2023-2。 leads to …2023-2. */
async function decideMended(pathname: string, question: URLSearchParams): Promise<Decision | null> {
  const mended = mendPath(pathname);
  if (mended === null) return null;
  const decision = await decideAddress(matchRoute(mended), question);
  if (decision.kind === 'missing') return null;
  if (decision.kind === 'leads') return decision;
  return { kind: 'leads', to: mended + (question.size === 0 ? '' : `?${question.toString()}`), status: 307 };
}

const isForPrograms = (pathname: string): boolean => /^\/api(?:\/|$)/.test(pathname);

/** Programs are told in JSON. */
const refuseProgram = (status: 400 | 404, error: string): NextResponse =>
  NextResponse.json({ error }, { status, headers: { 'X-Robots-Tag': 'noindex' } });

/** Answers with a page that needs no data, and says when to ask again. */
const refuse = (request: NextRequest, headers: Headers, page: string): NextResponse =>
  NextResponse.rewrite(new URL(page, request.url), {
    status: 503,
    headers: { 'Retry-After': String(RETRY_AFTER) },
    request: { headers },
  });

/** Seconds. */
const RETRY_AFTER = 30;

/**
 * Reads and checks a posted draft, and has the page show what came of it.
 * It is done here because the page cannot set its status. The page gets no form: Next would take
 * it for an action of its own.
 */
async function answerDraft(request: NextRequest, headers: Headers): Promise<NextResponse> {
  const state = await checkPosted(request);
  headers.set(TICKET_HEADER, keepState(state));
  for (const name of ['content-type', 'next-action']) headers.delete(name);
  return NextResponse.rewrite(request.nextUrl, { status: CHECK_STATUS[state.kind], request: { headers } });
}

async function checkPosted(request: NextRequest): Promise<CheckState> {
  if (isForeignPost(request.headers, readEnvironment().siteUrl)) return { kind: 'foreign', draft: '' };
  const posted = await readPostedDraft(request);
  return posted.kind === 'read' ? checkDraft(posted.draft) : posted;
}

/** Pages are read; what else is asked of them is refused here, before Next looks for an action. */
const refuseMethod = (takesForms: boolean): NextResponse =>
  new NextResponse(null, { status: 405, headers: { Allow: takesForms ? 'GET, HEAD, POST' : 'GET, HEAD' } });

/**
 * Longest path. One that is longer would not fit into the headers of the answer; a number of 100
 * characters has 900.
 */
const LONGEST_PATH = 4000;

/**
 * All addresses but those that need no decision: the rows of lib/addresses/routes.ts that exist by
 * themselves and have no parameters, and the files of the build. Next reads it before the program
 * runs, so it is a literal; a test compares it with the table.
 */
export const config = {
  matcher: [
    '/((?!(?:corrections\\.atom|corrections\\.json|documents\\.atom|documents\\.json|issues\\.atom|issues\\.json|search\\.atom|search\\.json|search\\.csv|wenhao\\.atom|wenhao\\.json|wenhao\\.csv|api/v1/openapi\\.json|api/v1/peek|api/v1/search|api/v1/share|api/v1/suggest|api/v1/version|robots\\.txt|\\.well-known/security\\.txt|sitemap\\.xml|healthz|readyz|display|go|favicon\\.ico|icon\\.svg|_next/static/[^/]+/.+)$).*)',
  ],
};
