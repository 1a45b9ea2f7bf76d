import { addressOfLocator, articleOfParagraph, type ParagraphAddress } from '@/lib/gazette';
import { groupBy } from '@/lib/collections/group-by';
import type { Transaction } from '@/lib/db/ingest/transaction';

/**
 * Finds the sections that citations name, such as 第十二条第二款, and stores their addresses.
 *
 * `targetAddress` is always that of a section; the 款 in it is stored beside it.
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
    select: { documentId: true, address: true, paragraphs: true },
    orderBy: { position: 'asc' },
  });
  const ofDocument = new Map(
    [...groupBy(sections, ({ documentId }) => documentId)].map(([id, own]) => [id, addressesOf(own)]),
  );
  const addresses = located.flatMap(({ id, locator, target }) => {
    const places = ofDocument.get(target!) ?? new Map<string, string>();
    const found = addressOfLocator(locator!, [...places.keys()]);
    const at = found === null ? undefined : places.get(found);
    if (at === undefined) return [];
    const article = articleOfParagraph(at);
    return [{ id, address: article ?? at, paragraph: article === null ? null : at }];
  });
  if (addresses.length === 0) return;
  await transaction.$executeRaw`
    UPDATE "Citation" citation SET "targetAddress" = located."address", "targetParagraph" = located."paragraph"
    FROM unnest(${addresses.map(({ id }) => id)}::bigint[], ${addresses.map(({ address }) => address)}::text[], ${addresses.map(({ paragraph }) => paragraph)}::text[])
      AS located("id", "address", "paragraph")
    WHERE citation."id" = located."id"`;
}

/** All that can be named in a document, and where each is found. */
const addressesOf = (sections: readonly { address: string; paragraphs: unknown }[]): Map<string, string> =>
  new Map(
    sections.flatMap(({ address, paragraphs }) => [
      [address, address] as const,
      ...((paragraphs ?? []) as ParagraphAddress[]).map((each) => [each.address, each.at] as const),
    ]),
  );
