import { listNewestDocuments } from '@/lib/db/queries/portal/feeds';
import { printDocumentFeed } from '@/lib/export/feeds/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/site/text-response';
import { siteSettings } from '@/lib/settings/env';

/** The newest documents of all municipalities. */
export function GET(): Promise<Response> {
  return respondWithText(ATOM, async () => {
    const found = await listNewestDocuments(null);
    return found && printDocumentFeed(null, found.documents, siteSettings());
  });
}
