import { decodeSegment } from '@/lib/addresses/route-params';
import { validityDataUrl } from '@/lib/addresses/urls';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { getDocumentValidity } from '@/lib/db/queries/validity/document-validity';
import { refuseParameters, respondWithJson } from '@/lib/export/data/data-response';
import { toValidityData } from '@/lib/export/data/validity-data';
import { readEnvironment } from '@/lib/settings/env';

interface Context {
  params: Promise<{ municipality: string; document: string }>;
}

/**
 * Whether a document is in force, and what changes its articles, as JSON.
 *
 * See `validityDataSchema`.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseParameters(request, {});
  if (refused) return refused;
  const place = await params;
  const [municipality, document] = [decodeSegment(place.municipality), decodeSegment(place.document)];
  return respondWithJson(async () => {
    const found = await getDocumentValidity(municipality, document);
    if (found) return { data: toValidityData(found, readEnvironment().siteUrl) };
    const news = await tellPlace({ municipality, document }, (to) => validityDataUrl(to.municipality, to.document));
    if (news) return 'location' in news ? news : { status: news.status, problem: { error: news.error } };
    return { status: 404, problem: { error: '没有这个地址的文件。地址写“市/文件”。' } };
  });
}
