import { engine } from '@/lib/db/search';
import { readEnvironment } from '@/lib/env';
import { respondWithFeed } from '@/lib/export/responses';

/** Any search as an Atom feed of its newest documents. */
export function GET(request: Request): Promise<Response> {
  const { siteUrl, siteName = '公报' } = readEnvironment();
  return respondWithFeed(engine, request, { siteUrl, siteName });
}
