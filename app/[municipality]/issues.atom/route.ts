import { listNewestIssuesOf } from '@/lib/db/queries/feeds';
import { printIssueFeed } from '@/lib/export/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/text-response';
import { siteSettings } from '@/lib/env';
import { decodeSegment } from '@/lib/route-params';

interface Context {
  params: Promise<{ municipality: string }>;
}

/** The newest issues of a municipality. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const slug = decodeSegment((await params).municipality);
  return respondWithText(ATOM, async () => {
    const found = await listNewestIssuesOf(slug);
    return found && printIssueFeed({ slug, name: found.name }, found.issues, siteSettings());
  });
}
