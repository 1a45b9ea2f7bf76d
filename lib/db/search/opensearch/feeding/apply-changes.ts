import type { Client as IndexClient } from '@opensearch-project/opensearch';
import type { Client } from 'pg';
import { ownSpelling } from '@/lib/db/search/opensearch/definition';
import { readEntries } from './entries';
import { inOneState } from './leading';
import { CHANGED_AT, noteProgress, type HeldIndex } from './progress';
import { persist, writeEntries, type IndexWrite } from './write-entries';

/** Changes that are taken over at once, and documents of which entries are read at once. */
const CHANGES = 500;
const DOCUMENTS = 50;

interface Change {
  id: number;
  documentId: number | null;
  sections: number | null;
  /** See CHANGED_AT. */
  at: string;
}

/** What applies changes, and until when. */
export interface Applying {
  /** Connection string of the database. */
  url: string;
  index: IndexClient;
  client: Client;
  signal: AbortSignal;
}

/**
 * Lets an index take over the next changes, in their order.
 *
 * Each document is read as it is now. One that is not held any more goes with as many entries as
 * the change says. Broken off anywhere, it does the same again.
 * @returns how many changes there were; 0 where the index has taken over all
 */
export async function applyNext({ index, client, signal }: Applying, held: HeldIndex): Promise<number> {
  const { rows: changes } = await client.query<Change>(
    `SELECT "id"::float8 AS "id", "documentId", "sections", ${CHANGED_AT} AS "at" FROM "IndexChange" WHERE "id" > $1 ORDER BY "id" LIMIT ${CHANGES}`,
    [held.applied],
  );
  const last = changes.at(-1);
  if (!last) return 0;
  const sectionsOf = new Map<number, number>();
  for (const { documentId, sections } of changes)
    if (documentId !== null) sectionsOf.set(documentId, Math.max(sectionsOf.get(documentId) ?? 0, sections ?? 0));
  const options = { index: held.name, version: last.id, signal };
  for (const ids of slicesOf([...sectionsOf.keys()])) {
    const entries = await inOneState(client, () => readEntries(client, ids));
    await writeEntries(
      index,
      ids.flatMap(
        (id): IndexWrite[] => entries.get(id)?.map((entry) => ({ entry })) ?? goneOf(id, sectionsOf.get(id)!),
      ),
      options,
    );
  }
  // What is noted is found: pages that are kept from then on have it.
  if (held.isLive) await persist(() => index.indices.refresh({ index: held.name }), signal);
  await noteProgress(index, client, held.name, last, signal);
  held.applied = last.id;
  return changes.length;
}

const goneOf = (document: number, sections: number): IndexWrite[] =>
  Array.from({ length: sections + 1 }, (_, position) => ({ gone: { document, position } }));

/** Cuts ids into slices that are read at once. */
export function* slicesOf(ids: readonly number[]): Generator<number[]> {
  for (let at = 0; at < ids.length; at += DOCUMENTS) yield ids.slice(at, at + DOCUMENTS);
}

/** Days after which nobody is believed to build an index, or to feed that of another release. */
const ABANDONED_AFTER = 14;

/** Deletes changes that every index has taken over, but the last, which shows its history. */
export async function pruneChanges(client: Client): Promise<void> {
  await client.query(
    `DELETE FROM "SearchIndex" held WHERE NOT (held."isLive" AND held."spelling" = $1)
      AND EXISTS (SELECT FROM "IndexChange" WHERE "id" > held."applied" AND "at" < now() - INTERVAL '${ABANDONED_AFTER} days')`,
    [ownSpelling],
  );
  await client.query(
    `DELETE FROM "IndexChange" WHERE "id" < (SELECT min("applied") FROM "SearchIndex" WHERE "isLive" OR "liveAt" IS NULL)`,
  );
}
