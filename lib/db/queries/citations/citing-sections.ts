import 'server-only';
import { cache } from 'react';
import type { CitingFilter } from '@/lib/addresses/citing-params';
import { getClient } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { listMentions } from './mentions';

/**
 * 被引用. Takes a document's id and the part of the list that is asked for; gives who mentions it (by
 * number or by title), from which section, in which words. What a document says of itself is left
 * out.
 */
export const listCitingSections = cache(async (documentId: number, filter?: CitingFilter) =>
  listMentions(
    Prisma.sql`citation."targetDocumentId" = ${documentId} AND citation."documentId" <> ${documentId}`,
    filter,
  ),
);

/** The same for one section of it: the mentions whose locator names that section. */
export const listSectionCitings = cache(async (documentId: number, address: string, filter?: CitingFilter) =>
  listMentions(
    Prisma.sql`citation."targetDocumentId" = ${documentId} AND citation."targetAddress" = ${address}
      AND citation."documentId" <> ${documentId}`,
    filter,
  ),
);

/**
 * Takes a document's id; gives how often each of its sections is mentioned by others, by the
 * section's address.
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
