import { listNewestIssuesOf } from '@/lib/db/queries/portal/feeds';
import { printIssueFeed } from '@/lib/export/feeds/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/site/text-response';
import { siteSettings } from '@/lib/settings/env';

/** The newest issues of all municipalities. */
export function GET(): Promise<Response> {
  return respondWithText(ATOM, async () => {
    const found = await listNewestIssuesOf(null);
    return found && printIssueFeed(null, found.issues, siteSettings());
  });
}
