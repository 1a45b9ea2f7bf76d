import { listNewestEntries } from '@/lib/db/queries/feeds/feeds';
import { answerPlace, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What came last to a municipality, as JSON Feed. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerPlace('json', siteSettings(), listNewestEntries, context);
