import { respondOr, unavailable } from '@/lib/export/unavailable';

export const ATOM = 'application/atom+xml';
export const XML = 'application/xml';

/** Seconds for which an answer may be kept: programs ask every few minutes. */
const KEPT_FOR = 300;

/**
 * Takes a media type and what makes the text, null where the address names nothing; gives the
 * response: 404 and 503 say in a text what is the matter.
 */
export const respondWithText = (type: string, make: () => Promise<string | null>): Promise<Response> =>
  respondOr(unavailable, async () => {
    const text = await make();
    return text === null
      ? answer('这个地址没有内容，请核对。\n', 404, 'text/plain', 'no-store')
      : answer(text, 200, type, `public, max-age=${KEPT_FOR}`);
  });

const answer = (body: string, status: number, type: string, cache: string): Response =>
  new Response(body, { status, headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': cache } });
