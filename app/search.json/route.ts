import { listArrivals } from '@/lib/db/queries/feeds/feeds';
import { engine } from '@/lib/db/search';
import { respondWithSearchFeed } from '@/lib/export/site/responses';
import { siteSettings } from '@/lib/settings/env';

/** What any search finds, the last arrivals first, as JSON Feed. */
export const GET = (request: Request): Promise<Response> =>
  respondWithSearchFeed(engine, request, siteSettings(), { format: 'json', listArrivals });
