import { listAgencyEntries } from '@/lib/db/queries/feeds/feeds';
import { answerAgency, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What came last of an agency, as JSON Feed. */
export const GET = (request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerAgency('json', siteSettings(), listAgencyEntries, request, context);
