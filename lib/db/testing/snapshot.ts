import type { PrismaClient } from '@/lib/db/generated/client';

/**
 * Gives everything that readers can see of a database, without the ids: what stands at which address and who links whom. Two databases with equal snapshots show
 * the same pages.
 */
export async function takeSnapshot(prisma: PrismaClient) {
  const documentName = { select: { slug: true, municipality: { select: { slug: true } } } } as const;
  const [municipalities, issues, documents, sections, citations] = await Promise.all([
    prisma.municipality.findMany({ select: { name: true, slug: true, sample: true }, orderBy: { slug: 'asc' } }),
    prisma.issue.findMany({
      omit: { id: true, municipalityId: true, sourceFileId: true },
      include: {
        municipality: { select: { slug: true } },
        tocGroups: {
          select: {
            heading: true,
            entries: { select: { title: true, document: documentName }, orderBy: { position: 'asc' } },
          },
          orderBy: { position: 'asc' },
        },
      },
      orderBy: [{ municipality: { slug: 'asc' } }, { year: 'asc' }, { number: 'asc' }],
    }),
    prisma.document.findMany({
      omit: { id: true, municipalityId: true, sourceFileId: true, issueId: true },
      include: { municipality: { select: { slug: true } }, issue: { select: { year: true, number: true } } },
      orderBy: [{ municipality: { slug: 'asc' } }, { slug: 'asc' }],
    }),
    prisma.section.findMany({
      omit: { id: true, documentId: true },
      include: { document: documentName },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
    prisma.citation.findMany({
      omit: { id: true, documentId: true, sectionId: true, targetDocumentId: true },
      include: { document: documentName, section: { select: { address: true } }, target: documentName },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
  ]);
  return { municipalities, issues, documents, sections, citations };
}
