import { createHash } from 'node:crypto';
import { Pool, type QueryResultRow } from 'pg';
import type { Prisma } from '@/lib/db/generated/client';

/** Milliseconds after which a statement of a search is given up. */
const TIME_LIMIT = 5000;
/** Milliseconds after which a connection that nobody uses is closed. */
const IDLE_LIMIT = 10 * 60 * 1000;
/** Statements that run at once; more wait for their turn. */
const CONNECTIONS = 10;

/**
 * Statements are prepared once and planned once, without looking at their values: how to go about a
 * search is decided in collect.ts, and planning anew would take longer than most of them run. What
 * could mislead a plan made blindly is off.
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

// Kept on globalThis, as the Prisma client is (lib/db/client.ts).
const holder = globalThis as typeof globalThis & { gongbaoSearchPool?: { url: string; pool: Pool } };

/**
 * The connections of the search: not Prisma's, for the sake of SETTINGS and of named statements.
 */
function getPool(): Pool {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      'DATABASE_URL is not set. `npm start` and `npm run dev` set it; a server started by hand needs it in its environment.',
    );
  if (holder.gongbaoSearchPool?.url !== url) {
    void holder.gongbaoSearchPool?.pool.end();
    const pool = new Pool({
      connectionString: url,
      max: CONNECTIONS,
      application_name: 'gongbao search',
      statement_timeout: TIME_LIMIT,
      // A new connection has to prepare its statements first, which the reader after a pause would
      // feel.
      idleTimeoutMillis: IDLE_LIMIT,
      allowExitOnIdle: true,
      options: SETTINGS.map((setting) => `-c ${setting}`).join(' '),
    });
    // A connection that dies while it rests is replaced at the next search; without a listener it
    // would end the process.
    pool.on('error', () => undefined);
    holder.gongbaoSearchPool = { url, pool };
  }
  return holder.gongbaoSearchPool.pool;
}

/** A search that PostgreSQL gave up after TIME_LIMIT. */
export class SearchTimeout extends Error {
  override name = 'SearchTimeout';
}

const CANCELLED = '57014';

/**
 * Runs one statement. Takes a name under which it stays prepared (the same name means the same
 * text), its text and values; gives its rows. Throws SearchTimeout when it took too long, else what
 * the database says.
 */
export async function query<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
  try {
    const { rows } = await getPool().query<Row>({ name, text, values });
    return rows;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === CANCELLED)
      throw new SearchTimeout('The search took too long.', { cause: error });
    throw error;
  }
}

/** The same for a statement put together from pieces; it is named by its text. */
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

/** Lets go of all connections: for scripts and tests that end. */
export async function closeSearch(): Promise<void> {
  const held = holder.gongbaoSearchPool;
  delete holder.gongbaoSearchPool;
  await held?.pool.end();
}
