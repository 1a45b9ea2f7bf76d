import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { BackupError } from './errors';

/** Milliseconds after which an unfinished file that nobody writes was left by a dead process. */
const DEAD_AFTER = 10 * 60_000;

/**
 * Writes a file that is there whole or not at all.
 *
 * It grows under the name `FILE.unfinished`; when it is on the disk it gets its own.
 * @throws BackupError where it is there already, or cannot be written
 */
export async function writeNewFile(
  file: string,
  { overwrite }: { overwrite: boolean },
  write: (output: Writable) => Promise<void>,
): Promise<void> {
  await refuseTaken(file, overwrite);
  const unfinished = `${file}.unfinished`;
  const handle = await openUnfinished(unfinished, file);
  // Not the stream of the handle, which would be closed before all is on the disk.
  const output = createWriteStream(unfinished, { fd: handle.fd, autoClose: false });
  output.on('error', () => undefined);
  const remove = (): void => rmSync(unfinished, { force: true });
  process.once('exit', remove);
  try {
    await write(output);
    await handle.sync();
    await handle.close();
    // Another one may have come meanwhile.
    await refuseTaken(file, overwrite);
    await rename(unfinished, file);
    await syncFolder(path.dirname(file));
  } catch (error) {
    // A write may be under way.
    if (!output.closed) await once(output.destroy(), 'close');
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw asSentence(file, error);
  } finally {
    process.off('exit', remove);
  }
}

async function refuseTaken(file: string, overwrite: boolean): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null) return;
  if (!found.isFile()) throw new BackupError(`${file} is there and no file. Name a file that is to be made.`);
  if (!overwrite) throw new BackupError(`${file} is there already. Name another file, or add --overwrite.`);
}

async function openUnfinished(unfinished: string, file: string): Promise<FileHandle> {
  const found = await stat(unfinished).catch(() => null);
  if (found && Date.now() - found.mtimeMs > DEAD_AFTER) await rm(unfinished, { force: true });
  try {
    return await open(unfinished, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new BackupError(
        `${unfinished} is there: another backup is writing it. If one was ended by force, remove that file.`,
        { cause: error },
      );
    throw asSentence(file, error);
  }
}

/** The new name is part of the folder. Not every system can force that to disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const REASONS: Record<string, string> = {
  ENOSPC: 'no space is left there',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file system takes no file of this size',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is none',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'the name is too long',
};

function asSentence(file: string, error: unknown): unknown {
  const reason = REASONS[codeOf(error)];
  return reason === undefined || error instanceof BackupError
    ? error
    : new BackupError(`${file} could not be written: ${reason}. No backup was made.`, { cause: error });
}
