import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { Client, DatabaseError, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { MANIFEST_ENTRY, PIECE_BYTES, pieceName, type ArchiveEntry } from './archive/entries';
import { countCopiedRows } from './archive/read-backup';
import { writeArchive } from './archive/write-archive';
import { BackupError } from './errors';
import { FORMAT_VERSION, type BackedUpTable, type BackupManifest } from './manifest';
import { readSequences } from './sequences';
import { columnList, prepareSession } from './session';
import { listTables, MIGRATIONS_TABLE_NAME, PORTAL_TABLE, type StoredTable } from './tables';

/** How a backup is told while it is made, or read. */
export interface CopyProgress {
  onManifest?: (manifest: BackupManifest) => void;
  /** Called with the rows of a table that were copied since the last call. */
  onRows?: (table: string, rows: number) => void;
}

/**
 * Writes all that a database holds, as it is at one moment.
 *
 * Nothing is written to the database and nobody waits for it: a role that may only read is enough,
 * and a hot standby will do.
 * @param url connection string of PostgreSQL
 * @throws BackupError where the database is away, holds no portal, or may not be read
 */
export async function backUp(
  url: string,
  output: Writable,
  { keepOpen = false, onManifest, onRows }: CopyProgress & { keepOpen?: boolean } = {},
): Promise<BackupManifest> {
  const client = new Client({ connectionString: url, application_name: 'gongbao backup' });
  const problems: Error[] = [];
  client.on('error', (error) => problems.push(error));
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await prepareSession(client);
    const manifest = await describeDatabase(client);
    onManifest?.(manifest);
    await writeArchive(output, entriesOf(client, manifest, onRows), {
      keepOpen,
      modified: new Date(manifest.createdAt),
    });
    await client.query('COMMIT');
    return manifest;
  } catch (error) {
    // In the middle of COPY the server would wait until its rows are taken.
    socketOf(client).destroy();
    throw asSentence(problems[0] ?? error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const socketOf = (client: Client): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

async function describeDatabase(client: Client): Promise<BackupManifest> {
  const names = await client.query<{ name: string }>(
    `SELECT "relname" AS "name" FROM pg_class JOIN pg_namespace ON pg_namespace."oid" = "relnamespace"
    WHERE "nspname" = current_schema() AND "relname" IN ($1, $2)`,
    [MIGRATIONS_TABLE_NAME, PORTAL_TABLE],
  );
  const has = (name: string): boolean => names.rows.some((row) => row.name === name);
  if (!has(MIGRATIONS_TABLE_NAME))
    throw new BackupError('The database holds no portal: there is nothing to back up. Check DATABASE_URL.');
  const migrations = await client.query<BackupManifest['migrations'][number]>(
    `SELECT "migration_name" AS "name", "checksum" FROM "${MIGRATIONS_TABLE_NAME}"
    WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL ORDER BY "migration_name" COLLATE "C"`,
  );
  const states = has(PORTAL_TABLE)
    ? await client.query<NonNullable<BackupManifest['state']>>(
        `SELECT "identity"::text, "revision"::text FROM "${PORTAL_TABLE}"`,
      )
    : null;
  const { rows } = await client.query<{ server: string; at: Date }>(
    `SELECT current_setting('server_version') AS "server", now() AS "at"`,
  );
  return {
    format: 'gongbao backup',
    formatVersion: FORMAT_VERSION,
    gongbao: await readRelease(),
    storedVersion,
    createdAt: rows[0]!.at.toISOString(),
    server: rows[0]!.server,
    migrations: migrations.rows,
    state: states?.rows[0] ?? null,
    tables: await countAll(client, await listTables(client)),
    // They stand outside of snapshots: read later, they have given at least the ids of this one.
    sequences: await readSequences(client),
  };
}

/** Also keeps all tables as they are until the end: a migration has to wait. */
async function countAll(client: Client, tables: readonly StoredTable[]): Promise<BackedUpTable[]> {
  const counted: BackedUpTable[] = [];
  for (const { name, columns } of tables) {
    const { rows } = await client.query<{ rows: string }>(
      `SELECT count(*)::text AS "rows" FROM ${escapeIdentifier(name)}`,
    );
    counted.push({ name, columns, rows: rows[0]!.rows });
  }
  return counted;
}

async function* entriesOf(
  client: Client,
  manifest: BackupManifest,
  onRows: CopyProgress['onRows'],
): AsyncGenerator<ArchiveEntry, void, void> {
  yield { name: MANIFEST_ENTRY, bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const { name, columns, rows } of manifest.tables) {
    let written = 0;
    let piece = 0;
    // The long form is for tables in partitions, too.
    const stream = client.query(
      copyTo(`COPY (SELECT ${columnList(columns)} FROM ${escapeIdentifier(name)}) TO STDOUT`),
    );
    for await (const bytes of inPieces(stream)) {
      const count = countCopiedRows(bytes);
      written += count;
      onRows?.(name, count);
      yield { name: pieceName(name, ++piece), bytes };
    }
    if (String(written) !== rows) throw new BackupError(`${name} had ${rows} rows, and ${written} were copied.`);
  }
}

/** Collects chunks into pieces of one size. */
async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    const all = Buffer.concat(waiting);
    let at = 0;
    for (; size - at >= PIECE_BYTES; at += PIECE_BYTES) yield all.subarray(at, at + PIECE_BYTES);
    waiting = at < size ? [all.subarray(at)] : [];
    size -= at;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

async function readRelease(): Promise<string> {
  const file = await readFile(path.join(process.cwd(), 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

/** SQLSTATE of a statement that a standby gave up for what its primary sent. */
const CONFLICT = '40001';
const NOT_PERMITTED = '42501';

/** What Node says of connections, and SQLSTATE of a server that takes none or ends. */
const AWAY = /^(?:E[A-Z]+|08...|57P..|53300)$/;

/** Not of a file. */
const isOfConnection = (error: Error): boolean =>
  error instanceof DatabaseError || ('syscall' in error && !['write', 'fsync', 'open'].includes(String(error.syscall)));

function asSentence(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof BackupError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (error.message === 'Connection terminated unexpectedly' || (AWAY.test(code) && isOfConnection(error)))
    return new BackupError(`The database cannot be reached: ${error.message || code}. No backup was made.`, {
      cause: error,
    });
  if (!(error instanceof DatabaseError)) return error;
  if (error.code === CONFLICT)
    return new BackupError(
      'The standby gave the backup up for what its primary sent. Set hot_standby_feedback = on there, or a longer max_standby_streaming_delay, and make it again.',
      { cause: error },
    );
  if (error.code === NOT_PERMITTED)
    return new BackupError(
      `The role of DATABASE_URL may not read everything (${error.message}). Give it pg_read_all_data, or SELECT on all tables and sequences.`,
      { cause: error },
    );
  return error;
}
