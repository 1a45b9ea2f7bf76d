import { parseRegisterParams } from '@/lib/addresses/register-params';
import { decodeSegment } from '@/lib/addresses/route-params';
import { rawSearchParams } from '@/lib/addresses/search-params';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { streamRegister } from '@/lib/db/queries/validity/register';
import { respondWithRegister } from '@/lib/export/tables/register-table';
import { readEnvironment } from '@/lib/settings/env';

/** A list of the register as CSV, with the filter of its page. */
export async function GET(request: Request, { params }: { params: Promise<{ municipality: string }> }) {
  const municipality = await findMunicipality(decodeSegment((await params).municipality));
  if (!municipality) return new Response(null, { status: 404 });
  const filter = parseRegisterParams(rawSearchParams(new URL(request.url).searchParams));
  const { id, name } = municipality;
  return respondWithRegister(streamRegister(id, filter), { name, filter }, request, readEnvironment().siteUrl);
}
