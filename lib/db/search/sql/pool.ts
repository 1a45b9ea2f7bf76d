import { createHash } from 'node:crypto';
import type { QueryResultRow } from 'pg';
import type { Prisma } from '@/lib/db/generated/client';
import { perDatabase } from '@/lib/db/per-database';
import { askForSign, isDatabaseUnavailable, makeReadingPool } from '@/lib/db/reading-pool';
import { SearchTimeout, SearchUnavailable } from '@/lib/search/errors';
import { closeSnapshots, runInSnapshot } from '@/lib/db/snapshot';
import { readEnvironment } from '@/lib/settings/env';
import { SEARCH_SETTINGS } from './settings';

/** Milliseconds after which a statement is given up. */
const TIME_LIMIT = 5000;

/**
 * The connections of the search: not those of Prisma, for the sake of SEARCH_SETTINGS and of named
 * statements.
 */
const pools = perDatabase('search pool', (url) =>
  makeReadingPool(url, {
    max: readEnvironment().searchPool,
    application_name: 'gongbao search',
    statement_timeout: TIME_LIMIT,
    options: SEARCH_SETTINGS,
  }),
);

/**
 * Runs one statement, in the snapshot of an answer that is streamed.
 * @param name under which it stays prepared; the same name means the same text
 * @returns its rows
 * @throws SearchTimeout when it took too long
 * @throws SearchUnavailable when the database is away
 * @throws Error what the database says of a statement that it refuses
 */
export async function query<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
  const statement = { name, text, values };
  try {
    const ofSnapshot = runInSnapshot<Row>(statement);
    return await (ofSnapshot ??
      pools
        .get()
        .query<Row>(statement)
        .then(({ rows }) => rows));
  } catch (error) {
    throw asSearchError(error);
  }
}

/**
 * Asks the connections of the search for a sign of life.
 * @throws SearchUnavailable where none comes soon
 */
export async function askSearch(): Promise<void> {
  try {
    await askForSign(pools.get(), ['Document', 'Section']);
  } catch (error) {
    throw asSearchError(error);
  }
}

/** query_canceled: what `statement_timeout` does. */
const CANCELLED = '57014';

/** Takes what the pool throws; gives the engine's error for it, or the same error. */
export function asSearchError(cause: unknown): unknown {
  if (!isDatabaseUnavailable(cause)) return cause;
  return cause.sqlState === CANCELLED
    ? new SearchTimeout('The search took too long.', { cause })
    : new SearchUnavailable('The database of the search does not answer.', { cause });
}

/** Runs a statement put together from pieces; it is named by its text. See `query`. */
export async function runStatement<Row extends QueryResultRow>({ text, values }: Prisma.Sql): Promise<Row[]> {
  return query<Row>(nameOf(text), text, values);
}

// Shapes of statements: some dozens, times how many words were typed.
const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('hex').slice(0, 40);
    names.set(text, name);
  }
  return name;
}

/** Closes all connections of the search: for scripts and tests that end. */
export async function closeSearch(): Promise<void> {
  await Promise.all([...pools.clear().map(async (pool) => pool.end()), closeSnapshots()]);
}
