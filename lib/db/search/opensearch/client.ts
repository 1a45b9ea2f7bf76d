import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { isSearchUnavailable, SearchTimeout, SearchUnavailable } from '@/lib/search/errors';

/** Milliseconds that an answer of the index may take. */
const ANSWER_LIMIT = 6000;
/** Failures that close the way to the index, and milliseconds in which they have to come. */
const FAILURES = 3;
const FAILURES_WITHIN = 10_000;
/** Milliseconds for which it stays closed. */
const CLOSED_FOR = 10_000;

/** The index did not answer, or not wholly. */
export class IndexUnavailable extends SearchUnavailable {
  override name = 'IndexUnavailable';
  override readonly away = 'index';
}

/** Whether a search failed because of the index, and not of the database. */
export const isIndexUnavailable = (error: unknown): error is IndexUnavailable =>
  isSearchUnavailable(error) && error.away === 'index';

/** A client, and whether it is worth asking. */
interface Way {
  client: Promise<Client>;
  failedAt: number[];
  closedUntil: number;
}

const ways = new Map<string, Way>();

function wayTo(nodes: readonly string[]): Way {
  const key = nodes.join(' ');
  const known = ways.get(key);
  if (known) return known;
  const way: Way = { client: makeClient(nodes), failedAt: [], closedUntil: 0 };
  ways.set(key, way);
  return way;
}

/**
 * Makes a client that asks one node after the other. Its code is loaded here: most portals have no
 * index.
 * @param limit milliseconds that an answer may take
 */
export async function makeClient(nodes: readonly string[], limit = ANSWER_LIMIT): Promise<Client> {
  const { Client: IndexClient } = await import('@opensearch-project/opensearch');
  return new IndexClient({ nodes: [...nodes], requestTimeout: limit, maxRetries: nodes.length > 1 ? 2 : 1 });
}

/**
 * Asks the index something, unless it has just failed several times.
 * @throws IndexUnavailable where it does not answer, or refuses for want of a node, a copy or time
 * @throws SearchTimeout where the answer takes too long
 */
export async function askIndex<Answer>(
  nodes: readonly string[],
  ask: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const way = wayTo(nodes);
  if (Date.now() < way.closedUntil) throw new IndexUnavailable('The index did not answer a moment ago.');
  try {
    const answer = await inTime(way.client.then(ask));
    way.failedAt = [];
    return answer;
  } catch (cause) {
    const error = asIndexError(cause);
    if (isIndexUnavailable(error)) noteFailure(way);
    throw error;
  }
}

/** Waits for an answer, with all tries that the client makes for it. */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  const done = new AbortController();
  const end = sleep(ANSWER_LIMIT, undefined, { signal: done.signal }).then(() => {
    throw new IndexUnavailable('The index did not answer in time.');
  });
  try {
    return await Promise.race([answer, end]);
  } finally {
    done.abort();
  }
}

function noteFailure(way: Way): void {
  const now = Date.now();
  way.failedAt = [...way.failedAt.filter((at) => at > now - FAILURES_WITHIN - CLOSED_FOR), now].slice(-FAILURES);
  // The first failure after it was closed closes it again: the ones before still count.
  if (way.failedAt.length === FAILURES) way.closedUntil = now + CLOSED_FOR;
}

/** Takes what the client throws; gives the engine's error for it, or the same error. */
export function asIndexError(cause: unknown): unknown {
  if (!(cause instanceof Error) || isIndexUnavailable(cause) || cause instanceof SearchTimeout) return cause;
  if (cause.name === 'ResponseError' && 'statusCode' in cause)
    return errorOfStatus(Number(cause.statusCode), cause.name);
  return OF_THE_WAY.has(cause.name)
    ? new IndexUnavailable(`The index does not answer: ${cause.name}.`, { cause })
    : cause;
}

/** Names of the client's errors that say nothing about what was asked. */
const OF_THE_WAY = new Set([
  'TimeoutError',
  'ConnectionError',
  'NoLivingConnectionsError',
  'RequestAbortedError',
  'DeserializationError',
]);

/** Statuses that say nothing about what was asked; 404: there is no such index any more. */
const isOfTheWay = (status: number): boolean => status >= 500 || [401, 403, 404, 429].includes(status);

/**
 * Gives the error for an answer that is none. What the index says of it may have a reader's words.
 * @param type as the index names it
 */
export const errorOfStatus = (status: number, type: string): Error =>
  isOfTheWay(status)
    ? new IndexUnavailable(`The index refuses with status ${status} (${type}).`)
    : new Error(`The index does not understand what it is asked (${type}).`);

/** Closes all connections to indexes: for scripts and tests that end. */
export async function closeIndexes(): Promise<void> {
  const open = [...ways.values()];
  ways.clear();
  await Promise.all(open.map(async ({ client }) => (await client).close()));
}
