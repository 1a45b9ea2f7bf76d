import type { PrismaClient } from '@/lib/db/generated/client';
import { searchScheme } from '@/lib/search/text/scheme';
import { refreshStatistics, sortNewGrams } from '@/lib/db/search/upkeep/statistics';
import type { FileReport } from '@/lib/db/ingest/report';
import { countOutdated, listOutdated } from './list-outdated';
import { readAnew } from './read-anew';

/** How outdated files are read anew. */
export interface OutdatedOptions {
  prisma: PrismaClient;
  /** Take what is read although held text is lost by it. */
  accept?: boolean;
  /** Called once with the number of outdated files. */
  onStart?: (count: number) => void;
  /** Called after each file, and for one that failed when it is sure. */
  onFile?: (file: FileReport) => void;
}

/** What became of the outdated files. */
export interface OutdatedReport {
  replaced: number;
  failed: number;
  /** Files that are outdated still: those that failed, and those that another run is reading. */
  outdated: number;
}

/** Files that are read anew at once: while one is stored, the next one is parsed. */
const AT_ONCE = 2;
/** Milliseconds after which new grams are sorted into the index. */
const SORT_EVERY = 60_000;

/**
 * Reads every held file anew whose rows another version made, from its kept bytes.
 *
 * Each is one transaction: broken off at any moment it goes on at the next call, and two calls at
 * once share the work. A file that fails keeps its former rows, and is tried once; one that is in
 * conflict with another is tried again when others have changed.
 * @throws Error only when the database is away
 */
export async function readOutdated({
  prisma,
  accept = false,
  onStart,
  onFile,
}: OutdatedOptions): Promise<OutdatedReport> {
  onStart?.(await countOutdated(prisma));
  const hadOtherSchemes = await holdsOtherSchemes(prisma);
  const failed = new Set<number>();
  const conflicts = new Map<number, FileReport>();
  let replaced = 0;
  let sortedAt = Date.now();
  const readNext = async (ids: AsyncGenerator<number, void, void>): Promise<void> => {
    // Several loops take from one list.
    for (let next = await ids.next(); !next.done; next = await ids.next()) {
      const id = next.value;
      if (failed.has(id)) continue;
      const read = await readAnew(prisma, id, { accept });
      conflicts.delete(id);
      if (!read) continue;
      if (read.isConflict) conflicts.set(id, read.report);
      else {
        if (read.report.outcome === 'failed') failed.add(id);
        else replaced++;
        onFile?.(read.report);
      }
      if (Date.now() - sortedAt > SORT_EVERY) {
        sortedAt = Date.now();
        await sortNewGrams(prisma);
      }
    }
  };
  for (let before = -1; replaced > before;) {
    before = replaced;
    const ids = listOutdated(prisma);
    await Promise.all(Array.from({ length: AT_ONCE }, () => readNext(ids)));
  }
  for (const report of conflicts.values()) onFile?.(report);
  // Codes that no row had before were never counted.
  if (replaced > 0) await refreshStatistics(prisma, { always: hadOtherSchemes });
  return { replaced, failed: failed.size + conflicts.size, outdated: await countOutdated(prisma) };
}

const holdsOtherSchemes = async (prisma: PrismaClient): Promise<boolean> =>
  (await prisma.sourceFile.count({ where: { searchScheme: { not: searchScheme } }, take: 1 })) > 0;
