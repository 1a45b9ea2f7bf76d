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
 * Reads the validity of every document that a document's page shows.
 *
 * These are itself, the documents before and after it, those with its number, those it cites and
 * those that cite it, by id; and missing ones that it cites, by number. Two trips to the database.
 */
export async function listShownValidities({
  document,
  targets,
  citing,
}: Shown): Promise<{ held: Map<number, Validity>; missing: Map<string, Validity> }> {
  const { previous, next, sameNumber } = document;
  const shown = [
    document,
    ...[previous, next].flatMap((adjacent) => adjacent ?? []),
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
