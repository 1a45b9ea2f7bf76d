import 'server-only';
import { cache } from 'react';
import type { IssueKey } from '@/lib/addresses/issue-segment';
import { getClient } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

const ledgerDocumentSelect = {
  id: true,
  municipality: true,
  municipalityName: true,
  slug: true,
  title: true,
  docNumber: true,
  issueYear: true,
  issueNumber: true,
  documentId: true,
  version: true,
  arrivedAt: true,
  versionAt: true,
  endedAt: true,
  end: true,
  endReason: true,
} satisfies Prisma.LedgerDocumentSelect;

/** A document as the ledger knows it, held or not. */
export type LedgerDocumentRow = Prisma.LedgerDocumentGetPayload<{ select: typeof ledgerDocumentSelect }>;

/** A document that is not held any more. */
export type EndedLedgerDocument = LedgerDocumentRow & { endedAt: Date; end: string };

/** Finds the document that has an address, or had it; null where none ever did. */
export const findLedgerDocument = cache(
  async (municipality: string, slug: string): Promise<LedgerDocumentRow | null> => {
    const client = getClient();
    const place = { municipality_slug: { municipality, slug } };
    const own = await client.ledgerDocument.findUnique({ where: place, select: ledgerDocumentSelect });
    if (own) return own;
    const former = await client.formerAddress.findUnique({
      where: place,
      select: { ledgerDocument: { select: ledgerDocumentSelect } },
    });
    return former?.ledgerDocument ?? null;
  },
);

/** Finds the addresses of documents, by their ids in the ledger. */
export async function listLedgerDocuments(ids: readonly number[]): Promise<Map<number, LedgerDocumentRow>> {
  if (ids.length === 0) return new Map();
  const rows = await getClient().ledgerDocument.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: ledgerDocumentSelect,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether a document is not held any more. */
export const hasEnded = (document: LedgerDocumentRow): document is EndedLedgerDocument =>
  document.documentId === null && document.endedAt !== null && document.end !== null;

/** An issue that is held no more; null where it never was, or is again. */
export const findFormerIssue = cache(async (municipality: string, year: number, { number, edition }: IssueKey) =>
  getClient().formerIssue.findUnique({
    where: { municipality_year_number_edition: { municipality, year, number, edition: edition ?? '' } },
  }),
);

/**
 * Finds a municipality that has no document any more: its name, how many it had, and when the last
 * went. Null where it never had one, or has one.
 */
export const findFormerMunicipality = cache(async (municipality: string) => {
  const client = getClient();
  const [held, last, documents] = await Promise.all([
    client.municipality.count({ where: { slug: municipality } }),
    client.ledgerDocument.findFirst({
      where: { municipality, endedAt: { not: null } },
      select: { municipalityName: true, endedAt: true },
      orderBy: { endedAt: 'desc' },
    }),
    client.ledgerDocument.count({ where: { municipality } }),
  ]);
  return held === 0 && last ? { name: last.municipalityName, documents, endedAt: last.endedAt! } : null;
});
/** Documents that bore a number until it was corrected, the last change first. */
export const listFormerBearers = cache(async (docNumber: string) => {
  const changes = await getClient().documentChange.findMany({
    where: { formerNumber: docNumber },
    select: { at: true, ledgerDocument: { select: ledgerDocumentSelect } },
    orderBy: { id: 'desc' },
    take: MOST_BEARERS,
  });
  const known = new Set<number>();
  return changes.flatMap(({ at, ledgerDocument }) => {
    if (known.has(ledgerDocument.id)) return [];
    known.add(ledgerDocument.id);
    if (ledgerDocument.docNumber === docNumber || ledgerDocument.end === 'withdrawn') return [];
    return [{ until: at, document: ledgerDocument }];
  });
});
/** The document that had a number when it went; the last one of several. */
export const findLastBearer = (docNumber: string): Promise<LedgerDocumentRow | null> =>
  getClient().ledgerDocument.findFirst({
    where: { docNumber, documentId: null },
    select: ledgerDocumentSelect,
    orderBy: { endedAt: 'desc' },
  });

/** A document that bore a number until it was corrected. */
export type FormerBearer = Awaited<ReturnType<typeof listFormerBearers>>[number];

const MOST_BEARERS = 20;
