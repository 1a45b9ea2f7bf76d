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

/** Bytes that such a form can have. */
const LONGEST = 2000;

/**
 * A choice under 显示: the form's names and values go into the cookie, and the reader back to the
 * page. What it does not understand changes nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const back = returnPath(request.headers.get('referer'));
  // Another site's form has no business here.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return seeOther(back);
  if (!(Number(request.headers.get('content-length')) <= LONGEST)) return seeOther(back);
  const said = await request.formData().catch(() => new FormData());
  await keep(changeDisplay(await readDisplay(), said), isSecure(request));
  return seeOther(back);
}

/** Somebody typed the address, or came back to it. */
export function GET(): Response {
  return seeOther(homeUrl());
}

/** Script has no use for the cookie: it posts the form as a reader without script does. */
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
