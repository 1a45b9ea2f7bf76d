import { createHash } from 'node:crypto';
import type { Client } from '@opensearch-project/opensearch';
import { SearchTimeout } from '@/lib/search/errors';
import { SORTED_BY } from './definition';
import { askIndex, errorOfStatus, IndexUnavailable } from './client';
import type { IndexQuery } from './matching';

/** An index that is searched, and where it is. */
export interface LiveIndex {
  nodes: readonly string[];
  name: string;
}

/**
 * Gives the index that is searched.
 * @throws IndexUnavailable where there is none
 */
export type FindIndex = () => Promise<LiveIndex>;

/** What is looked for in an index. */
export interface IndexSearch {
  query: IndexQuery;
  order: 'newest' | 'oldest';
  /** Hits at most. */
  limit: number;
  /** The values of the hit after which it goes on. */
  after?: IndexHit['values'];
}

/** A hit: its values in the order of SORTED_BY, and the names of what else is so. */
export interface IndexHit {
  values: number[];
  names: ReadonlySet<string>;
}

/** How long the index may look, as it counts. */
const TIME_LIMIT = '5s';
/** What is read of an answer: the rest would be most of it. */
const READ = ['status', 'error', 'timed_out', '_shards.failed', 'hits.hits.sort', 'hits.hits.matched_queries']
  .map((field) => `responses.${field}`)
  .join(',');

interface Answered {
  status?: number;
  error?: { type?: string; reason?: string };
  timed_out?: boolean;
  _shards?: { failed?: number };
  hits?: { hits?: { sort: number[]; matched_queries?: string[] }[] };
}

interface Waiting {
  search: IndexSearch;
  settle: (hits: IndexHit[]) => void;
  fail: (error: unknown) => void;
}

/** Searches that were asked for in the same moment: they go together. */
const waiting = new Map<string, { index: LiveIndex; searches: Waiting[] }>();

/**
 * Looks for the first hits in order. What is asked in the same moment goes as one `_msearch`.
 *
 * An answer is whole: a shard that did not answer makes it fail.
 */
export async function searchIndex(index: LiveIndex, search: IndexSearch): Promise<IndexHit[]> {
  return new Promise((settle, fail) => {
    const key = `${index.nodes.join(' ')} ${index.name}`;
    const together = waiting.get(key) ?? { index, searches: [] };
    if (together.searches.length === 0) {
      waiting.set(key, together);
      setImmediate(() => {
        waiting.delete(key);
        void sendTogether(together.index, together.searches);
      });
    }
    together.searches.push({ search, settle, fail });
  });
}

async function sendTogether(index: LiveIndex, searches: readonly Waiting[]): Promise<void> {
  try {
    const responses = await askIndex(index.nodes, (client) => send(client, index, searches));
    for (const [at, { settle, fail }] of searches.entries())
      try {
        settle(readAnswer(responses[at]));
      } catch (error) {
        fail(error);
      }
  } catch (error) {
    for (const { fail } of searches) fail(error);
  }
}

async function send(client: Client, { name }: LiveIndex, searches: readonly Waiting[]): Promise<Answered[]> {
  const lines = searches.flatMap(({ search }) => {
    const body = bodyOf(search);
    // The same search asks the same copies: it finds the same order, and a warm memory.
    const preference = createHash('sha256').update(JSON.stringify(search.query)).digest('hex');
    return [{ index: name, preference, allow_partial_search_results: false }, body];
  });
  const { body } = await client.msearch({ body: lines, filter_path: READ.split(',') });
  const { responses } = body as unknown as { responses?: Answered[] };
  // One that is away or partial counts for the way to the index, whatever the others say.
  for (const answered of responses ?? []) readAnswer(answered);
  return responses ?? [];
}

const bodyOf = ({ query, order, limit, after }: IndexSearch): Record<string, unknown> => ({
  size: limit,
  query,
  sort: SORTED_BY.map((field, at) => ({ [field]: at < 2 && order === 'newest' ? 'desc' : 'asc' })),
  ...(after && { search_after: after }),
  track_total_hits: false,
  _source: false,
  stored_fields: '_none_',
  timeout: TIME_LIMIT,
});

/** Whether shards gave up for want of time: told as an error where no partial answer is wanted. */
const isOfTime = (error: Answered['error']): boolean =>
  error !== undefined && /time exceeded/i.test(error.reason ?? '');

function readAnswer(answered: Answered | undefined): IndexHit[] {
  if (!answered) throw new IndexUnavailable('The index left out an answer.');
  const { error, status = 200, timed_out: isTimedOut = false, _shards: shards, hits } = answered;
  if (isTimedOut || isOfTime(error)) throw new SearchTimeout('The index took too long.');
  if (error) throw errorOfStatus(status, error.type ?? '');
  if ((shards?.failed ?? 0) > 0) throw new IndexUnavailable('A part of the index did not answer.');
  return (hits?.hits ?? []).map(({ sort, matched_queries: names = [] }) => ({ values: sort, names: new Set(names) }));
}
