import { cookies } from 'next/headers';
import { readDisplay } from '@/components/site/read-display';
import {
  changeDisplay,
  DISPLAY_COOKIE,
  DISPLAY_COOKIE_AGE,
  printDisplay,
  returnPath,
  type DisplaySettings,
} from '@/lib/settings/display-settings';
import { homeUrl } from '@/lib/addresses/urls';

const seeOther = (path: string): Response => new Response(null, { status: 303, headers: { Location: path } });

/** Most bytes of such a form. */
const LONGEST = 2000;

/**
 * Stores a choice under 显示 in the cookie and redirects to its page. Names and values that it does
 * not know change nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const back = returnPath(request.headers.get('referer'));
  // Forms of other sites are ignored.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return seeOther(back);
  if (!(Number(request.headers.get('content-length')) <= LONGEST)) return seeOther(back);
  const given = await request.formData().catch(() => new FormData());
  await keep(changeDisplay(await readDisplay(), given), isSecure(request));
  return seeOther(back);
}

/** The address was typed, or opened again. */
export function GET(): Response {
  return seeOther(homeUrl());
}

/** Scripts do not need the cookie: they post the form as a reader without scripts does. */
async function keep(settings: DisplaySettings, secure: boolean): Promise<void> {
  (await cookies()).set(DISPLAY_COOKIE, printDisplay(settings), {
    path: '/',
    maxAge: DISPLAY_COOKIE_AGE,
    sameSite: 'lax',
    httpOnly: true,
    secure,
  });
}

const isSecure = (request: Request): boolean =>
  (request.headers.get('x-forwarded-proto') ?? new URL(request.url).protocol).startsWith('https');
