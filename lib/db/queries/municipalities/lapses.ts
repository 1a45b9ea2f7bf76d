import 'server-only';
import { getClient } from '@/lib/db/client';
import { listStatements } from '@/lib/db/queries/validity/statements';
import { decideValidity } from '@/lib/validity/decide';
import type { ValidityState, ValidityStatement } from '@/lib/validity/validity';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';

/** A document that is not in force any more. */
export interface Lapse {
  /** Its last day where it is over, the first day of the repeal where it is repealed. */
  day: Date;
  state: Extract<ValidityState, 'repealed' | 'expired'>;
  document: DocumentLink;
  /** The statement that ends it. */
  proof: ValidityStatement;
}

/** Lapses of one year that a page shows. */
const LAPSES_PER_YEAR = 200;
const DAY = 24 * 3600 * 1000;

/**
 * Lists the lapses of a municipality's documents in a year, by day.
 *
 * Those that a document of the municipality repeals are left out: the timeline shows them with that
 * document.
 */
export async function listLapses({ id, slug }: { id: number; slug: string }, year: number): Promise<Lapse[]> {
  const client = getClient();
  const [first, next] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const between = (from: number, to: number) => ({ gte: new Date(from), lt: new Date(to) });
  const periods = await client.validityPeriod.findMany({
    where: {
      OR: [
        { state: 'repealed', startsOn: between(first, next) },
        // What is over has its last day in the year.
        { state: 'expired', startsOn: between(first + DAY, next + DAY) },
      ],
      document: { municipalityId: id },
    },
    select: { state: true, startsOn: true, document: { select: documentLinkSelect } },
    orderBy: [{ startsOn: 'asc' }, { documentId: 'asc' }],
    take: LAPSES_PER_YEAR,
  });
  const statements = await listStatements(
    client,
    periods.map(({ document }) => document.id),
  );
  const lapses = periods.flatMap(({ state, startsOn, document }) => {
    const day = state === 'expired' ? new Date(startsOn!.getTime() - DAY) : startsOn!;
    const [proof] = decideValidity(statements.get(document.id) ?? [], startsOn!).proof;
    const isOwn = state === 'repealed' && proof?.place?.municipality.slug === slug;
    return proof && !isOwn ? [{ day, state: state as Lapse['state'], document, proof }] : [];
  });
  return lapses.sort((one, other) => one.day.getTime() - other.day.getTime());
}
