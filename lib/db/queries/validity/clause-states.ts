import 'server-only';
import { getClient } from '@/lib/db/client';
import { readTree } from '@/lib/db/stored-tree';
import type { HitDocument } from '@/lib/search/engine';
import { calendarDay } from '@/lib/settings/today';
import { clauseStateAt, type ClauseStates } from '@/lib/validity/amendments/clause-state-at';
import { listClauseStates } from '@/lib/views/document/clause-states';
import type { ValidityState } from '@/lib/validity/validity';
import { listOperations } from './amendments';

/** Changed documents that are looked at, at most: a draft may name a thousand. */
const CHANGED_LIMIT = 100;

/**
 * Reads what became of the clauses of documents, in one line each.
 *
 * One trip to the database where no decision changes any of them; trees of those alone are read.
 * @returns by id; documents whose clauses nobody changes are left out
 */
export async function findClauseStates(documentIds: readonly number[]): Promise<Map<number, ClauseStates>> {
  if (documentIds.length === 0) return new Map();
  const changed = await getClient().$queryRaw<{ id: number }[]>`
    SELECT DISTINCT citation."targetDocumentId" AS "id" FROM "Citation" citation
    WHERE citation."targetDocumentId" = ANY(${[...documentIds]}::int[]) AND citation."documentId" <> citation."targetDocumentId"
      AND (citation."relation" IN ('amends', 'repeals') OR EXISTS (
        SELECT 1 FROM "AmendmentOperation" operation
        WHERE operation."documentId" = citation."documentId" AND operation."citationPosition" = citation."position"))
    LIMIT ${CHANGED_LIMIT}`;
  const today = calendarDay(new Date());
  const states = await Promise.all(
    changed.map(async ({ id }): Promise<[number, ClauseStates][]> => {
      const operations = await listOperations(id);
      if (operations.length === 0) return [];
      const row = await getClient().document.findUnique({
        where: { id },
        select: { tree: true, treeVersion: true, slug: true },
      });
      return row ? [[id, listClauseStates(readTree(row, row.slug), operations, today)]] : [];
    }),
  );
  return new Map(states.flat());
}

/** Reads what became of one place; null where nothing did, or no place is meant. */
export async function findClauseState(documentId: number, address: string | null): Promise<string | null> {
  if (address === null) return null;
  const states = (await findClauseStates([documentId])).get(documentId);
  return states ? clauseStateAt(states, address) : null;
}

/** States that a document has once a decision has changed a clause of it. */
const changedStates: readonly ValidityState[] = ['amended', 'repealed', 'expired', 'conflict'];

/**
 * Reads what became of the clauses of documents that a search found.
 * @returns by `shili/shizhenggui-2023-1`
 */
export async function findClauseStatesOfHits(
  hits: readonly Pick<HitDocument, 'municipality' | 'slug' | 'validity'>[],
): Promise<Map<string, ClauseStates>> {
  const changed = hits.filter(({ validity }) => changedStates.includes(validity));
  if (changed.length === 0) return new Map();
  const rows = await getClient().document.findMany({
    where: { OR: changed.map(({ municipality, slug }) => ({ municipality: { slug: municipality.slug }, slug })) },
    select: { id: true, slug: true, municipality: { select: { slug: true } } },
  });
  const states = await findClauseStates(rows.map(({ id }) => id));
  return new Map(
    rows.flatMap(({ id, slug, municipality }) => {
      const own = states.get(id);
      return own ? [[`${municipality.slug}/${slug}`, own] as const] : [];
    }),
  );
}
