import { engine } from '@/lib/db/search';
import { readEnvironment } from '@/lib/env';
import { respondWithData } from '@/lib/export/responses';

/** Any page of any search as JSON. */
export function GET(request: Request): Promise<Response> {
  const { siteUrl, siteName = '公报' } = readEnvironment();
  return respondWithData(engine, request, { siteUrl, siteName });
}
