import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@opensearch-project/opensearch';
import { asIndexError, IndexUnavailable, isIndexUnavailable } from '@/lib/db/search/opensearch/client';
import type { IndexEntry } from './entries';

/** Something to be written: an entry, or the deletion of one. */
export type IndexWrite = { entry: IndexEntry } | { gone: { document: number; position: number } };

/** Bytes of one request. */
const BYTES = 5_000_000;
/** Milliseconds before something is tried again: doubled each time. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
const PATIENCE = 120_000;

/** How something is written. */
export interface WriteOptions {
  index: string;
  /** An older write never takes the place of a newer one. */
  version: number;
  /** Ends the tries. */
  signal: AbortSignal;
}

/**
 * Writes entries, as often as is needed until all are written. To repeat it changes nothing.
 * @throws IndexUnavailable when `signal` ends the tries
 * @throws Error where the index refuses an entry for what it is
 */
export async function writeEntries(client: Client, writes: Iterable<IndexWrite>, options: WriteOptions): Promise<void> {
  for (const lines of chunksOf(writes, options)) await persist(() => sendLines(client, lines), options.signal);
}

/**
 * Does something again and again while the index is away or busy, for two minutes.
 * @throws IndexUnavailable where it was away so long, or `signal` ends the tries
 */
export async function persist<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  const enough = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]);
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (cause) {
      const error = asIndexError(cause);
      const isAgain = isIndexUnavailable(error) && (await sleep(pause, true, { signal: enough }).catch(() => false));
      if (!isAgain) throw error;
    }
  }
}

function* chunksOf(writes: Iterable<IndexWrite>, { index, version }: WriteOptions): Generator<string> {
  let lines = '';
  for (const write of writes) {
    const { document, position } = 'entry' in write ? write.entry : write.gone;
    const meta = {
      _index: index,
      _id: `${document}.${position}`,
      routing: String(document),
      version,
      version_type: 'external_gte',
    };
    lines +=
      'entry' in write
        ? `${JSON.stringify({ index: meta })}\n${JSON.stringify(write.entry)}\n`
        : `${JSON.stringify({ delete: meta })}\n`;
    if (lines.length * 2 < BYTES) continue;
    yield lines;
    lines = '';
  }
  if (lines !== '') yield lines;
}

interface BulkItem {
  status: number;
  error?: { type: string; reason: string };
}

/** Statuses of an item that is as it should be: done, not there, or written by somebody newer. */
const FINE = [200, 201, 404, 409];

async function sendLines(client: Client, lines: string): Promise<void> {
  const { body } = await client.bulk({
    body: lines as never,
    filter_path: ['errors', 'items.*.status', 'items.*.error'],
  });
  const { errors, items } = body as unknown as { errors: boolean; items?: Record<string, BulkItem>[] };
  if (!errors) return;
  const failed = (items ?? [])
    .flatMap((item) => Object.entries(item))
    .filter(([action, { status }]) => !FINE.includes(status) || (status === 404 && action !== 'delete'))
    .map(([, item]) => item);
  if (failed.length === 0) return;
  const refused = failed.find(({ status }) => status === 400);
  if (refused) throw new Error(`The index refuses an entry: ${refused.error?.type} ${refused.error?.reason}`);
  throw new IndexUnavailable(`${failed.length} entries were not written.`, { cause: failed[0]?.error });
}
