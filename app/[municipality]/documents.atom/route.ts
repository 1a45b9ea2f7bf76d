import { listNewestDocuments } from '@/lib/db/queries/feeds';
import { printDocumentFeed } from '@/lib/export/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/text-response';
import { siteSettings } from '@/lib/env';
import { decodeSegment } from '@/lib/route-params';

interface Context {
  params: Promise<{ municipality: string }>;
}

/** The newest documents of a municipality. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const slug = decodeSegment((await params).municipality);
  return respondWithText(ATOM, async () => {
    const found = await listNewestDocuments(slug);
    return found && printDocumentFeed({ slug, name: found.name }, found.documents, siteSettings());
  });
}
