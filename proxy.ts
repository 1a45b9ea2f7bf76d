import { NextResponse, type NextRequest } from 'next/server';
import { isHeld } from './lib/db/queries/portal/addresses';
import { StoredTreeError } from './lib/db/stored-tree';
import { MISSING_HEADER, missingKind } from './lib/addresses/missing';
import { decodeSegment } from './lib/addresses/route-params';
import { ADDRESS_HEADER } from '@/lib/traditional/headers';
import { isTraditionalUrl, traditionalUrl } from './lib/addresses/urls';

/**
 * Decides the status of a page before it is rendered. A page that calls notFound() is sent as an
 * empty body that only script can fill (vercel/next.js#62228); so the page renders what is missing
 * itself, and its status is set here. A database that does not answer is met here as well, with a
 * page that needs neither script nor database; so is a document that is stored for another version
 * of this program. A page in traditional characters is the page itself,
 * asked for once more (app/zh-hant): it is decided then.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const isTraditional = isTraditionalUrl(pathname);
  if (pathname.length > LONGEST_PATH || !isWellEncoded(pathname))
    return NextResponse.redirect(new URL(isTraditional ? traditionalUrl('/search') : '/search', request.url));
  if (isTraditional) return NextResponse.next();
  const headers = new Headers(request.headers);
  headers.set(ADDRESS_HEADER, search.length > LONGEST_PATH ? pathname : pathname + search);
  const segments = pathname.split('/').filter(Boolean).map(decodeSegment);
  try {
    if (await isHeld(segments)) return NextResponse.next({ request: { headers } });
    headers.set(MISSING_HEADER, missingKind(segments));
    return NextResponse.rewrite(request.nextUrl, { status: 404, request: { headers } });
  } catch (error) {
    const isOutdated = error instanceof StoredTreeError;
    if (isOutdated) console.error(error.message);
    else console.error('The database did not answer.', error);
    const page = new URL(isOutdated ? '/unavailable?because=outdated' : '/unavailable', request.url);
    return NextResponse.rewrite(page, { status: 503, request: { headers } });
  }
}

/**
 * No address is longer; one that is would not fit into the headers of the answer. A number of 100
 * characters has 900.
 */
const LONGEST_PATH = 4000;

/**
 * Everything but files, the health checks and what is no page. No pattern for a dot: section
 * addresses have dots.
 */
export const config = {
  matcher: ['/((?!_next/|healthz$|readyz$|robots\\.txt$|api/v1/suggest$|api/v1/peek$|favicon\\.ico$|icon\\.svg).*)'],
};

/**
 * Next answers a half of a percent sign with 500 before any page is asked; PostgreSQL knows no zero
 * byte.
 */
function isWellEncoded(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}
