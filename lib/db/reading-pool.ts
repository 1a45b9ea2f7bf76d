import { DatabaseError, Pool, type PoolClient, type PoolConfig, type QueryConfig, type QueryResult } from 'pg';
import { UNAVAILABLE_DIGEST } from '@/lib/search/errors';

/** Milliseconds after which waiting for a connection or for a locked table is given up. */
const WAIT_LIMIT = 800;
/** Callers that wait for each connection; further ones are refused at once. */
const WAITING_FOR_EACH = 20;
/** How much longer than the server may work its answer may be on the way, in milliseconds. */
const ANSWER_LIMIT = 1000;
/** Milliseconds before a statement is run once more: conflicts of one vacuum come together. */
const CONFLICT_PAUSE = 100;

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
 * Makes a pool for reading: nobody waits for long, whatever happens to the server.
 *
 * A statement that a standby gave up for what its primary sent is run once more, outside
 * transactions. Everything that says nothing about the statement itself rejects with
 * DatabaseUnavailable.
 */
export function makeReadingPool(url: string, options: ReadingPoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: WAIT_LIMIT,
    lock_timeout: WAIT_LIMIT,
    // Of a server that was paused, too.
    query_timeout: options.statement_timeout + ANSWER_LIMIT,
    ...options,
  });
  // An idle connection that breaks is replaced at the next statement. Without a listener it would
  // end the process.
  pool.on('error', () => undefined);
  const connect = pool.connect.bind(pool) as Connect;
  const query = pool.query.bind(pool) as Query;
  return Object.assign(pool, {
    connect: (callback?: ConnectCallback) =>
      pool.waitingCount < options.max * WAITING_FOR_EACH ? connect(callback) : refuse(callback),
    query: async (...statement: unknown[]) => {
      try {
        return await query(...statement).catch(async (error: unknown) => {
          if (!isConflict(error)) throw error;
          await new Promise((resolve) => setTimeout(resolve, CONFLICT_PAUSE));
          return query(...statement);
        });
      } catch (error) {
        throw isUnavailable(error) ? new DatabaseUnavailable(error) : error;
      }
    },
  });
}

/**
 * Asks a server for a sign of life.
 * @throws DatabaseUnavailable where none comes within 800 ms, or no connection is free so long
 */
export async function askForSign(pool: Pool): Promise<void> {
  const statement: QueryConfig & { query_timeout: number } = { text: 'SELECT 1', query_timeout: WAIT_LIMIT };
  await pool.query(statement);
}

type ConnectCallback = (error: Error, client?: PoolClient, done?: () => void) => void;
type Connect = (callback?: ConnectCallback) => Promise<PoolClient> | undefined;
type Query = (...statement: unknown[]) => Promise<QueryResult>;

function refuse(callback?: ConnectCallback): Promise<PoolClient> | undefined {
  const error = new Error('Too many statements wait for a connection.');
  if (!callback) return Promise.reject(new DatabaseUnavailable(error));
  callback(error);
  return undefined;
}

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
 * query_canceled by a time limit, lock_not_available, and the conflicts.
 */
const AWAY = /^(?:08|28|3D|53|57|55P03|40)/;

const isConflict = (error: unknown): boolean => CONFLICTS.includes(sqlStateOf(error) ?? '');

/** Whether an error is one of the connection or of the server's state, and not a wrong call. */
function isUnavailable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === null ? error instanceof Error && !(error instanceof TypeError) : AWAY.test(state);
}
