import 'server-only';
import { cache } from 'react';
import type { CitingFilter } from '@/lib/addresses/citing-params';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { listMentions } from './mentions';

/**
 * 被引用: lists the mentions of a document by others, by number or by title.
 * @param filter the relation and page that are asked for
 */
export const listCitingSections = cache(async (documentId: number, filter?: CitingFilter) =>
  listMentions(
    Prisma.sql`citation."targetDocumentId" = ${documentId} AND citation."documentId" <> ${documentId}`,
    filter,
  ),
);

/** Lists the mentions whose locator names one section of a document. */
export const listSectionCitings = cache(async (documentId: number, address: string, filter?: CitingFilter) =>
  listMentions(
    Prisma.sql`citation."targetDocumentId" = ${documentId} AND citation."targetAddress" = ${address}
      AND citation."documentId" <> ${documentId}`,
    filter,
  ),
);

/**
 * Counts how often others mention each section of a document.
 * @returns counts by the section's address
 */
export const countSectionCitings = cache(async (documentId: number): Promise<Map<string, number>> => {
  const counts = await getClient().citation.groupBy({
    by: ['targetAddress'],
    where: {
      targetDocumentId: documentId,
      targetAddress: { not: null },
      documentId: { not: documentId },
      aliasDefinition: false,
    },
    _count: true,
  });
  return new Map(counts.map(({ targetAddress, _count }) => [targetAddress ?? '', _count]));
});
