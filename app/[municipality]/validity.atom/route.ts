import { listLapseNotices } from '@/lib/db/queries/feeds/feeds';
import { answerLapses, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** Documents of a municipality that end in 90, 30 or 0 days, as Atom. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerLapses('atom', siteSettings(), listLapseNotices, context);
