import { getClient } from '@/lib/db/client';
import type { HitDocument } from '@/lib/search/engine';

/** Takes ids of documents; gives each as lists of hits show it. */
export async function loadHitDocuments(ids: number[]): Promise<Map<number, HitDocument>> {
  const rows = await getClient().document.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      title: true,
      docNumber: true,
      genre: true,
      agency: true,
      signedOn: true,
      municipality: { select: { slug: true, name: true, sample: true } },
      issue: { select: { year: true, number: true } },
    },
  });
  return new Map(rows.map(({ id, ...document }) => [id, { ...document, validity: 'unknown' as const }]));
}
