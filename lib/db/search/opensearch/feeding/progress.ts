import type { Client as IndexClient } from '@opensearch-project/opensearch';
import type { ClientBase } from 'pg';
import { persist, type WriteOptions } from './write-entries';

/** An index of this database, as its row says. */
export interface HeldIndex {
  name: string;
  spelling: string;
  applied: number;
  walkedTo: number;
  isLive: boolean;
  /** When searches began to ask it; null where they never did. */
  liveAt: Date | null;
}

const COLUMNS = `"name", "spelling", "applied"::float8 AS "applied", "walkedTo", "isLive", "liveAt"`;

/** Reads the rows of indexes, the live ones first. */
export async function listHeldIndexes(client: ClientBase): Promise<HeldIndex[]> {
  const { rows } = await client.query<HeldIndex>(
    `SELECT ${COLUMNS} FROM "SearchIndex" ORDER BY "isLive" DESC, "startedAt" DESC`,
  );
  return rows;
}

/** The database is not the one that the index was fed from: it was set back to an earlier time. */
export class OtherHistory extends Error {
  override name = 'OtherHistory';
}

const ENTRY = 'progress';
/** When a change was noted, in microseconds, whatever the time zone of a session. */
export const CHANGED_AT = '(extract(epoch FROM "at") * 1000000)::bigint::text';

/**
 * Writes down how far an index is: in it first, then in the database.
 *
 * The index has the time of the change, too. So a database that was set back, and has given the
 * same number to another change since, is found out.
 */
export async function noteProgress(
  index: IndexClient,
  client: ClientBase,
  name: string,
  { id, at }: { id: number; at: string },
  signal: WriteOptions['signal'],
): Promise<void> {
  await persist(() => index.index({ index: name, id: ENTRY, body: { applied: id, appliedAt: at } }), signal);
  await client.query(`UPDATE "SearchIndex" SET "applied" = $2 WHERE "name" = $1`, [name, id]);
}

/**
 * Checks that the database still has the change that an index has taken over last.
 * @throws OtherHistory where it has not
 */
export async function checkHistory(
  index: IndexClient,
  client: ClientBase,
  name: string,
  signal: WriteOptions['signal'],
): Promise<void> {
  const { body } = await persist(async () => {
    await index.indices.refresh({ index: name });
    return index.search({
      index: name,
      body: {
        query: { ids: { values: [ENTRY] } },
        docvalue_fields: ['applied', 'appliedAt'],
        _source: false,
      },
      allow_partial_search_results: false,
    });
  }, signal);
  const [entry] = (body as unknown as { hits: { hits: { fields: { applied: number[]; appliedAt: string[] } }[] } }).hits
    .hits;
  if (!entry) throw new OtherHistory(`The index ${name} does not say how far it is. ${WAY_OUT}`);
  const { applied, appliedAt } = entry.fields;
  const { rowCount } = await client.query(`SELECT FROM "IndexChange" WHERE "id" = $1 AND ${CHANGED_AT} = $2`, [
    applied[0],
    appliedAt[0],
  ]);
  if (rowCount !== 1)
    throw new OtherHistory(
      `The index ${name} has taken over what this database does not have: was it set back to an earlier time? ${WAY_OUT}`,
    );
}

const WAY_OUT = 'Build a new one: npm run index -- --rebuild';
