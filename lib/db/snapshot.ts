import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryConfig, QueryResultRow } from 'pg';
import { perDatabase } from './per-database';
import { asUnavailable, DatabaseUnavailable, makeReadingPool } from './reading-pool';
import { SEARCH_SETTINGS } from './search/sql/settings';
import { within } from './within';

/** Answers that are streamed at once; they take no connection from pages and searches. */
const CONNECTIONS = 3;
/**
 * Milliseconds after which beginning or ending, a statement at the server, its answer, and all
 * statements together are given up. A statement's answer says that it took too long: it may come
 * later than that.
 */
const LIMITS = { end: 800, statement: 5000, rows: 5500, answer: 60_000 };

const pools = perDatabase('snapshot pool', (url) =>
  makeReadingPool(url, {
    max: CONNECTIONS,
    application_name: 'gongbao export',
    statement_timeout: LIMITS.statement,
    options: SEARCH_SETTINGS,
  }),
);

interface Snapshot {
  run: <Row extends QueryResultRow>(statement: QueryConfig) => Promise<Row[]>;
  /** Gives the connection back. */
  close: () => Promise<void>;
}

const current = new AsyncLocalStorage<Snapshot>();

/**
 * Makes pieces of an answer from one state of the data, whatever is ingested meanwhile.
 *
 * All statements that the generator makes by way of `runInSnapshot` are one transaction on one
 * connection, which is given back when the last piece is taken, when the reader leaves, and at the
 * latest after a minute; then the generator throws.
 * @throws DatabaseUnavailable where no connection is free
 */
export async function* inSnapshot<Piece>(
  make: () => AsyncGenerator<Piece, void, void>,
): AsyncGenerator<Piece, void, void> {
  const snapshot = await openSnapshot();
  const pieces = make();
  try {
    for (;;) {
      const next = await current.run(snapshot, () => pieces.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await current.run(snapshot, () => pieces.return());
    await snapshot.close();
  }
}

/**
 * Runs a statement in the snapshot of the answer that is being made.
 * @returns null outside of one
 */
export const runInSnapshot = <Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]> | null =>
  current.getStore()?.run<Row>(statement) ?? null;

/** Does work for others too, whose statements belong to no answer. */
export const outsideSnapshot = <Result>(work: () => Result): Result => current.exit(work);

/** Closes all connections of snapshots: for scripts and tests that end. */
export async function closeSnapshots(): Promise<void> {
  await Promise.all(pools.clear().map(async (pool) => pool.end()));
}

async function openSnapshot(): Promise<Snapshot> {
  const client = await pools.get().connect();
  let isOpen = true;
  const release = (broken: boolean): void => {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(timer);
    client.off('error', ignore).release(broken);
  };
  const timer = setTimeout(() => release(true), LIMITS.answer).unref();
  // One that breaks makes its next statement fail. Without a listener it would end the process.
  client.on('error', ignore);
  // A connection runs one statement at a time.
  let last: Promise<unknown> = within(LIMITS.end, client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'));
  const run = <Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]> => {
    const rows = last.then(async () => {
      if (!isOpen) throw new DatabaseUnavailable(new Error('The answer took too long.'));
      try {
        return (await within(LIMITS.rows, client.query<Row>(statement))).rows;
      } catch (error) {
        throw asUnavailable(error);
      }
    });
    last = rows;
    return rows;
  };
  try {
    await last;
  } catch (error) {
    release(true);
    throw asUnavailable(error);
  }
  return {
    run,
    close: async () => {
      await last
        .then(() => within(LIMITS.end, client.query('COMMIT')))
        .then(
          () => release(false),
          () => release(true),
        );
    },
  };
}

const ignore = (): void => undefined;
