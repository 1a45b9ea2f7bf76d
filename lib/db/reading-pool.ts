import { DatabaseError, Pool, type PoolClient, type PoolConfig, type QueryResult } from 'pg';
import { setTimeout } from 'node:timers/promises';
import { UNAVAILABLE_DIGEST } from '@/lib/search/errors';
import { countPool } from './pool-counts';
import { within } from './within';

/** Milliseconds after which a sign of life, or waiting for a locked table, is given up. */
const WAIT_LIMIT = 800;
/** The same for a connection: pages are refused before, for want of a sign of life. */
const CONNECTION_LIMIT = 3000;
/** Milliseconds after which an idle connection is closed: a reader would notice a new one. */
const IDLE_LIMIT = 10 * 60 * 1000;
/** Milliseconds without a word of the server after which it is asked for one. */
const SILENCE = 1000;
/** Callers that wait for each connection; further ones are refused at once. */
const WAITING_FOR_EACH = 20;
/** How much longer than the server may work its answer may be on the way, in milliseconds. */
const ANSWER_LIMIT = 500;
/** Milliseconds before a statement is run once more: conflicts of one vacuum come together. */
const CONFLICT_PAUSE = 100;

const ignore = (): void => undefined;

/** A pool of connections that only read. */
export interface ReadingPoolOptions extends PoolConfig {
  max: number;
  application_name: string;
  /** Milliseconds after which a statement is given up. */
  statement_timeout: number;
}

/** The database is away, has no time, or has no connection left. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
  /** Marks the page that could not be made: Next prints it, and keeps one that an error has. */
  readonly digest = UNAVAILABLE_DIGEST;
  /** What the server said, null where it said nothing. */
  readonly sqlState: string | null;

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'The database does not answer.', { cause });
    this.sqlState = sqlStateOf(cause);
  }
}

/**
 * Whether an error is a DatabaseUnavailable. Of several bundles of a build each has a class of its
 * own, and they share the pools: the digest tells, and not the class.
 */
export const isDatabaseUnavailable = (error: unknown): error is DatabaseUnavailable =>
  error instanceof Error && 'sqlState' in error && 'digest' in error && error.digest === UNAVAILABLE_DIGEST;

/**
 * Makes a pool for reading: nobody waits for long, whatever happens to the server.
 *
 * A server that was silent for a second is asked for a word first, and given up after 800 ms.
 * A statement that a standby gave up for what its primary sent is run once more, outside
 * transactions. Everything that says nothing about the statement itself rejects with
 * DatabaseUnavailable.
 */
export function makeReadingPool(url: string, options: ReadingPoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: CONNECTION_LIMIT,
    lock_timeout: WAIT_LIMIT,
    idleTimeoutMillis: IDLE_LIMIT,
    allowExitOnIdle: true,
    ...options,
  });
  // An idle connection that breaks is replaced at the next statement. Without a listener it would
  // end the process.
  pool.on('error', ignore);
  countPool(options.application_name, pool);
  const limit = options.statement_timeout + ANSWER_LIMIT;
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  const connectSoon = async (): Promise<PoolClient> => {
    if (pool.waitingCount < options.max * WAITING_FOR_EACH) return connect();
    throw new Error('Too many statements wait for a connection.');
  };
  const run: Query = async (...statement) => {
    const client = await connectSoon();
    client.on('error', ignore);
    let isBroken = true;
    try {
      // Of a server that was paused, too.
      const result = await within(limit, (client.query as Query).apply(client, statement));
      isBroken = false;
      heardAt = Date.now();
      return result;
    } finally {
      client.off('error', ignore);
      client.release(isBroken);
    }
  };
  let heardAt = 0;
  let asked: Promise<unknown> | null = null;
  const hear = async (): Promise<void> => {
    if (Date.now() - heardAt > SILENCE)
      await (asked ??= within(WAIT_LIMIT, run('SELECT 1')).finally(() => (asked = null)));
  };
  const again = async (error: unknown, statement: unknown[]) => {
    if (!isConflict(error)) throw error;
    await setTimeout(CONFLICT_PAUSE);
    return run(...statement);
  };
  return Object.assign(pool, {
    connect: () => hear().then(connectSoon).catch(rethrow),
    query: (...statement: unknown[]) =>
      hear()
        .then(() => run(...statement))
        .catch((error: unknown) => again(error, statement))
        .catch(rethrow),
  });
}

/**
 * Asks a server for a sign of life.
 * @param tables that have to be readable
 * @throws DatabaseUnavailable where none comes within 800 ms, a table is locked or no connection is
 * free so long
 */
export async function askForSign(pool: Pool, tables: readonly string[]): Promise<void> {
  const text = `SELECT ${tables.map((table) => `EXISTS (SELECT FROM "${table}")`).join(', ')}`;
  await within(WAIT_LIMIT, pool.query({ name: `sign of ${tables.join()}`, text })).catch(rethrow);
}

type Query = (...statement: unknown[]) => Promise<QueryResult>;

/** Gives the code of an answer of the server, null for what else is thrown. */
const sqlStateOf = (error: unknown): string | null => (error instanceof DatabaseError ? (error.code ?? '') : null);

// SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html
/**
 * serialization_failure and deadlock_detected, as which a standby reports conflicts with recovery;
 * admin_shutdown, crash_shutdown: the connection was ended.
 */
const CONFLICTS = ['40001', '40P01', '57P01', '57P02'];
/**
 * No connection, no access, no such database, no connection left, shutting down or starting; then
 * query_canceled by a time limit, a database that takes no connections, lock_not_available, and the
 * conflicts.
 */
const AWAY = /^(?:08|28|3D|53|57|55000|55P03|40)/;

const isConflict = (error: unknown): boolean => CONFLICTS.includes(sqlStateOf(error) ?? '');

/** Gives the error for what a pool or a connection throws: DatabaseUnavailable, or the same. */
export const asUnavailable = (error: unknown): unknown =>
  isUnavailable(error) && !isDatabaseUnavailable(error) ? new DatabaseUnavailable(error) : error;

const rethrow = (error: unknown): never => {
  throw asUnavailable(error);
};

/** Whether an error is one of the connection or of the server's state, and not a wrong call. */
function isUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === null ? error instanceof Error && !(error instanceof TypeError) : AWAY.test(state);
}
