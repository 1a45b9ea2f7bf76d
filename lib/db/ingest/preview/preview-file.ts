import type { PrismaClient } from '@/lib/db/generated/client';
import { municipalitySlugs } from '@/lib/addresses/slugs';
import { assignSlugs } from '@/lib/db/ingest/addresses';
import { planStoring } from '@/lib/db/ingest/guard/plan-storing';
import { refuseErased } from '@/lib/db/ingest/guard/refuse-erased';
import { describeLoss } from '@/lib/db/ingest/guard/text-loss';
import { findByHash, findByPath, findReplaced } from '@/lib/db/ingest/identity';
import type { PreparedFile } from '@/lib/db/ingest/reading/prepared-file';
import type { FilePreview } from './preview';
import { previewDocuments } from './preview-documents';

const TIME_LIMIT = 10 * 60 * 1000;

/**
 * Tells what storing a file would do to what is held, by reading alone: PostgreSQL refuses to write
 * in its transaction.
 * @param options.replace as for an ingest
 * @throws ClaimConflict when another file holds what this one claims
 * @throws SourceFileError where it has words that were erased from one of its documents
 */
export async function previewFile(
  prisma: PrismaClient,
  { file, source }: PreparedFile,
  { replace }: { replace: boolean },
): Promise<FilePreview> {
  return prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SET TRANSACTION READ ONLY`;
      const same = await findByHash(transaction, file.hash);
      const held = same ?? (await findByPath(transaction, file.path));
      const precedence = { thisRun: new Set<number>(), replace };
      const replaced = await findReplaced(transaction, file, source, held, precedence);
      const found = await transaction.municipality.findUnique({
        where: { name: source.municipality },
        select: { id: true, slug: true },
      });
      const plan = await planStoring(
        transaction,
        source,
        found?.slug ?? null,
        replaced.map(({ id }) => id),
      );
      await refuseErased(transaction, file.path, source, plan.succession);
      const slugs = found
        ? await assignSlugs(transaction, found, source.documents, plan.succession.formerOf)
        : new Map(source.documents.map((document) => [document, document.preferredSlug]));
      const [first] = municipalitySlugs(source.municipality);
      return {
        replaces: replaced.map(({ path, name }) => path ?? name),
        isHeld: same !== null,
        stops: plan.losses.map(({ former: { title, docNumber }, ...loss }) => ({
          reason: describeLoss({ former: { title, docNumber }, ...loss }),
          title,
          docNumber,
          ...loss,
        })),
        documents: previewDocuments(plan, { municipality: found?.slug ?? first ?? '', slugs }),
      };
    },
    { isolationLevel: 'RepeatableRead', timeout: TIME_LIMIT, maxWait: TIME_LIMIT },
  );
}
