import { engine } from '@/lib/db/search';
import { siteSettings } from '@/lib/settings/env';
import { respondWithTable } from '@/lib/export/site/responses';

/** All hits of any search as CSV. */
export function GET(request: Request): Promise<Response> {
  return respondWithTable(engine, request, siteSettings());
}
