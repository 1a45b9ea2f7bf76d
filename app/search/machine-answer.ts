import { engine } from '@/lib/db/search';
import type { SearchAnswer } from '@/lib/search/engine';
import {
  parseSearchParams,
  rawSearchParams,
  searchRequest,
  type FilterChange,
  type SearchFilter,
} from '@/lib/search-params';

/** What programs ask is never led elsewhere: it is answered, or refused with a reason and when to come back. */

/** Result lists are no pages of their own, and what was ingested a second ago is in them. */
export const MACHINE_HEADERS = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };

export const readFilter = (request: Request): SearchFilter =>
  parseSearchParams(rawSearchParams(new URL(request.url).searchParams));

/** Takes a request and what its format sets for all; gives the search with its answer, or the response that refuses it. */
export async function answerSearch(
  request: Request,
  fixed: FilterChange = {},
): Promise<{ filter: SearchFilter; answer: SearchAnswer } | Response> {
  const filter = { ...readFilter(request), ...fixed } as SearchFilter;
  try {
    const answer = await engine.search(searchRequest(filter));
    return answer.timedOut ? refuse('检索用时太长，已经停下。请加一个词或一个条件。', 60) : { filter, answer };
  } catch (error) {
    return refuseSilence(error);
  }
}

/** The database did not answer. */
export function refuseSilence(error: unknown): Response {
  console.error('A search was not answered.', error);
  return refuse('资料库没有应答，请过一会儿再试。', 30);
}

/** 503 with a text for people and the seconds after which to ask again. */
function refuse(reason: string, seconds: number): Response {
  return new Response(`${reason}\n`, {
    status: 503,
    headers: { ...MACHINE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': String(seconds) },
  });
}
