import { toFileDocument } from '@/lib/views/document/file-documents';
import { viewSection } from '@/lib/views/document/section-view';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { siteSettings } from '@/lib/settings/env';
import { respondWithDocumentFile } from '@/lib/export/files/responses';
import { readFileName } from '@/lib/export/files/formats';
import { respondWithNews } from '@/lib/export/place-news';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { decodeSegment } from '@/lib/addresses/route-params';
import { documentUrl, fileUrl } from '@/lib/addresses/urls';
import { WHOLE_DOCUMENT } from '@/lib/addresses/version-params';
import type { PortalPlace } from '@/lib/db/queries/ledger/resolve-place';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';

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
  const file = decodeSegment(name);
  const answer = await respondWithDocumentFile(file, load, ({ tree }, address) => viewSection(tree, address));
  const { stem, format } = readFileName(file) ?? { stem: WHOLE_DOCUMENT, format: 'txt' };
  const place = {
    municipality: decodeSegment(municipality),
    document: decodeSegment(document),
    section: stem === WHOLE_DOCUMENT ? undefined : stem,
  };
  const print = (to: PortalPlace) =>
    fileUrl(documentUrl(to.municipality, to.document), to.section ?? WHOLE_DOCUMENT, format);
  return respondOr(unavailable, () => respondWithNews(answer, () => tellPlace(place, print)));
}
