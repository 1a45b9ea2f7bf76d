import { getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { isTypedText } from '@/lib/addresses/route-params';
import { docNumberUrl, documentUrl } from '@/lib/addresses/urls';

/**
 * Finds where a raw 文号 in place of a document's address redirects to. That is the document of this
 * municipality, the one document with the number, else the page of the number.
 * @returns null when the text is no number
 */
export async function findRawNumber(municipality: string, spelling: string): Promise<string | null> {
  if (!isTypedText(spelling)) return null;
  const found = await getDocNumberPage(spelling, municipality);
  if (found.kind === 'unreadable') return null;
  if (found.kind === 'leads') return found.to;
  if (found.kind === 'document') return documentUrl(found.document.municipality.slug, found.document.slug);
  // A number that was another document's before is told on its page.
  const own =
    found.kind === 'several' && found.formers.length === 0
      ? found.documents.filter((each) => each.municipality.slug === municipality)
      : [];
  if (own.length === 1) return documentUrl(municipality, own[0]!.slug);
  return docNumberUrl(found.canonical ?? spelling);
}
