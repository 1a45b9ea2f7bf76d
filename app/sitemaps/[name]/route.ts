import { listSitemapAddresses } from '@/lib/db/queries/sitemap';
import { siteSettings } from '@/lib/env';
import { printSitemap } from '@/lib/export/sitemap';
import { respondWithText, XML } from '@/lib/export/text-response';
import { decodeSegment } from '@/lib/route-params';

/** One sitemap of the index. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const name = decodeSegment((await params).name);
  return respondWithText(XML, async () => {
    const addresses = await listSitemapAddresses(name);
    return addresses && printSitemap(addresses, siteSettings().siteUrl);
  });
}
