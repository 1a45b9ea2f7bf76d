import { createHash } from 'node:crypto';
import { Pool, type QueryResultRow } from 'pg';
import type { Prisma } from '@/lib/db/generated/client';
import { perDatabase } from '@/lib/db/per-database';
import { SearchTimeout, SearchUnavailable } from '@/lib/search/errors';

/** Milliseconds after which a statement is given up. */
const TIME_LIMIT = 5000;
/** Milliseconds after which an idle connection is closed. */
const IDLE_LIMIT = 10 * 60 * 1000;
/** Statements that run at once; further ones wait. */
const CONNECTIONS = 10;

/**
 * Statements are prepared and planned once, without their values: planning anew would take longer
 * than most of them run, and how a search proceeds is decided in ../sources/collect.ts. Ways that a
 * plan without values would choose wrongly are off.
 */
const SETTINGS = [
  'plan_cache_mode=force_generic_plan',
  'jit=off',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'max_parallel_workers_per_gather=0',
  'work_mem=32MB',
];

/**
 * The connections of the search: not those of Prisma, for the sake of SETTINGS and of named
 * statements.
 */
const pools = perDatabase('search pool', (url) => {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    application_name: 'gongbao search',
    statement_timeout: TIME_LIMIT,
    // A new connection has to prepare its statements first, which a reader would notice.
    idleTimeoutMillis: IDLE_LIMIT,
    allowExitOnIdle: true,
    options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
  });
  // An idle connection that breaks is replaced at the next search. Without a listener it would end
  // the process.
  pool.on('error', () => undefined);
  return pool;
});

/**
 * Runs one statement.
 * @param name under which it stays prepared; the same name means the same text
 * @returns its rows
 * @throws SearchTimeout when it took too long
 * @throws SearchUnavailable when the database is away
 * @throws Error what the database says of a statement that it refuses
 */
export async function query<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
  const pool = pools.get();
  try {
    const { rows } = await pool.query<Row>({ name, text, values });
    return rows;
  } catch (error) {
    throw asSearchError(error);
  }
}

// SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
/** query_canceled: what `statement_timeout` does. */
const CANCELLED = '57014';
/** No connection, no access, no such database, no connection left, shutting down or starting. */
const AWAY = /^(?:08|28|3D|53|57P)/;

/**
 * Takes what node-postgres throws; gives the engine's error for it, or the same error. An answer of
 * the server has a severity; any other error but a wrong call (TypeError) is that of a connection.
 */
function asSearchError(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof TypeError) return cause;
  const code = 'severity' in cause && 'code' in cause ? String(cause.code) : null;
  if (code === CANCELLED) return new SearchTimeout('The search took too long.', { cause });
  if (code === null || AWAY.test(code))
    return new SearchUnavailable('The database of the search does not answer.', { cause });
  return cause;
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
  await Promise.all(pools.clear().map(async (pool) => pool.end()));
}
