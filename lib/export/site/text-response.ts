import type { FeedFormat } from '@/lib/addresses/urls';
import { respondOr, unavailable } from '@/lib/export/unavailable';

/** Media types of feeds. */
export const FEED_TYPES: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};

/** Media type of sitemaps. */
export const XML = 'application/xml';

/** Media type of plain text. */
export const TEXT = 'text/plain';

/**
 * Answers with a text of a media type; 404 and 503 have a sentence.
 * @param make gives null where the address names nothing
 */
export const respondWithText = (type: string, make: () => Promise<string | null>): Promise<Response> =>
  respondOr(unavailable, async () => {
    const text = await make();
    return text === null ? answer('这个地址没有内容，请核对。\n', 404, TEXT) : answer(text, 200, type);
  });

const answer = (body: string, status: number, type: string): Response =>
  new Response(body, { status, headers: { 'Content-Type': `${type}; charset=utf-8` } });
