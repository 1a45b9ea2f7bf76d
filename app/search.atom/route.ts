import { engine } from '@/lib/db/search';
import { siteSettings } from '@/lib/settings/env';
import { respondWithFeed } from '@/lib/export/site/responses';

/** Any search as an Atom feed of its newest documents. */
export function GET(request: Request): Promise<Response> {
  return respondWithFeed(engine, request, siteSettings());
}
