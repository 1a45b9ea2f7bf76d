import { toFileDocument } from '@/lib/views/document/file-documents';
import { viewSection } from '@/lib/views/document/section-view';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { siteSettings } from '@/lib/settings/env';
import { respondWithDocumentFile } from '@/lib/export/files/responses';
import { decodeSegment } from '@/lib/addresses/route-params';

interface Context {
  params: Promise<{ municipality: string; document: string; name: string }>;
}

/**
 * A document, or one of its sections, as a file: `…/files/document.docx`, `…/files/a-2.3.txt`,
 * `…/files/f1-biao1.csv`
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { municipality, document, name } = await params;
  const load = async () => {
    const held = await getDocument(decodeSegment(municipality), decodeSegment(document));
    return held && toFileDocument(held, await listCitationTargets(held.id), siteSettings().siteUrl);
  };
  return respondWithDocumentFile(decodeSegment(name), load, ({ tree }, address) => viewSection(tree, address));
}
