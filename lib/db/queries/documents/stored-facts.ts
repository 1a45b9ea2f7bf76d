import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import { getDocumentValidity } from '@/lib/db/queries/validity/document-validity';
import type { ShownFact } from '@/lib/key-facts/facts';
import { isChanged } from '@/lib/views/document/changed-facts';

/** A row of KeyFact, as far as it is the fact. */
interface FactRow {
  kind: string;
  subject: string;
  sentence: string;
  address: string;
  fact: unknown;
}

/** Reads the key facts of a document as they were stored, in its order. */
export const listStoredFacts = cache(async (documentId: number): Promise<ShownFact[]> => {
  const rows = await getClient().keyFact.findMany({
    where: { documentId },
    select: { kind: true, subject: true, sentence: true, address: true, fact: true },
    orderBy: { position: 'asc' },
  });
  return rows.map(factOfRow);
});

/**
 * Reads the key facts of a document with its state.
 *
 * Each says whether a decision changes its clause.
 * @returns null where there is no such document
 */
export async function getDocumentFacts(municipality: string, slug: string) {
  const found = await getDocumentValidity(municipality, slug);
  if (!found) return null;
  const { document, validity, amended } = found;
  const facts = await listStoredFacts(document.id);
  return { document, validity, facts: facts.map((fact) => ({ ...fact, changed: isChanged(fact, amended?.changed) })) };
}

/** Puts a fact together again, as the ingest took it apart (rows/prepare-rows.ts). */
export const factOfRow = ({ kind, subject, sentence, address, fact }: FactRow): ShownFact =>
  ({ ...(fact as object), kind, subject, sentence, address }) as ShownFact;
