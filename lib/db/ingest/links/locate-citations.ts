import { addressOfLocator } from '@/lib/gazette';
import { groupBy } from '@/lib/collections/group-by';
import type { Transaction } from '@/lib/db/ingest/transaction';

/**
 * Finds the sections that citations name, such as 第十二条, and stores their addresses.
 * @param citations those that lead to another document now
 */
export async function locateCitations(
  transaction: Transaction,
  citations: readonly { id: number; locator: string | null; target: number | null }[],
): Promise<void> {
  const located = citations.filter(({ locator, target }) => locator !== null && target !== null);
  if (located.length === 0) return;
  const sections = await transaction.section.findMany({
    where: { documentId: { in: [...new Set(located.map(({ target }) => target!))] } },
    select: { documentId: true, address: true },
    orderBy: { position: 'asc' },
  });
  const ofDocument = new Map(
    [...groupBy(sections, ({ documentId }) => documentId)].map(([id, own]) => [id, own.map(({ address }) => address)]),
  );
  const addresses = located.flatMap(({ id, locator, target }) => {
    const address = addressOfLocator(locator!, ofDocument.get(target!) ?? []);
    return address === null ? [] : [{ id, address }];
  });
  if (addresses.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "Citation" citation SET "targetAddress" = located."address"
    FROM unnest(${addresses.map(({ id }) => id)}::bigint[], ${addresses.map(({ address }) => address)}::text[]) AS located("id", "address")
    WHERE citation."id" = located."id"`;
}
