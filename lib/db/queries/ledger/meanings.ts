import 'server-only';
import { cache } from 'react';
import { getClient } from '@/lib/db/client';
import type { FormerMeaning } from '@/lib/versions';

/** Documents that words went through on their way, one behind the other, at most. */
const LONGEST_WAY = 5;

type Row = Omit<FormerMeaning, 'to'> & { toLedgerDocumentId: number | null; toAddress: string | null };

/**
 * Loads what the addresses of a document meant, the earliest change first.
 *
 * Also what those meant to which its words went: one query, and one more for each document that
 * words went on to.
 */
export const loadMeanings = cache(async (ledgerDocumentId: number): Promise<FormerMeaning[]> => {
  const known = new Set<number>();
  const meanings: FormerMeaning[] = [];
  let open = [ledgerDocumentId];
  for (let step = 0; step < LONGEST_WAY && open.length > 0; step++) {
    open.forEach((id) => known.add(id));
    const found = await loadOf(open);
    meanings.push(...found);
    open = [
      ...new Set(found.flatMap(({ to }) => (to && !known.has(to.ledgerDocumentId) ? [to.ledgerDocumentId] : []))),
    ];
  }
  return meanings;
});

async function loadOf(ids: readonly number[]): Promise<FormerMeaning[]> {
  const rows = await getClient().$queryRaw<Row[]>`
    SELECT passage."ledgerDocumentId", passage."address", passage."changeId"::float8 AS "changeId", change."at" AS "until",
      change."fromVersion", change."toVersion", passage."marker", passage."heading", passage."wordsKey", passage."beginning", passage."kind",
      passage."toLedgerDocumentId", passage."toAddress"
    FROM "FormerPassage" passage JOIN "DocumentChange" change ON change."id" = passage."changeId"
    WHERE passage."ledgerDocumentId" = ANY (${ids}::int[])
    ORDER BY passage."id"`;
  return rows.map(({ toLedgerDocumentId, toAddress, ...row }) => ({
    ...row,
    to:
      toLedgerDocumentId === null || toAddress === null
        ? null
        : { ledgerDocumentId: toLedgerDocumentId, address: toAddress },
  }));
}
