import { createTarDecoder } from 'modern-tar';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { constants, createGunzip, type Gunzip } from 'node:zlib';
import { BackupError } from '@/lib/db/backup/errors';
import { FOLDER, LARGEST_ENTRY, type ArchiveEntry } from './entries';

const CHUNK = 1 << 18;

/**
 * Reads the entries of a backup file, one after the other.
 * @throws BackupError where it is missing, no such archive, cut off or altered
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry, void, void> {
  const size = await sizeOf(file);
  const gunzip = createGunzip({ chunkSize: CHUNK });
  let entries = 0;
  try {
    for await (const { header, body } of entriesOf(file, gunzip)) {
      const { name, type, size: length } = header;
      if (type !== 'file' || !name.startsWith(FOLDER) || length > LARGEST_ENTRY) throw noBackup(file);
      const chunks: Uint8Array[] = [];
      for await (const chunk of body) chunks.push(chunk);
      entries += 1;
      yield { name: name.slice(FOLDER.length), bytes: Buffer.concat(chunks) };
    }
  } catch (error) {
    throw asProblem(file, error, entries > 0 || (await beginsLikeBackup(file)));
  } finally {
    gunzip.destroy();
  }
  // Behind the end of the compressed data gunzip reads no further.
  if (gunzip.bytesWritten !== size) throw damaged(file, 'something stands behind its end');
}

interface TarEntry {
  header: { name: string; type?: string; size: number };
  body: AsyncIterable<Uint8Array>;
}

function entriesOf(file: string, gunzip: Gunzip): AsyncIterable<TarEntry> {
  // What goes wrong is told by the stream that is read.
  pipeline(createReadStream(file, { highWaterMark: CHUNK }), gunzip, () => undefined);
  const chunks = gunzip[Symbol.asyncIterator]() as AsyncIterableIterator<Uint8Array<ArrayBuffer>>;
  // Not Readable.toWeb: a stream that is destroyed while it flows would end the process.
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const next: IteratorResult<Uint8Array<ArrayBuffer>, unknown> = await chunks.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => {
      gunzip.destroy();
    },
  });
  return bytes.pipeThrough(createTarDecoder({ strict: true }));
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  if (!found.isFile()) throw new BackupError(`${file} is no file. Name a file that npm run backup has made.`);
  if (found.size === 0) throw damaged(file, 'it is empty');
  return found.size;
}

/** Whether what can be read of the beginning of a file is that of a backup. */
function beginsLikeBackup(file: string): Promise<boolean> {
  return new Promise((resolve) => {
    const beginning = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    beginning.once('data', (chunk: Buffer) => resolve(chunk.toString('latin1', 0, FOLDER.length) === FOLDER));
    pipeline(createReadStream(file, { end: 1023 }), beginning, () => resolve(false));
  });
}

/** Says what an error of a stream means. */
function asProblem(file: string, error: unknown, isBackup: boolean): unknown {
  if (!(error instanceof Error) || error instanceof BackupError) return error;
  const code = 'code' in error ? String(error.code) : '';
  if ('syscall' in error) return unreadable(file, error);
  if (code === 'Z_BUF_ERROR' || /truncated/.test(error.message)) return damaged(file, 'it ends in the middle');
  return isBackup ? damaged(file, `its bytes were altered (${error.message})`) : noBackup(file);
}

const unreadable = (file: string, error: unknown): BackupError =>
  new BackupError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`, {
    cause: error,
  });

/** Gives the error for a file that never was a backup. */
export const noBackup = (file: string): BackupError =>
  new BackupError(`${file} is no backup of gongbao. Name a file that npm run backup has made.`);

/** Gives the error for a backup that is not as it was made. */
export const damaged = (file: string, how: string): BackupError =>
  new BackupError(`${file} is damaged: ${how}. Take another backup; nothing was changed.`);
