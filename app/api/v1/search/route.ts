import { readEnvironment } from '@/lib/env';
import { toSearchData } from '@/lib/export/search-data';
import { answerSearch, MACHINE_HEADERS } from '@/app/search/machine-answer';

/** Any page of any search as JSON; its shape is `searchDataSchema`. */
export async function GET(request: Request): Promise<Response> {
  const found = await answerSearch(request);
  if (found instanceof Response) return found;
  return Response.json(toSearchData(found.answer, found.filter, readEnvironment().siteUrl), { headers: MACHINE_HEADERS });
}
