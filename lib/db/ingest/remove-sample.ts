import path from 'node:path';
import type { PrismaClient } from '@/lib/db/generated/client';
import { refreshStatistics } from '@/lib/db/search/upkeep/statistics';
import { listCorrectionsFiles, removeCorrections } from './corrections/corrections-files';
import { relink, removeSourceFiles } from './store';
import { storeAlone } from './transaction';

const FOLDER = path.join('prisma', 'sample-corpus');

/**
 * Takes out everything of the invented municipality, and the corrections of the sample corpus.
 * @returns how many files were taken out
 */
export async function removeSample(prisma: PrismaClient): Promise<number> {
  const ofSample = { municipality: { sample: true } };
  const removed = await storeAlone(prisma, async (transaction) => {
    const files = await transaction.sourceFile.findMany({
      where: { OR: [{ issue: ofSample }, { documents: { some: ofSample } }] },
      select: { id: true },
    });
    const ids = files.map(({ id }) => id);
    const samples = await transaction.municipality.findMany({ where: { sample: true }, select: { slug: true } });
    // Nothing of it is remembered: nobody has shared an address of an invented place.
    const municipality = { in: samples.map(({ slug }) => slug) };
    await transaction.event.deleteMany({ where: { municipality } });
    await transaction.ledgerDocument.deleteMany({ where: { municipality } });
    await transaction.formerIssue.deleteMany({ where: { municipality } });
    if (ids.length > 0)
      await relink(transaction, await removeSourceFiles(transaction, ids), { documents: [], documentIds: [] });
    return ids.length;
  });
  for (const file of await listCorrectionsFiles(prisma))
    if (path.dirname(file).endsWith(FOLDER)) await removeCorrections(prisma, file);
  if (removed > 0) await refreshStatistics(prisma);
  return removed;
}
