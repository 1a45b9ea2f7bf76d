import type { PrismaClient } from '@/lib/db/generated/client';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';

/** Ids that are read at once. */
const PAGE = 500;

const isOutdated = { parserVersion: { not: storedVersion } } as const;

/** Counts the source files whose rows another version made. */
export const countOutdated = (prisma: PrismaClient): Promise<number> => prisma.sourceFile.count({ where: isOutdated });

/**
 * Lists the ids of the source files whose rows another version made, the newest first.
 *
 * Files that are stored while it goes on have greater ids, and are not listed: it ends.
 */
export async function* listOutdated(prisma: PrismaClient): AsyncGenerator<number, void, void> {
  for (let below: number | undefined; ;) {
    const rows = await prisma.sourceFile.findMany({
      where: { ...isOutdated, ...(below !== undefined && { id: { lt: below } }) },
      select: { id: true },
      orderBy: { id: 'desc' },
      take: PAGE,
    });
    for (const { id } of rows) yield id;
    below = rows.at(-1)?.id;
    if (below === undefined) return;
  }
}
