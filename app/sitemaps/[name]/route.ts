import { listSitemapAddresses } from '@/lib/db/queries/portal/sitemap';
import { siteSettings } from '@/lib/settings/env';
import { printSitemap } from '@/lib/export/site/sitemap';
import { respondWithText, XML } from '@/lib/export/site/text-response';
import { decodeSegment } from '@/lib/addresses/route-params';

/** One sitemap of the index. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const name = decodeSegment((await params).name);
  return respondWithText(XML, async () => {
    const addresses = await listSitemapAddresses(name);
    return addresses && printSitemap(addresses, siteSettings().siteUrl);
  });
}
