import { REGISTER_RULES } from '@/lib/addresses/parameter-problems';
import { parseRegisterParams } from '@/lib/addresses/register-params';
import { decodeSegment } from '@/lib/addresses/route-params';
import { rawSearchParams } from '@/lib/addresses/search-params';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { getRegister } from '@/lib/db/queries/validity/register';
import { refuseParameters, respondWithJson } from '@/lib/export/data/data-response';
import { toRegisterData } from '@/lib/export/data/validity-data';
import { readEnvironment } from '@/lib/settings/env';

interface Context {
  params: Promise<{ municipality: string }>;
}

/** A page of a municipality's register, as JSON (`registerDataSchema`). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const refused = refuseParameters(request, REGISTER_RULES);
  if (refused) return refused;
  const slug = decodeSegment((await params).municipality);
  const filter = parseRegisterParams(rawSearchParams(new URL(request.url).searchParams));
  return respondWithJson(async () => {
    const municipality = await findMunicipality(slug);
    if (!municipality) return { status: 404, problem: { error: '没有这个地址的市。' } };
    const register = await getRegister(municipality.id, filter);
    return { data: toRegisterData(municipality.slug, register, filter, readEnvironment().siteUrl) };
  });
}
