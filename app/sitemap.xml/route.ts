import { listSitemaps } from '@/lib/db/queries/sitemap';
import { siteSettings } from '@/lib/env';
import { respondWithText, XML } from '@/lib/export/text-response';
import { printSitemapIndex } from '@/lib/export/sitemap';

/** The index of all sitemaps. */
export function GET(): Promise<Response> {
  return respondWithText(XML, async () => printSitemapIndex(await listSitemaps(), siteSettings().siteUrl));
}
