import { z } from 'zod';
import { citationOf } from '@/lib/text/standard-citation';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { siteSettings } from '@/lib/settings/env';
import { findSection } from '@/lib/gazette';
import type { ShareData } from '@/lib/views/share/share-data';
import { drawQr } from '@/lib/views/share/qr';
import { isSlug } from '@/lib/addresses/route-params';
import { shareUrl, versionUrl } from '@/lib/addresses/urls';
import { sharedSectionUrl } from '@/lib/views/share/shared-url';
import type { PortalPlace } from '@/lib/db/queries/ledger/resolve-place';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { respondWithNews } from '@/lib/export/place-news';

const segment = z.string().refine(isSlug);
const asked = z.object({ municipality: segment, document: segment, section: segment });

/**
 * Answers with the citation and QR code of a section (`ShareData`). Takes the parts of its address,
 * `?municipality=…&document=…&section=…`; 400 with the name of one that is none, 404 without a body
 * for what was never held, 410 or 308 as
 * the ledger tells, 503 when the database does not answer.
 */
export async function GET(request: Request): Promise<Response> {
  const read = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!read.success) {
    const parameter = String(read.error.issues[0]?.path[0] ?? 'section');
    return Response.json({ error: `参数“${parameter}”要写地址中的一段，如 a-4.1。`, parameter }, { status: 400 });
  }
  const { municipality, document: slug, section: address } = read.data;
  return respondOr(
    () => unavailable(null),
    async () => {
      const document = await getDocument(municipality, slug);
      const section = document && findSection(document.tree, address);
      if (!section) {
        const place = { municipality, document: slug, section: address };
        const print = (to: PortalPlace) => shareUrl(to.municipality, to.document, to.section ?? address);
        return respondWithNews(new Response(null, { status: 404 }), () => tellPlace(place, print));
      }
      const url = sharedSectionUrl({ municipality, slug, tree: document.tree, address });
      const answer: ShareData = {
        citation: citationOf(document, address),
        qr: drawQr(siteSettings().siteUrl + url),
        pinned: versionUrl(municipality, slug, document.ledger?.version ?? 1, address),
      };
      return Response.json(answer);
    },
    'not shared',
  );
}
