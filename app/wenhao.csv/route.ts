import { streamWanted } from '@/lib/db/queries/numbers/wanted';
import { readEnvironment } from '@/lib/settings/env';
import { respondWithWanted } from '@/lib/export/tables/wanted-table';

/** The wanted list as CSV, with the filter of its page. */
export const GET = (request: Request): Promise<Response> =>
  respondWithWanted(streamWanted, request, readEnvironment().siteUrl);
