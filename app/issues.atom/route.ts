import { listNewestIssuesOf } from '@/lib/db/queries/feeds';
import { printIssueFeed } from '@/lib/export/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/text-response';
import { siteSettings } from '@/lib/env';

/** The newest issues of all municipalities. */
export function GET(): Promise<Response> {
  return respondWithText(ATOM, async () => {
    const found = await listNewestIssuesOf(null);
    return found && printIssueFeed(null, found.issues, siteSettings());
  });
}
