import { engine } from '@/lib/db/search';
import { siteSettings } from '@/lib/env';
import { respondWithData } from '@/lib/export/responses';

/** Any page of any search as JSON. */
export function GET(request: Request): Promise<Response> {
  return respondWithData(engine, request, siteSettings());
}
