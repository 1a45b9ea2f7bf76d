import { Client } from 'pg';
import { readBackup } from '@/lib/db/backup/archive/read-backup';
import type { CopyProgress } from '@/lib/db/backup/back-up';
import { BackupError } from '@/lib/db/backup/errors';
import type { BackupManifest } from '@/lib/db/backup/manifest';
import { columnList, prepareSession, qualified } from '@/lib/db/backup/session';
import { COMPUTED_TABLES, listTables, type StoredTable } from '@/lib/db/backup/tables';
import { keepIngestsOut } from '@/lib/db/ingest/transaction';
import { migrate, migrateWithin, readMigrations, type Migration } from '@/lib/db/migrate';
import { computeAll } from './compute';
import { copyIn, findFilled } from './copy-in';
import { inOneTransaction } from './one-transaction';
import { RestorePlace } from './place';
import { readSequences } from '@/lib/db/backup/sequences';

/** How a restore goes on. */
export interface RestoreOptions extends CopyProgress {
  /** Take the place of what the database holds; else it has to be empty. */
  replace?: boolean;
  /** Tables of the backup that are left out. */
  without?: readonly string[];
  /** Of the file, where it was checked just before. */
  checked?: BackupManifest;
  /** Folder of migrations; by default the project's. */
  migrations?: string;
  /** Called before each step that is no copying. */
  onStep?: (step: string) => void;
}

/** Holds the rows of an older release while they are brought up to date. */
const SIDE_SCHEMA = 'gongbao_restore';

/**
 * Fills a database from a backup: all of it or nothing.
 *
 * The file is read twice, so that one that is damaged changes nothing at all. Everything else is
 * one transaction: readers see what was until it is done.
 * @throws BackupError where the file cannot be restored here, or the database is not empty
 */
export async function restoreBackup(url: string, file: string, options: RestoreOptions = {}): Promise<BackupManifest> {
  const { replace = false, without = [], onStep = () => undefined, onRows, onManifest } = options;
  const manifest = options.checked ?? (await readBackup(file));
  const level = levelOf(manifest, await readMigrations(options.migrations));
  onManifest?.(manifest);
  for (const name of await migrate(url, options.migrations)) onStep(`migrated: ${name}`);
  const filled = await inOneTransaction(url, async ({ transaction, client }) => {
    await prepareSession(client);
    await keepIngestsOut(transaction);
    const place = await RestorePlace.take(client, manifest, { replace, onStep });
    const copy = { client, file, manifest, without, onRows, onStep };
    const tables = level.after.length === 0 ? await restoreHere(copy, place) : await restoreBeside(copy, place, level);
    for (const { name } of tables) await client.query(`ANALYZE ${qualified(place.schema, name)}`);
    await computeAll(transaction, (names) => onStep(`Computing ${names}`));
    return [...tables.map(({ name }) => name), ...COMPUTED_TABLES].map((name) => qualified(place.schema, name));
  });
  onStep('Tidying up');
  // All is there; the database would do the rest by itself, later.
  await vacuum(url, filled).catch((error: unknown) => onStep(`Not all was tidied up: ${String(error)}`));
  return manifest;
}

interface Level {
  /** Migrations that the database of the backup had. */
  before: Migration[];
  /** Those that came later. */
  after: Migration[];
}

/**
 * Tells the migrations of a backup from those that came later.
 * @throws BackupError where it has others than this release
 */
function levelOf({ migrations, gongbao }: BackupManifest, known: readonly Migration[]): Level {
  const files = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of migrations) {
    const file = files.get(name);
    if (!file)
      throw new BackupError(
        `The backup was made by a newer gongbao (${gongbao}, with migration ${name}). Restore it with that release, or a newer one.`,
      );
    if (file.checksum !== checksum)
      throw new BackupError(
        `The backup was made with another prisma/migrations/${name}/migration.sql. Restore it with the release that made it (${gongbao}).`,
      );
  }
  const had = new Set(migrations.map(({ name }) => name));
  return { before: known.filter(({ name }) => had.has(name)), after: known.filter(({ name }) => !had.has(name)) };
}

type Copy = Parameters<typeof copyIn>[1] & {
  client: Parameters<typeof copyIn>[0];
  without: readonly string[];
  onStep: (step: string) => void;
};

/** Copies the rows of a backup of this release to where they belong. */
async function restoreHere(copy: Copy, place: RestorePlace): Promise<StoredTable[]> {
  const tables = await findFilled(copy.client, place.schema, copy.manifest, copy.without);
  const { state, sequences } = copy.manifest;
  await place.fill(tables, { revision: state?.revision ?? '0', sequences }, () =>
    copyIn(copy.client, copy, place.schema, tables),
  );
  return tables;
}

/**
 * Copies the rows of an older release into tables as it had them, brings those up to date, and
 * copies them from there.
 */
async function restoreBeside(copy: Copy, place: RestorePlace, { before, after }: Level): Promise<StoredTable[]> {
  const { client, manifest, without, onStep } = copy;
  await client.query(`CREATE SCHEMA ${SIDE_SCHEMA}`);
  const setBack = await setSchema(client, SIDE_SCHEMA);
  await migrateWithin(client, before);
  const side = new RestorePlace(client, SIDE_SCHEMA, { isEmpty: true, revision: '0', onStep });
  const former = await findFilled(client, side.schema, manifest, without);
  await side.fill(former, { revision: '0', sequences: manifest.sequences }, () =>
    copyIn(client, copy, side.schema, former),
  );
  onStep('Bringing the rows up to date');
  await migrateWithin(client, after);
  await setBack();
  const tables = await listTables(client, side.schema);
  const given = { revision: manifest.state?.revision ?? '0', sequences: await readSequences(client, side.schema) };
  await place.fill(tables, given, async () => {
    for (const { name, columns } of tables) {
      const list = columnList(columns);
      await client.query(
        `INSERT INTO ${qualified(place.schema, name)} (${list}) OVERRIDING SYSTEM VALUE SELECT ${list} FROM ${qualified(side.schema, name)}`,
      );
    }
  });
  await client.query(`DROP SCHEMA ${SIDE_SCHEMA} CASCADE`);
  return tables;
}

/** Lets names mean the tables of a schema, in this transaction; gives what sets it back. */
async function setSchema(client: Copy['client'], schema: string): Promise<() => Promise<unknown>> {
  const { rows } = await client.query<{ path: string }>(`SELECT current_setting('search_path') AS "path"`);
  const set = (path: string) => client.query(`SELECT set_config('search_path', $1, true)`, [path]);
  await set(schema);
  return () => set(rows[0]!.path);
}

/** Frees the space of what was replaced, and marks what all readers see. */
async function vacuum(url: string, tables: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'gongbao restore' });
  await client.connect();
  try {
    for (const table of tables) await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    await client.end();
  }
}
