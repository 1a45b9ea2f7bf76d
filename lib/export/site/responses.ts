import { EXPORT_LIMIT, type SearchEngine } from '@/lib/search/engine';
import { isSearchTimeout, isSearchUnavailable } from '@/lib/search/errors';
import {
  parseBoxPlace,
  parseSearchParams,
  rawSearchParams,
  searchRequest,
  type SearchFilter,
} from '@/lib/addresses/search-params';
import { log } from '@/lib/logging/log';
import type { FeedFormat } from '@/lib/addresses/urls';
import type { FollowedEntries } from '@/lib/db/queries/feeds/entries';
import type { FeedSettings } from '@/lib/export/feeds/feed';
import { printFeed } from '@/lib/export/feeds/respond';
import { FEED_TYPES } from '@/lib/export/site/text-response';
import { toSearchData, type MeantAnswer } from '@/lib/export/data/search-data';
import { streamPieces } from '@/lib/export/stream';
import { unavailable } from '@/lib/export/unavailable';
import { makeSearchFeed } from '@/lib/export/feeds/search-feed';
import { printTable, tableDisposition } from '@/lib/export/tables/search-table';

/**
 * Answers a search for programs. It never redirects, and never fails for what was asked: 503 with a
 * reason and `Retry-After` where the search took too long or the database does not answer.
 * @param request has the parameters of the search page
 */
type Respond = (engine: SearchEngine, request: Request, settings: FeedSettings) => Promise<Response>;

/** Documents of a search that its feed is made of, at most. */
const ARRIVALS = 100;

/** Answers with the documents of a search that came last, as a feed. */
export async function respondWithSearchFeed(
  engine: SearchEngine,
  request: Request,
  settings: FeedSettings,
  {
    format,
    listArrivals,
  }: {
    format: FeedFormat;
    /** Gives the entries of events by which documents arrived. */
    listArrivals: (events: readonly string[]) => Promise<FollowedEntries>;
  },
): Promise<Response> {
  const filter = readFilter(request);
  try {
    const arrivals = await engine.findArrivals(searchRequest(filter), ARRIVALS);
    const followed = await listArrivals(arrivals.map(({ event }) => event));
    const feed = makeSearchFeed(arrivals, followed, filter, settings);
    return answerWith(`${FEED_TYPES[format]}; charset=utf-8`, printFeed(format, feed, settings));
  } catch (error) {
    return refuse(error);
  }
}

/** Finds what a search means: references, and words that find nothing as they stand. */
export type FindMeant = (filter: SearchFilter, inside: string | undefined) => Promise<MeantAnswer>;

/**
 * Answers with a page of a search as JSON (`searchDataSchema`).
 * @param find takes words as a person means them; without it they are taken as they stand
 */
export async function respondWithData(
  engine: SearchEngine,
  request: Request,
  { siteUrl }: FeedSettings,
  { find }: { find?: FindMeant } = {},
): Promise<Response> {
  const typed = readFilter(request);
  const inside = parseBoxPlace(rawSearchParams(new URL(request.url).searchParams));
  try {
    const meant = find
      ? await find(typed, inside)
      : {
          answer: await engine.search(searchRequest(typed)),
          filter: typed,
          understood: null,
          references: [],
          apart: [],
        };
    if (meant.answer.timedOut) return refuseSlowness();
    const data = toSearchData(meant.answer, typed, siteUrl, meant);
    return answerWith('application/json; charset=utf-8', JSON.stringify(data));
  } catch (error) {
    return refuse(error);
  }
}

/**
 * Answers with all hits of a search as CSV, while they are found. They are at most EXPORT_LIMIT.
 */
export const respondWithTable: Respond = async (engine, request, { siteUrl }) => {
  const filter = readFilter(request);
  const pieces = printTable(engine.listHits(searchRequest(filter), EXPORT_LIMIT), siteUrl);
  return streamTable(pieces, tableDisposition(filter.q), request.signal);
};

/**
 * Bytes of a table that are made ahead of the reader: a slow one does not hold the connection of a
 * whole table.
 */
const AHEAD = 8 * 2 ** 20;

/**
 * Answers with a table while its pieces are made.
 * @param disposition the value of `Content-Disposition`
 * @param signal of the request: nothing more is made when the reader leaves
 */
export async function streamTable(
  pieces: AsyncGenerator<string, void, void>,
  disposition: string,
  signal: AbortSignal,
): Promise<Response> {
  signal.addEventListener('abort', () => void pieces.return(), { once: true });
  try {
    const first = await pieces.next();
    return answerWith('text/csv; charset=utf-8; header=present', streamPieces(pieces, { first, ahead: AHEAD }), {
      'Content-Disposition': disposition,
    });
  } catch (error) {
    return refuse(error);
  }
}

const readFilter = (request: Request): SearchFilter =>
  parseSearchParams(rawSearchParams(new URL(request.url).searchParams));

/** Result lists are not indexed. */
const answerWith = (type: string, body: string | ReadableStream, headers: Record<string, string> = {}): Response =>
  new Response(body, {
    headers: { 'Content-Type': type, 'X-Robots-Tag': 'noindex', ...headers },
  });

function refuse(error: unknown): Response {
  if (isSearchTimeout(error)) return refuseSlowness();
  log(isSearchUnavailable(error) ? 'search without database' : 'search failed', {}, error);
  return unavailable();
}

const refuseSlowness = () => unavailable('检索用时太长，已经停下。请加一个词，或者加一个条件。', { seconds: 60 });
