import { findNamedDocuments } from '@/lib/db/queries/citations/citation-rows';
import { tellNumber } from '@/lib/db/queries/ledger/tell-place';
import { readDocNumber } from '@/lib/gazette';
import { numberOfText } from '@/lib/db/queries/references/resolve-references';
import { readEnvironment } from '@/lib/settings/env';
import { respondWithJson } from '@/lib/export/data/data-response';
import { decodeSegment } from '@/lib/addresses/route-params';
import { citationsDataUrl } from '@/lib/addresses/urls';

interface Context {
  /** Next wants one name for this place in all addresses; here it is whatever names a document. */
  params: Promise<{ municipality: string }>;
}

/**
 * Redirects from a document's name in one word to its data. A name is a 文号 in any spelling or an
 * encoded `city/document`; several documents are a choice, by 300.
 */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const name = decodeSegment((await params).municipality).slice(0, 200);
  return respondWithJson(async () => {
    const { siteUrl } = readEnvironment();
    const asWritten = await findNamedDocuments(name);
    const number = asWritten.length > 0 ? null : await numberOfText(name);
    const documents = number === null ? asWritten : await findNamedDocuments(number);
    const [only, second] = documents;
    const urlOf = ({ municipality, slug }: (typeof documents)[number]) =>
      siteUrl + citationsDataUrl(municipality.slug, slug);
    if (!only) {
      const asked = number ?? readDocNumber(name)?.canonical;
      const news =
        asked === undefined
          ? null
          : await tellNumber(asked, (to) => siteUrl + citationsDataUrl(to.municipality, to.document));
      if (news) return 'location' in news ? news : { status: news.status, problem: { error: news.error } };
      return {
        status: 404,
        problem: { error: '本站没有收录这份文件。谁引用了一个没有收录的文号，见 /api/v1/wenhao/文号。' },
      };
    }
    if (!second) return { location: urlOf(only) };
    const choices = documents.map((document) => ({ url: urlOf(document), title: document.title }));
    return { status: 300, problem: { error: '有几件文件符合，请选一件。', choices } };
  });
}
