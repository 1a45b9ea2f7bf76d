import { BackupError } from '@/lib/db/backup/errors';
import {
  endSchema,
  formatSchema,
  manifestSchema,
  FORMAT_VERSION,
  type BackedUpTable,
  type BackupManifest,
} from '@/lib/db/backup/manifest';
import { END_ENTRY, EntriesChecksum, MANIFEST_ENTRY, pieceName, type ArchiveEntry } from './entries';
import { damaged, noBackup, readArchive } from './read-archive';

/** What is done with the parts of a backup while it is read. */
export interface BackupVisitor {
  manifest?: (manifest: BackupManifest) => void | Promise<void>;
  /** Takes the rows of a table as COPY wrote them, in pieces; all of them have to be taken. */
  table?: (table: BackedUpTable, pieces: AsyncIterable<Buffer>) => Promise<void>;
}

/**
 * Reads a backup from its beginning to its end.
 *
 * What the visitor is given is known to be whole only when this has returned.
 * @throws BackupError where the file is missing, no backup, of a newer release, cut off or altered
 */
export async function readBackup(file: string, visitor: BackupVisitor = {}): Promise<BackupManifest> {
  const reading = new Reading(file);
  try {
    if ((await reading.peek())?.name !== MANIFEST_ENTRY) throw noBackup(file);
    const manifest = readManifest(file, await reading.take(MANIFEST_ENTRY));
    await visitor.manifest?.(manifest);
    for (const table of manifest.tables) await readTable(reading, table, visitor);
    const sha256 = reading.checksum.digest();
    const end = endSchema.safeParse(readJson((await reading.take(END_ENTRY, false)).bytes));
    if (end.data?.sha256 !== sha256) throw damaged(file, 'its checksum is another one');
    if (await reading.peek()) throw damaged(file, 'something stands behind its end');
    return manifest;
  } finally {
    await reading.close();
  }
}

/** The entries of a backup, with one in sight. */
class Reading {
  readonly checksum = new EntriesChecksum();
  private readonly entries: AsyncGenerator<ArchiveEntry, void, void>;
  private next: ArchiveEntry | null = null;
  readonly file: string;

  constructor(file: string) {
    this.file = file;
    this.entries = readArchive(file);
  }

  /** Gives the next entry and leaves it there; null at the end. */
  async peek(): Promise<ArchiveEntry | null> {
    return (this.next ??= (await this.entries.next()).value ?? null);
  }

  async take(name: string, isSummed = true): Promise<ArchiveEntry> {
    const entry = await this.peek();
    if (entry?.name !== name) throw damaged(this.file, `${name} is missing`);
    this.next = null;
    if (isSummed) this.checksum.add(entry);
    return entry;
  }

  async close(): Promise<void> {
    await this.entries.return();
  }
}

function readManifest(file: string, { bytes }: ArchiveEntry): BackupManifest {
  const content = readJson(bytes);
  const format = formatSchema.safeParse(content);
  if (!format.success) throw noBackup(file);
  const { formatVersion, gongbao } = format.data;
  if (formatVersion > FORMAT_VERSION)
    throw new BackupError(
      `${file} was made by a newer gongbao (${gongbao}). Restore it with that release, or a newer one.`,
    );
  const manifest = manifestSchema.safeParse(content);
  if (!manifest.success) throw damaged(file, `its ${MANIFEST_ENTRY} is not as it was written`);
  return manifest.data;
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

async function readTable(reading: Reading, table: BackedUpTable, visitor: BackupVisitor): Promise<void> {
  let rows = 0;
  async function* pieces(): AsyncGenerator<Buffer, void, void> {
    for (let piece = 1; ; piece++) {
      const name = pieceName(table.name, piece);
      if ((await reading.peek())?.name !== name) return;
      const { bytes } = await reading.take(name);
      rows += countCopiedRows(bytes);
      yield bytes;
    }
  }
  const all = pieces();
  if (visitor.table) await visitor.table(table, all);
  for await (const _ of all);
  if (String(rows) !== table.rows)
    throw damaged(reading.file, `it has ${rows} rows of ${table.name}, and should have ${table.rows}`);
}

const NEWLINE = 10;

/** Counts the rows in the text that COPY writes: a line each, whatever they hold. */
export function countCopiedRows(bytes: Uint8Array): number {
  let rows = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) rows += 1;
  return rows;
}
