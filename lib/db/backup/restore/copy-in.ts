import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { countCopiedRows, readBackup } from '@/lib/db/backup/archive/read-backup';
import type { CopyProgress } from '@/lib/db/backup/back-up';
import { BackupError } from '@/lib/db/backup/errors';
import type { BackedUpTable, BackupManifest } from '@/lib/db/backup/manifest';
import { columnList, qualified } from '@/lib/db/backup/session';
import { COMPUTED_TABLES, listTables, type StoredTable } from '@/lib/db/backup/tables';

/**
 * Finds the tables of a schema that a backup fills.
 * @param without tables of the backup that are left out
 * @throws BackupError where one is not there, or lacks a column
 */
export async function findFilled(
  client: ClientBase,
  schema: string,
  { tables }: BackupManifest,
  without: readonly string[],
): Promise<StoredTable[]> {
  const leftOut = new Set<string>([...COMPUTED_TABLES, ...without]);
  const held = await listTables(client, schema);
  const byName = new Map(held.map((table) => [table.name, table]));
  const wanted = tables.filter(({ name }) => !leftOut.has(name));
  for (const { name, columns } of wanted) {
    const table = byName.get(name);
    if (!table)
      throw new BackupError(
        `The backup has a table ${name}, which gongbao does not make. If you made it, leave it out: --without ${name}`,
      );
    const missing = columns.filter((column) => !table.columns.includes(column));
    if (missing.length > 0)
      throw new BackupError(`The backup has columns of ${name} that gongbao does not make: ${missing.join(', ')}.`);
  }
  const names = new Set(wanted.map(({ name }) => name));
  return held.filter(({ name }) => names.has(name));
}

/** A backup that was checked, to be copied. */
export interface CheckedBackup {
  file: string;
  manifest: BackupManifest;
  onRows: CopyProgress['onRows'];
}

/**
 * Copies the rows of a backup into tables.
 * @throws BackupError where the file is not the one that was checked
 */
export async function copyIn(
  client: ClientBase,
  { file, manifest: checked, onRows }: CheckedBackup,
  schema: string,
  tables: readonly StoredTable[],
): Promise<void> {
  const isFilled = new Set(tables.map(({ name }) => name));
  await readBackup(file, {
    manifest: (manifest) => {
      if (JSON.stringify(manifest) !== JSON.stringify(checked))
        throw new BackupError(`${file} was changed while it was read. Nothing was restored.`);
    },
    table: async (table, pieces) => {
      if (isFilled.has(table.name)) await copyTable(client, schema, table, pieces, onRows);
    },
  });
}

async function copyTable(
  client: ClientBase,
  schema: string,
  { name, columns, rows }: BackedUpTable,
  pieces: AsyncIterable<Buffer>,
  onRows: CopyProgress['onRows'],
): Promise<void> {
  async function* told(): AsyncGenerator<Buffer, void, void> {
    for await (const piece of pieces) {
      yield piece;
      onRows?.(name, countCopiedRows(piece));
    }
  }
  const stream: CopyStreamQuery = client.query(
    copyFrom(`COPY ${qualified(schema, name)} (${columnList(columns)}) FROM STDIN`),
  );
  await pipeline(told(), stream);
  if (String(stream.rowCount) !== rows)
    throw new BackupError(`${stream.rowCount} rows of ${name} were copied, and the backup has ${rows}.`);
}
