import { getCitationRows } from '@/lib/db/queries/citations/citation-rows';
import { readEnvironment } from '@/lib/settings/env';
import { toCitationsData } from '@/lib/export/data/citation-data';
import { refuseParameters, respondWithJson } from '@/lib/export/data/data-response';
import { citationsDataUrl } from '@/lib/addresses/urls';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { pageRules } from '@/lib/addresses/parameter-problems';
import { decodeSegment, readPage } from '@/lib/addresses/route-params';

interface Context {
  params: Promise<{ municipality: string; document: string }>;
}

/**
 * What a document cites and what cites it, as JSON (`citationsDataSchema`). `?page=` and
 * `?citedPage=` give the pages of the two lists.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseParameters(request, pageRules('page', 'citedPage'));
  if (refused) return refused;
  const { municipality, document } = await params;
  const asked = new URL(request.url).searchParams;
  return respondWithJson(async () => {
    const found = await getCitationRows(
      decodeSegment(municipality),
      decodeSegment(document),
      readPage(asked.get('page') ?? undefined),
      readPage(asked.get('citedPage') ?? undefined),
    );
    if (!found) {
      const news = await tellPlace(
        { municipality: decodeSegment(municipality), document: decodeSegment(document) },
        (to) => citationsDataUrl(to.municipality, to.document),
      );
      if (news) return 'location' in news ? news : { status: news.status, problem: { error: news.error } };
      return {
        status: 404,
        problem: { error: '没有这个地址的文件。地址写“市/文件”，也可以直接写文号：/api/v1/documents/文号/citations。' },
      };
    }
    const { siteUrl } = readEnvironment();
    return { data: toCitationsData(found.document, found.validity, found.citations, found.citedBy, siteUrl) };
  });
}
