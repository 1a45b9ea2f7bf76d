import { readEnvironment } from '@/lib/env';
import { printSearchFeed } from '@/lib/export/search-feed';
import { answerSearch, MACHINE_HEADERS } from '@/app/search/machine-answer';

/** Any search as an Atom feed of its newest documents. */
export async function GET(request: Request): Promise<Response> {
  const found = await answerSearch(request, { sort: 'newest', page: 1 });
  if (found instanceof Response) return found;
  const { siteUrl, siteName = '公报' } = readEnvironment();
  return new Response(printSearchFeed(found.answer, found.filter, { siteUrl, siteName }), {
    headers: { ...MACHINE_HEADERS, 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
}
