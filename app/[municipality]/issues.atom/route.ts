import { listNewestIssuesOf } from '@/lib/db/queries/portal/feeds';
import { printIssueFeed } from '@/lib/export/feeds/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/site/text-response';
import { siteSettings } from '@/lib/settings/env';
import { decodeSegment } from '@/lib/addresses/route-params';

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
