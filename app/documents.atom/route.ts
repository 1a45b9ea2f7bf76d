import { listNewestDocuments } from '@/lib/db/queries/feeds';
import { printDocumentFeed } from '@/lib/export/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/text-response';
import { siteSettings } from '@/lib/env';

/** The newest documents of all municipalities. */
export function GET(): Promise<Response> {
  return respondWithText(ATOM, async () => {
    const found = await listNewestDocuments(null);
    return found && printDocumentFeed(null, found.documents, siteSettings());
  });
}
