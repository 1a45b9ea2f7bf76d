import { streamWanted } from '@/lib/db/queries/wanted';
import { readEnvironment } from '@/lib/env';
import { respondWithWanted } from '@/lib/export/wanted-table';

/** The wanted list as CSV, with the filter of its page. */
export const GET = (request: Request): Promise<Response> =>
  respondWithWanted(streamWanted, request, readEnvironment().siteUrl);
