import { createHash } from 'node:crypto';
import { DatabaseError, Pool } from 'pg';
import { perDatabase } from './per-database';
import { countPool } from './pool-counts';

/** What is held, as a name: equal only while readers see the same data. */
export interface Revision {
  /** A hash that names the database, and is another one after every restore. */
  identity: string;
  /** The number of what is held, and a token that was made with it: `7-3f0a9c52d1be`. */
  revision: string;
}

/** Milliseconds after which a connection or a statement is given up. */
const TIME_LIMIT = 800;

/**
 * What a restore changes, however it is made, richest first. Some hosts permit not all of it.
 *
 * The timeline of a primary is asked of its log: that of the control file follows a promotion only
 * with the next checkpoint. A standby has no other.
 */
const MARKS = [
  `, (SELECT "system_identifier" FROM pg_control_system())::text AS "cluster", CASE WHEN pg_is_in_recovery()
      THEN (SELECT "timeline_id" FROM pg_control_checkpoint())::int
      ELSE ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int
    END AS "timeline"`,
  '',
] as const;

/** The expression that names what is held: `7-3f0a9c52d1be`. */
export const REVISION_EXPRESSION = `"revision" || '-' || right("token"::text, 12)`;

const statementOf = (marks: string): string => `
  SELECT "identity", ${REVISION_EXPRESSION} AS "revision",
    (SELECT "oid" FROM pg_database WHERE "datname" = current_database()) AS "database",
    "tableoid" AS "table", pg_relation_filenode("tableoid"::regclass) AS "file"${marks}
  FROM "Portal"`;

const readers = perDatabase('revision', (url) => {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    application_name: 'gongbao revision',
    connectionTimeoutMillis: TIME_LIMIT,
    query_timeout: TIME_LIMIT,
    statement_timeout: TIME_LIMIT,
    lock_timeout: TIME_LIMIT,
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced at the next read.
  pool.on('error', () => undefined);
  countPool('gongbao revision', pool);
  return { pool, marks: 0 };
});

type Row = Record<'revision' | 'identity', string>;

/**
 * Reads the revision of the database, on connections of its own.
 *
 * A standby gives what its primary gave when it was as far.
 * @throws Error where the database does not answer within 800 ms a step, or is not migrated
 */
export async function readRevision(): Promise<Revision> {
  const reader = readers.get();
  const [row] = await ask(reader);
  if (!row) throw new Error('The database has no revision: its table "Portal" is empty.');
  const { revision, ...identity } = row;
  return { identity: createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32), revision };
}

async function ask(reader: { pool: Pool; marks: number }): Promise<Row[]> {
  for (;;) {
    try {
      return (await reader.pool.query<Row>(statementOf(MARKS[reader.marks] ?? ''))).rows;
    } catch (error) {
      if (!isRefused(error) || reader.marks === MARKS.length - 1) throw error;
      reader.marks = MARKS.length - 1;
    }
  }
}

// SQLSTATE: insufficient_privilege, undefined_function, feature_not_supported
const isRefused = (error: unknown): boolean =>
  error instanceof DatabaseError && ['42501', '42883', '0A000'].includes(error.code ?? '');

/** Closes the connections that read revisions: for processes and tests that end. */
export async function closeRevision(): Promise<void> {
  await Promise.all(readers.clear().map(async ({ pool }) => pool.end()));
}
