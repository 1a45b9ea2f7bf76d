import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, type ClientBase } from 'pg';

/**
 * The number of the advisory lock that Prisma's own `migrate deploy` takes; the second caller
 * waits.
 */
const PRISMA_ADVISORY_LOCK = 72707369;

const MIGRATIONS_FOLDER = path.join(process.cwd(), 'prisma', 'migrations');

/** The table as Prisma creates it, so that `prisma migrate status` can read it. */
const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                  VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"            VARCHAR(64) NOT NULL,
    "finished_at"         TIMESTAMPTZ,
    "migration_name"      VARCHAR(255) NOT NULL,
    "logs"                TEXT,
    "rolled_back_at"      TIMESTAMPTZ,
    "started_at"          TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

/** A migration that cannot be applied. The message names the file and says what to do. */
class MigrationError extends Error {
  override name = 'MigrationError';
}

/** A migration as its file has it. */
export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * Applies the pending migrations to a database, each in a transaction of its own.
 * @param url connection string of PostgreSQL
 * @param folder with a folder for each migration; by default prisma/migrations of the project
 * @returns the names of those that were applied, in order
 * @throws MigrationError when one fails and is rolled back, or when the database has migrations
 * that differ from the files
 */
export async function migrate(url: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: url, application_name: 'gongbao migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_ADVISORY_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const pending = findPending(migrations, await readApplied(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Ends the session, which also releases the advisory lock.
    await client.end();
  }
}

/** How a database and the files in prisma/migrations differ. */
export interface MigrationState {
  /** Those that are still to be applied, in order. */
  pending: string[];
  /** Applied ones that the files do not have: the database is that of a later version. */
  later: string[];
}

/**
 * Compares a database with the files, and writes nothing. A role that only reads is enough.
 * @param url connection string of PostgreSQL, also of a standby
 * @throws MigrationError when an applied one differs from its file, or was never finished
 */
export async function readMigrationState(
  url: string,
  folder = path.join(process.cwd(), 'prisma', 'migrations'),
): Promise<MigrationState> {
  const migrations = await readMigrations(folder);
  const names = new Set(migrations.map(({ name }) => name));
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ table: string | null }>(
      `SELECT to_regclass('"_prisma_migrations"')::text AS "table"`,
    );
    const applied = rows[0]?.table ? await readApplied(client) : [];
    const later = applied.filter((row) => !names.has(row.migration_name));
    const known = applied.filter((row) => names.has(row.migration_name));
    return {
      pending: findPending(migrations, known).map(({ name }) => name),
      later: later.map((row) => row.migration_name),
    };
  } finally {
    await client.end();
  }
}

/**
 * Applies migrations in the transaction of the caller, which may do other things too.
 *
 * They make their tables where the search_path points.
 * @throws MigrationError when one fails; then the transaction can only be rolled back
 */
export async function migrateWithin(client: ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(MIGRATIONS_TABLE);
  for (const migration of migrations) {
    await run(client, migration).catch((error: unknown) => {
      throw failureOf(migration, error);
    });
  }
}

/**
 * Reads every `<folder>/<name>/migration.sql` in the order of the names, which begin with their
 * date.
 *
 * A folder that does not exist has no migrations.
 */
export async function readMigrations(folder = MIGRATIONS_FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readApplied(client: Client): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows;
}

function findPending(migrations: Migration[], applied: AppliedRow[]): Migration[] {
  const files = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const file = files.get(row.migration_name);
    if (!row.finished_at) {
      throw new MigrationError(
        `Migration ${row.migration_name} was begun by another tool and never finished. Repair the database, then \`npx prisma migrate resolve\`.`,
      );
    }
    if (!file) {
      throw new MigrationError(
        `The database holds migration ${row.migration_name}, which prisma/migrations does not: this copy of gongbao is older than its database. Update it, or use another DATABASE_URL.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `prisma/migrations/${row.migration_name}/migration.sql was changed after it was applied to this database. Restore the file and put the change into a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function apply(client: Client, migration: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await run(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw failureOf(migration, error);
  }
}

async function run(client: ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query(sql);
  await client.query(
    'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, clock_timestamp(), 1)',
    [randomUUID(), checksum, name, startedAt],
  );
}

const failureOf = ({ name, sql }: Migration, error: unknown): MigrationError =>
  new MigrationError(`prisma/migrations/${name}/migration.sql failed and was rolled back: ${describe(error, sql)}`, {
    cause: error,
  });

/** Describes an error of PostgreSQL, which gives a position in characters, with the line. */
function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error);
  const position = 'position' in error ? Number(error.position) : NaN;
  return Number.isInteger(position)
    ? `${error.message} (line ${String(sql.slice(0, position).split('\n').length)})`
    : error.message;
}
