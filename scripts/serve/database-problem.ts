import { Client } from 'pg';
import { readMigrationState, type MigrationState } from '@/lib/db/migrate';
import { pause } from '../support/backoff';

/** Milliseconds between two attempts. */
const AGAIN = 500;

/** What the portal needs to know of its database before it serves. */
export interface FoundDatabase extends MigrationState {
  /** `15.18`, as the server says. */
  version: string;
  role: string;
  isStandby: boolean;
  /** Whether the role may change what is held. */
  mayWrite: boolean;
}

/**
 * Looks at a database without changing it, and waits until it answers.
 * @param url connection string; a role that only reads is enough
 * @param seconds to wait where no server answers, or one that is starting
 * @param log gets a line when it has to wait
 * @throws Error, in a sentence, where it does not answer, or its role may not read everything
 */
export async function lookAtDatabase(
  url: string,
  seconds: number,
  log: (line: string) => void,
  signal?: AbortSignal,
): Promise<FoundDatabase> {
  const began = performance.now();
  let isTold = false;
  for (;;) {
    signal?.throwIfAborted();
    try {
      return await look(url);
    } catch (error) {
      if (!isAway(error) || performance.now() - began >= seconds * 1000) throw describeFailure(url, error);
      if (!isTold) log(`${nameOf(url)} does not answer (${reasonOf(error)}): waiting for it, ${seconds} s at most …`);
      isTold = true;
      await pause(AGAIN, signal);
    }
  }
}

async function look(url: string): Promise<FoundDatabase> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
    application_name: 'gongbao start',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Omit<FoundDatabase, keyof MigrationState> & { closed: string[] }>(LOOK);
    const [{ closed, ...found }] = rows as [(typeof rows)[number]];
    if (closed.length > 0) throw new RoleMayNotRead(found.role, closed);
    return { ...found, ...(await readMigrationState(url)) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

const TABLES = `FROM pg_class WHERE "relkind" IN ('r', 'p') AND "relnamespace" = current_schema()::regnamespace`;
const LOOK = `
  SELECT current_setting('server_version') AS "version", current_user::text AS "role", pg_is_in_recovery() AS "isStandby",
    -- Where there are no tables yet, whether it may make them.
    coalesce((SELECT bool_or(has_table_privilege("oid", 'INSERT')) ${TABLES}), has_schema_privilege(current_schema(), 'CREATE'), false) AS "mayWrite",
    ARRAY(SELECT "relname"::text ${TABLES} AND NOT has_table_privilege("oid", 'SELECT') ORDER BY 1) AS "closed"`;

/** The role of the portal may not read all tables. */
class RoleMayNotRead extends Error {
  override name = 'RoleMayNotRead';

  constructor(role: string, closed: readonly string[]) {
    super(
      `The role ${role} may not read ${closed.join(', ')}: GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}, as the owner of the tables.`,
    );
  }
}

/** `The database gongbao at db.example:5432` */
function nameOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const place = searchParams.get('host') ?? `${hostname || 'localhost'}:${port || '5432'}`;
  return `The database ${decodeURIComponent(pathname.slice(1)) || '(without a name)'} at ${place}`;
}

/** PostgreSQL's code, or that of the network; else the message. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && !/^[0-9A-Z]{5}$/.test(String(error.code)) ? String(error.code) : error.message;
}

/**
 * SQLSTATE: connection exceptions, too many connections, shutting down or starting; then what the
 * network says. A wrong password or name is not mended by waiting.
 */
const AWAY = /^(?:08\w{3}|53\w{3}|57P0\d|ECONN\w+|E\w*UNREACH|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|ENOENT)$/;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return 'code' in error ? AWAY.test(String(error.code)) : /timeout|terminated/i.test(error.message);
}

function describeFailure(url: string, error: unknown): Error {
  const isOwn = error instanceof Error && ['RoleMayNotRead', 'MigrationError'].includes(error.name);
  if (isOwn) return error;
  const advice = isAway(error)
    ? 'start it, or correct DATABASE_URL'
    : 'correct DATABASE_URL, or the rights of its role';
  return new Error(`${nameOf(url)} does not answer (${reasonOf(error)}): ${advice}.`, { cause: error });
}
