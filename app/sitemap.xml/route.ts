import { listSitemaps } from '@/lib/db/queries/portal/sitemap';
import { siteSettings } from '@/lib/settings/env';
import { respondWithText, XML } from '@/lib/export/site/text-response';
import { printSitemapIndex } from '@/lib/export/site/sitemap';

// Next would make it with the build, for the name of its folder, and never again.
export const dynamic = 'force-dynamic';

/** The index of all sitemaps. */
export function GET(): Promise<Response> {
  return respondWithText(XML, async () => printSitemapIndex(await listSitemaps(), siteSettings().siteUrl));
}
