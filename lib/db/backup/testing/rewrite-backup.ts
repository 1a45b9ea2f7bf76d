import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { END_ENTRY, type ArchiveEntry } from '@/lib/db/backup/archive/entries';
import { readArchive } from '@/lib/db/backup/archive/read-archive';
import { writeArchive } from '@/lib/db/backup/archive/write-archive';

/**
 * Writes a backup anew with other entries, and a checksum that fits them.
 * @param change gives the text of an entry, null to leave it out
 * @returns the new file
 */
export async function rewriteBackup(
  file: string,
  change: (name: string, text: string) => string | null,
): Promise<string> {
  async function* entries(): AsyncGenerator<ArchiveEntry, void, void> {
    for await (const { name, bytes } of readArchive(file)) {
      const text = name === END_ENTRY ? null : change(name, bytes.toString('utf8'));
      if (text !== null) yield { name, bytes: Buffer.from(text) };
    }
  }
  const written = path.join(tmpdir(), `gongbao-rewritten-${randomBytes(6).toString('hex')}.tar.gz`);
  await writeArchive(createWriteStream(written), entries());
  return written;
}
