import 'server-only';
import { getClient } from '@/lib/db/client';
import { listStatements } from '@/lib/db/queries/validity/statements';
import { decideValidity } from '@/lib/validity/decide';
import type { ValidityState, ValidityStatement } from '@/lib/validity/validity';
import { documentLinkSelect, type DocumentLink } from '@/lib/db/queries/selects';

/** A document that is not in force any more from a day on. */
export interface Lapse {
  day: Date;
  state: Extract<ValidityState, 'repealed' | 'expired'>;
  document: DocumentLink;
  /** The statement that ends it. */
  proof: ValidityStatement;
}

/** Lapses of one year that a page shows. */
const LAPSES_PER_YEAR = 200;

/**
 * Lists the lapses of a municipality's documents in a year, by day.
 *
 * Those that a document of the municipality repeals are left out: the timeline shows them with that
 * document.
 */
export async function listLapses({ id, slug }: { id: number; slug: string }, year: number): Promise<Lapse[]> {
  const client = getClient();
  const periods = await client.validityPeriod.findMany({
    where: {
      state: { in: ['repealed', 'expired'] },
      startsOn: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) },
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
  return periods.flatMap(({ state, startsOn, document }) => {
    const day = startsOn!;
    const [proof] = decideValidity(statements.get(document.id) ?? [], day).proof;
    const isOwn = state === 'repealed' && proof?.place?.municipality.slug === slug;
    return proof && !isOwn ? [{ day, state: state as Lapse['state'], document, proof }] : [];
  });
}
