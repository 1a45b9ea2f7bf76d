import { parseRegisterParams } from '@/lib/addresses/register-params';
import { decodeSegment } from '@/lib/addresses/route-params';
import { rawSearchParams } from '@/lib/addresses/search-params';
import { findMunicipality } from '@/lib/db/queries/municipalities/municipalities';
import { listLastDays } from '@/lib/db/queries/validity/register';
import { respondWithCalendar } from '@/lib/export/tables/register-calendar';
import { readEnvironment } from '@/lib/settings/env';
import { calendarDay } from '@/lib/settings/today';

/** The last days of a municipality's documents, as a calendar to subscribe to. */
export function GET(request: Request, { params }: { params: Promise<{ municipality: string }> }) {
  const filter = parseRegisterParams(rawSearchParams(new URL(request.url).searchParams));
  return respondWithCalendar(
    async () => {
      const municipality = await findMunicipality(decodeSegment((await params).municipality));
      return municipality && { name: municipality.name, days: await listLastDays(municipality.id, filter) };
    },
    readEnvironment().siteUrl,
    calendarDay(new Date()),
  );
}
