import type { NextRequest } from 'next/server';
import { toFileDocument, toFileOfDay, withStatesOfClauses } from '@/lib/views/document/file-documents';
import { viewSection } from '@/lib/views/document/section-view';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { decideDay, findAskedDay } from '@/lib/db/queries/validity/asked-day';
import { findClauseStates } from '@/lib/db/queries/validity/clause-states';
import { siteSettings } from '@/lib/settings/env';
import { respondWithDocumentFile } from '@/lib/export/files/responses';
import { readFileName } from '@/lib/export/files/formats';
import { respondWithNews } from '@/lib/export/place-news';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { decodeSegment } from '@/lib/addresses/route-params';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { documentUrl, fileUrl, textOfDayUrl } from '@/lib/addresses/urls';
import { WHOLE_DOCUMENT } from '@/lib/addresses/version-params';
import type { PortalPlace } from '@/lib/db/queries/ledger/resolve-place';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';

interface Context {
  params: Promise<{ municipality: string; document: string; name: string }>;
}

/**
 * A document, or one of its sections, as a file: `…/files/document.docx`, `…/files/a-2.3.txt`,
 * `…/files/f1-biao1.csv`; of its text on a day `…/files/document.docx?on=2023-07-01`
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const asked = await params;
  const [municipality, document, name] = [asked.municipality, asked.document, asked.name].map(decodeSegment) as [
    string,
    string,
    string,
  ];
  return respondOr(unavailable, async () => {
    const day = await respondWithDay(request, { municipality, document }, name);
    if (day) return day;
    const load = async () => {
      const held = await getDocument(municipality, document);
      if (!held) return null;
      const [targets, states] = await Promise.all([listCitationTargets(held.id), findClauseStates([held.id])]);
      const file = toFileDocument(held, targets, siteSettings().siteUrl);
      return withStatesOfClauses(file, states.get(held.id) ?? new Map());
    };
    const answer = await respondWithDocumentFile(name, load, ({ tree }, address) => viewSection(tree, address));
    const { stem, format } = readFileName(name) ?? { stem: WHOLE_DOCUMENT, format: 'txt' };
    const section = stem === WHOLE_DOCUMENT ? undefined : stem;
    const print = (to: PortalPlace) =>
      fileUrl(documentUrl(to.municipality, to.document), to.section ?? WHOLE_DOCUMENT, format);
    return respondWithNews(answer, () => tellPlace({ municipality, document, section }, print));
  });
}

/** Answers `?on=`; null where it asks for nothing, or the document is not held. */
async function respondWithDay(request: NextRequest, place: PortalPlace, name: string): Promise<Response | null> {
  const { municipality, document } = place;
  const question = request.nextUrl.searchParams;
  const { stem, format } = readFileName(name) ?? {};
  const decision = await decideDay(place, question, (day) => {
    const page = day === null ? documentUrl(municipality, document) : textOfDayUrl(municipality, document, day);
    return stem === undefined ? page : fileUrl(page, stem, format!);
  });
  if (decision?.kind === 'leads')
    return new Response(null, { status: decision.status, headers: { Location: decision.to } });
  if (decision?.kind === 'missing') return Response.json({ error: `${MISSING_TITLES.day}。` }, { status: 404 });
  const asked = decision && (await findAskedDay(place, question.get('on')));
  if (!asked?.period) return null;
  const { period, operations, isCurrent } = asked;
  const load = async () => {
    const held = await getDocument(municipality, document);
    if (!held) return null;
    return toFileOfDay(held, await listCitationTargets(held.id), operations, period.from, siteSettings().siteUrl);
  };
  const answer = await respondWithDocumentFile(name, load, ({ tree }, address) => viewSection(tree, address));
  if (!isCurrent) answer.headers.set('X-Robots-Tag', 'noindex');
  return answer;
}
