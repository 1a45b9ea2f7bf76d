import path from 'node:path';
import pLimit from 'p-limit';
import { fingerprint } from '@/lib/source-files';
import type { PrismaClient } from '@/lib/db/generated/client';
import { findHeld, type KeptSource } from '@/lib/db/ingest/identity';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import type { SizedFile } from './read-ahead';

/** A file of a run, and what is known of it before it is read. */
export interface PlannedFile extends SizedFile {
  /** Without folders. */
  name: string;
  /** Of its bytes; null where it cannot be read. */
  hash: string | null;
  /** The source file with these bytes and present rows; null where it has to be read. */
  held: KeptSource | null;
}

/** Files that are looked at before the database is asked about them. */
const BATCH = 1000;
/** Files that are opened at once. */
const AT_ONCE = 16;

/**
 * Looks which files are held already, without parsing any: one query for a thousand.
 * @param prisma null where nothing is held
 */
export async function planFiles(
  files: readonly Pick<SizedFile, 'path' | 'municipality'>[],
  prisma: PrismaClient | null,
): Promise<PlannedFile[]> {
  const limit = pLimit(AT_ONCE);
  const planned: PlannedFile[] = [];
  for (let from = 0; from < files.length; from += BATCH) {
    const batch = files.slice(from, from + BATCH);
    const prints = await Promise.all(batch.map(({ path: file }) => limit(() => fingerprint(file))));
    const held = prisma && (await findHeld(prisma, listHashes(prints)));
    for (const [at, file] of batch.entries()) {
      const print = prints[at] ?? null;
      const source = print && held?.get(print.hash);
      planned.push({
        ...file,
        name: path.basename(file.path),
        size: print?.size ?? 0,
        hash: print?.hash ?? null,
        held: source?.parserVersion === storedVersion ? source : null,
      });
    }
  }
  return planned;
}

const listHashes = (prints: readonly ({ hash: string } | null)[]): string[] =>
  prints.flatMap((print) => (print ? [print.hash] : []));
