import { parseRegisterParams } from '@/lib/addresses/register-params';
import { decodeSegment } from '@/lib/addresses/route-params';
import { rawSearchParams } from '@/lib/addresses/search-params';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { streamRegister } from '@/lib/db/queries/validity/register';
import { respondWithRegisterFile } from '@/lib/export/tables/register-files';
import { readEnvironment } from '@/lib/settings/env';

/** A list of the register as a Word table, with the filter of its page. */
export async function GET(request: Request, { params }: { params: Promise<{ municipality: string }> }) {
  const municipality = await findMunicipality(decodeSegment((await params).municipality));
  if (!municipality) return new Response(null, { status: 404 });
  const filter = parseRegisterParams(rawSearchParams(new URL(request.url).searchParams));
  const { id, name, slug, sample } = municipality;
  const list = { name, slug, sample, filter, siteUrl: readEnvironment().siteUrl };
  return respondWithRegisterFile('docx', streamRegister(id, filter), list);
}
