import type { PrismaClient } from '@/lib/db/generated/client';

/**
 * Gives everything that readers can see of a database, without ids.
 *
 * Two databases with equal snapshots show the same pages.
 */
export async function takeSnapshot(prisma: PrismaClient) {
  const documentName = { select: { slug: true, municipality: { select: { slug: true } } } } as const;
  const correction = { select: { kind: true, about: true, printed: true, meant: true, source: true } } as const;
  const [
    municipalities,
    issues,
    documents,
    sections,
    citations,
    clauses,
    operations,
    keyFacts,
    citedNumbers,
    mentionCounts,
    periods,
  ] = await Promise.all([
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
      omit: { id: true, municipalityId: true, sourceFileId: true, issueId: true, correctionId: true },
      include: {
        municipality: { select: { slug: true } },
        issue: { select: { year: true, number: true } },
        correction,
      },
      orderBy: [{ municipality: { slug: 'asc' } }, { slug: 'asc' }],
    }),
    prisma.section.findMany({
      omit: { id: true, documentId: true },
      include: { document: documentName },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
    prisma.citation.findMany({
      omit: { id: true, documentId: true, sectionId: true, targetDocumentId: true, correctionId: true },
      include: { document: documentName, section: { select: { address: true } }, target: documentName, correction },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
    prisma.validityClause.findMany({
      omit: { id: true, documentId: true, sectionId: true },
      include: { document: documentName, section: { select: { address: true } } },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
    prisma.amendmentOperation.findMany({
      omit: { documentId: true, sectionId: true },
      include: { document: documentName, section: { select: { address: true } } },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
    prisma.keyFact.findMany({
      omit: { documentId: true, sectionId: true },
      include: { document: documentName, section: { select: { address: true } } },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
    prisma.citedNumber.findMany({ orderBy: { docNumber: 'asc' } }),
    prisma.mentionCount.findMany({ orderBy: [{ docNumber: 'asc' }, { relation: 'asc' }, { title: 'asc' }] }),
    prisma.validityPeriod.findMany({
      omit: { documentId: true },
      include: { document: documentName },
      orderBy: [{ document: { municipality: { slug: 'asc' } } }, { document: { slug: 'asc' } }, { position: 'asc' }],
    }),
  ]);
  const withoutIds = sections.map((section) => ({
    ...section,
    grams: section.grams.filter(namesNoRow),
    headingGrams: section.headingGrams.filter(namesNoRow),
  }));
  return {
    municipalities,
    issues,
    documents,
    sections: withoutIds,
    citations,
    clauses,
    operations,
    keyFacts,
    citedNumbers,
    mentionCounts,
    periods,
  };
}

/** Kinds of condition whose values are ids, by their numbers in lib/search/text/grams.ts. */
const ROW_CONDITIONS = [-1, 1, 2];
const namesNoRow = (code: number): boolean => !ROW_CONDITIONS.includes((code >>> 22) - 0xda00 / 64);
