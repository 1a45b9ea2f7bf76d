import { getNumberRows } from '@/lib/db/queries/citations/citation-rows';
import { numberOfText } from '@/lib/db/queries/references/resolve-references';
import { readEnvironment } from '@/lib/settings/env';
import { toNumberData } from '@/lib/export/data/citation-data';
import { refuseParameters, respondWithJson } from '@/lib/export/data/data-response';
import { makeDocNumber, readDocNumber } from '@/lib/gazette';
import { pageRules } from '@/lib/addresses/parameter-problems';
import { decodeSegment, readPage } from '@/lib/addresses/route-params';

interface Context {
  params: Promise<{ number: string }>;
}

/**
 * What is known of a number, held or not, as JSON (`numberDataSchema`). `?page=` gives the pages of
 * the documents that cite it.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseParameters(request, pageRules('page'));
  if (refused) return refused;
  const text = decodeSegment((await params).number).slice(0, 100);
  return respondWithJson(async () => {
    const read = readDocNumber((await numberOfText(text)) ?? text);
    const { form, agencyCode, year, serial } = read ?? {};
    if (!read?.canonical || !form || agencyCode === undefined || serial === undefined)
      return {
        status: 400,
        problem: {
          error: '认不出完整的文号。请写全机关代字、年份和序号，如 示政发〔2024〕1号；括号、空格不限。',
        },
      };
    const number = makeDocNumber({ form, agencyCode, serial, ...(year === undefined ? {} : { year }) });
    const page = readPage(new URL(request.url).searchParams.get('page') ?? undefined);
    return { data: toNumberData(await getNumberRows(number, page), readEnvironment().siteUrl) };
  });
}
