import 'server-only';
import type { Validity } from '@/lib/validity/validity';
import type { CitationTarget, DocumentDetail } from '@/lib/db/queries/documents/documents';
import type { Mentions } from '@/lib/db/queries/citations/mentions';
import { listNumberValidities, listValidities } from './validities';

interface Shown {
  document: DocumentDetail;
  targets: readonly CitationTarget[];
  citing: Mentions;
}

/**
 * Takes what a document's page shows; gives the validity of every document on it (itself, its
 * neighbours, those with its number, those it cites and those that cite it) by id, and of every
 * missing one that it cites by number. Two trips to the database.
 */
export async function listShownValidities({
  document,
  targets,
  citing,
}: Shown): Promise<{ held: Map<number, Validity>; missing: Map<string, Validity> }> {
  const { previous, next, sameNumber } = document;
  const shown = [
    document,
    ...[previous, next].flatMap((neighbour) => neighbour ?? []),
    ...sameNumber,
    ...targets.flatMap(({ target }) => target ?? []),
    ...citing.mentions.map((mention) => mention.document),
  ];
  const absent = targets.flatMap(({ state, docNumber }) => (state === 'absent' ? (docNumber ?? []) : []));
  const [held, missing] = await Promise.all([
    listValidities([...new Set(shown.map(({ id }) => id))]),
    listNumberValidities([...new Set(absent)]),
  ]);
  return { held, missing };
}
