import { listErrataEntries } from '@/lib/db/queries/feeds/feeds';
import { answerErrata, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What the gazette of a municipality corrects itself, as JSON Feed. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerErrata('json', siteSettings(), listErrataEntries, context);
