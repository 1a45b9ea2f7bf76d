import type { NumberMatches } from '@/lib/search/engine';
import { indexKey } from '@/lib/search/text/index-key';
import { query } from '@/lib/db/search/sql/pool';
import { loadHitDocuments } from './hit-documents';

/** Documents that are listed. */
const DOCUMENTS_LIMIT = 20;

const WITH_KEY = `
  SELECT "id" FROM "Document" WHERE "indexKey" = $1
  UNION SELECT "documentId" FROM "ManifestRow" WHERE "indexKey" = $1 AND "documentId" IS NOT NULL
  ORDER BY "id" DESC LIMIT ${DOCUMENTS_LIMIT}`;

/**
 * Finds held documents by an index number (索引号), as text or manifest state it.
 * @returns null where the words are none, or none is held with it
 */
export async function findIndexNumber(typed: string): Promise<NumberMatches | null> {
  const key = indexKey(typed);
  if (key === null) return null;
  const rows = await query<{ id: number }>('index-number', WITH_KEY, [key]);
  if (rows.length === 0) return null;
  const documents = await loadHitDocuments(rows.map(({ id }) => id));
  const held = rows.flatMap(({ id }) => documents.get(id) ?? []);
  return { canonical: null, documents: held, near: [], indexNumber: typed.trim() };
}
