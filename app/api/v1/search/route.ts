import { engine } from '@/lib/db/search';
import { siteSettings } from '@/lib/settings/env';
import { respondWithData } from '@/lib/export/site/responses';

/** Any page of any search as JSON. */
export function GET(request: Request): Promise<Response> {
  return respondWithData(engine, request, siteSettings());
}
