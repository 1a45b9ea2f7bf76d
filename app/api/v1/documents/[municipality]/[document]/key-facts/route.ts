import { decodeSegment } from '@/lib/addresses/route-params';
import { keyFactsDataUrl } from '@/lib/addresses/urls';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { getDocumentFacts } from '@/lib/db/queries/documents/stored-facts';
import { refuseParameters, respondWithJson } from '@/lib/export/data/data-response';
import { toKeyFactsData } from '@/lib/export/data/key-facts-data';
import { readEnvironment } from '@/lib/settings/env';

interface Context {
  params: Promise<{ municipality: string; document: string }>;
}

/** What a document says in figures and days, as JSON. See `keyFactsDataSchema`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseParameters(request, {});
  if (refused) return refused;
  const place = await params;
  const [municipality, document] = [decodeSegment(place.municipality), decodeSegment(place.document)];
  return respondWithJson(async () => {
    const found = await getDocumentFacts(municipality, document);
    if (found) return { data: toKeyFactsData(found, readEnvironment().siteUrl) };
    const news = await tellPlace({ municipality, document }, (to) => keyFactsDataUrl(to.municipality, to.document));
    if (news) return 'location' in news ? news : { status: news.status, problem: { error: news.error } };
    return { status: 404, problem: { error: '没有这个地址的文件。地址写“市/文件”。' } };
  });
}
