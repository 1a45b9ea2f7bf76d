import 'server-only';
import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { perDatabase } from '@/lib/db/per-database';
import { isDatabaseUnavailable, makeReadingPool } from '@/lib/db/reading-pool';
import { REVISION_EXPRESSION } from '@/lib/db/revision';
import { within } from '@/lib/db/within';

/** Milliseconds after which the answer is no. */
const TIME_LIMIT = 1000;

/** A connection of its own: the portal is ready also while readers have taken all others. */
const pools = perDatabase('health pool', (url) =>
  makeReadingPool(url, {
    max: 1,
    application_name: 'gongbao health',
    connectionTimeoutMillis: TIME_LIMIT,
    statement_timeout: TIME_LIMIT,
  }),
);

const databaseHealth = z.object({
  /** A standby only reads, and follows a primary. */
  role: z.enum(['primary', 'standby']),
  /** The number of what is held, the same on all servers that are as far: `7-3f0a9c52d1be`. */
  revision: z.string(),
  /** Source files whose rows another version made; `npm run ingest -- --outdated` reads them. */
  outdatedFiles: z.number(),
});

/** What the database says of itself; null where it does not answer as it should. */
type DatabaseHealth = z.output<typeof databaseHealth>;

/** Whether the portal can serve, and why not: one phrase each. */
export interface Health {
  reasons: string[];
  database: DatabaseHealth | null;
}

/** Asks whether the database answers, is migrated, and fits this program. It never throws. */
export async function readHealth(): Promise<Health> {
  try {
    const { rows } = await within(TIME_LIMIT, ask());
    const { unfinished, ...database } = databaseHealth.extend({ unfinished: z.number() }).parse(rows[0]);
    return { reasons: unfinished > 0 ? ['a migration has not come to its end'] : [], database };
  } catch (error) {
    return { reasons: [describeFailure(error)], database: null };
  }
}

/** One statement: a busy process takes long from one to the next. */
const ask = async (): Promise<{ rows: unknown[] }> =>
  pools.get().query({ name: 'health', text: STATEMENT, values: [storedVersion] });

/** Names every column that this program knows, and reads a row of none but one table. */
const COLUMNS = Object.keys(Prisma.ModelName)
  .map((model) => `EXISTS (SELECT ${columnsOf(model)} FROM "${model}" ${model === 'Citation' ? '' : 'WHERE false'})`)
  .join(', ');

const STATEMENT = `
  SELECT CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE 'primary' END AS "role",
    (SELECT ${REVISION_EXPRESSION} FROM "Portal") AS "revision",
    (SELECT count(*)::int FROM "SourceFile" WHERE "parserVersion" <> $1) AS "outdatedFiles",
    (SELECT count(*)::int FROM "_prisma_migrations" WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL) AS "unfinished",
    ARRAY[${COLUMNS}] AS "columns"`;

function columnsOf(model: string): string {
  const names = (Prisma as unknown as Record<string, Record<string, string>>)[`${model}ScalarFieldEnum`];
  return Object.values(names!)
    .map((name) => `"${name}"`)
    .join(', ');
}

/** SQLSTATE: undefined_table, undefined_column. */
const NOT_THERE = ['42P01', '42703'];
/** SQLSTATE: insufficient_privilege. */
const FORBIDDEN = '42501';

function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  if (NOT_THERE.includes(code)) return `the database does not fit this version, or is not migrated: ${message}`;
  if (code === FORBIDDEN) return `the role may not read everything: ${message}`;
  // Anybody may read this: nothing of where the database is, and of whom it knows.
  const state = isDatabaseUnavailable(error) ? error.sqlState : code;
  return `the database does not answer${state ? ` (${state})` : ''}`;
}
