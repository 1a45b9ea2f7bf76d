import { getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { isRawNumber } from '@/lib/addresses/route-params';
import { docNumberUrl, documentUrl } from '@/lib/addresses/urls';

/**
 * Finds where a raw 文号 in the place of a document's address leads.
 * @returns the address of this municipality's document, of the one document that bears the number,
 * or of the number's page; null when the words are no number
 */
export async function findRawNumber(municipality: string, spelling: string): Promise<string | null> {
  if (!isRawNumber(spelling)) return null;
  const found = await getDocNumberPage(spelling);
  if (found.kind === 'document') return documentUrl(found.document.municipality.slug, found.document.slug);
  const own = found.kind === 'several' ? found.documents.filter((each) => each.municipality.slug === municipality) : [];
  if (own.length === 1) return documentUrl(municipality, own[0]!.slug);
  const canonical = found.kind === 'unreadable' ? null : found.canonical;
  return docNumberUrl(canonical ?? spelling);
}
