import type { Transaction } from '@/lib/db/ingest/transaction';

/** A document that the ledger knows. */
export interface KnownDocument {
  id: number;
  municipality: string;
  slug: string;
  version: number;
  /** Null where it is not held any more. */
  documentId: number | null;
}

/** An erasure that cannot be made: what is wrong, and what to do. */
export class ErasureError extends Error {
  override name = 'ErasureError';
}

const select = { id: true, municipality: true, slug: true, version: true, documentId: true } as const;

/**
 * Finds the documents of addresses, also of former ones.
 * @param addresses shili/shizhengfa-2023-2, also as a link to the portal has it
 * @throws ErasureError where one was never given to a document
 */
export async function findErasable(transaction: Transaction, addresses: readonly string[]): Promise<KnownDocument[]> {
  const found = new Map<number, KnownDocument>();
  for (const address of addresses) {
    const [municipality = '', slug = ''] = address
      .replace(/^https?:\/\/[^/]+/u, '')
      .split(/[?#]/u)[0]!
      .split('/')
      .filter(Boolean);
    const own = await transaction.ledgerDocument.findUnique({
      where: { municipality_slug: { municipality, slug } },
      select,
    });
    const former = await transaction.formerAddress.findUnique({
      where: { municipality_slug: { municipality, slug } },
      select: { ledgerDocument: { select } },
    });
    const document = own ?? former?.ledgerDocument;
    if (!document)
      throw new ErasureError(
        `${address}: no document has this address, or had it. Name one as its page has it: shili/shizhengfa-2023-2`,
      );
    found.set(document.id, document);
  }
  return [...found.values()];
}

/**
 * Finds documents and all others to which or from which their words went.
 *
 * These may have kept the words.
 */
export async function withRelated(transaction: Transaction, ids: readonly number[]): Promise<KnownDocument[]> {
  return transaction.$queryRaw<KnownDocument[]>`
    WITH RECURSIVE related AS (
      SELECT unnest(${[...ids]}::int[]) AS "id"
      UNION
      SELECT CASE WHEN passage."ledgerDocumentId" = related."id" THEN passage."toLedgerDocumentId" ELSE passage."ledgerDocumentId" END
      FROM related JOIN "FormerPassage" passage
        ON passage."ledgerDocumentId" = related."id" OR passage."toLedgerDocumentId" = related."id"
      WHERE passage."toLedgerDocumentId" IS NOT NULL
    )
    SELECT "id", "municipality", "slug", "version", "documentId" FROM "LedgerDocument" JOIN related USING ("id") ORDER BY "id"`;
}
