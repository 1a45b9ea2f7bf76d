import { engine } from '@/lib/db/search';
import { readEnvironment } from '@/lib/env';
import { respondWithTable } from '@/lib/export/responses';

/** All hits of any search as CSV. */
export function GET(request: Request): Promise<Response> {
  const { siteUrl, siteName = '公报' } = readEnvironment();
  return respondWithTable(engine, request, { siteUrl, siteName });
}
