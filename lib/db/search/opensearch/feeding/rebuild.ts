import type { Client } from 'pg';
import { indexDefinition, ownSpelling, type IndexSize } from '@/lib/db/search/opensearch/definition';
import { keepIngestsOutOf } from '@/lib/db/ingest/transaction';
import { applyNext, slicesOf, type Applying } from './apply-changes';
import { compareIndex } from './compare';
import { readEntries } from './entries';
import { inOneState, inTransaction, withoutIngests } from './leading';
import { CHANGED_AT, checkHistory, listHeldIndexes, noteProgress, OtherHistory, type HeldIndex } from './progress';
import { persist, writeEntries } from './write-entries';

/** Documents of which ids are listed at once. */
const LISTED = 500;

/** How an index is built. */
export interface BuildOptions extends IndexSize {
  /** How names of indexes begin. */
  prefix: string;
  /** Gets sentences about how it goes. */
  say: (sentence: string) => void;
}

/** An index that differs from the database: it is not used. */
class IndexDiffers extends Error {
  override name = 'IndexDiffers';
}

/**
 * Builds an index of all documents beside the live one.
 *
 * It is compared with the database, and searches ask it from then on. Broken off, it goes on where
 * it was. Changes of the meantime are taken over from the first on. The former index stays until
 * the next one is built, and is fed no more.
 * @throws IndexDiffers where it differs; then all stays as it was
 */
export async function rebuildIndex(applying: Applying, options: BuildOptions): Promise<HeldIndex> {
  const { index, signal } = applying;
  const { say } = options;
  const unfinished = await findUnfinished(applying, say);
  if (!unfinished) await dropFormer(applying, say);
  const held = unfinished ?? (await beginIndex(applying, options));
  await walkDocuments(applying, held, say);
  await catchUp(applying, held);
  await persist(
    () =>
      index.indices.putSettings({
        index: held.name,
        body: { index: { number_of_replicas: options.replicas, refresh_interval: '1s' } },
      }),
    signal,
  );
  say('Waiting for the copies of its shards');
  await persist(
    () =>
      index.cluster.health({ index: held.name, wait_for_status: 'green', timeout: '5m' }, { requestTimeout: 310_000 }),
    signal,
  );
  await catchUp(applying, held);
  await makeLive(applying, held, say);
  return held;
}

/** Finds an index of this spelling whose building was broken off, and that is still there. */
async function findUnfinished(
  { index, client, signal }: Applying,
  say: BuildOptions['say'],
): Promise<HeldIndex | null> {
  const found = (await listHeldIndexes(client)).find(
    ({ isLive, spelling, liveAt }) => !isLive && liveAt === null && spelling === ownSpelling,
  );
  if (!found) return null;
  const { body: isThere } = await persist(() => index.indices.exists({ index: found.name }), signal);
  const isOurs = isThere && (await hasHistory(index, client, found.name, signal));
  if (isOurs) {
    say(`Going on with ${found.name}, behind document ${found.walkedTo}`);
    return found;
  }
  await persist(() => index.indices.delete({ index: found.name, ignore_unavailable: true }), signal);
  await client.query('DELETE FROM "SearchIndex" WHERE "name" = $1', [found.name]);
  return null;
}

const hasHistory = async (...given: Parameters<typeof checkHistory>): Promise<boolean> => {
  try {
    await checkHistory(...given);
    return true;
  } catch (error) {
    if (error instanceof OtherHistory) return false;
    throw error;
  }
};

async function beginIndex({ index, client, signal }: Applying, options: BuildOptions): Promise<HeldIndex> {
  const time = new Date()
    .toISOString()
    .replace(/[-:]|\..*/g, '')
    .toLowerCase();
  const name = `${options.prefix}-${ownSpelling.replace(':', '')}-${time}`;
  const definition = indexDefinition({ shards: options.shards, replicas: 0 });
  // Nobody searches it: it need not show what is written before the end.
  Object.assign(definition.settings.index, { refresh_interval: '-1' });
  await persist(() => index.indices.create({ index: name, body: definition as never }), signal);
  const mark = await registerIndex(client, name);
  await noteProgress(index, client, name, mark, signal);
  options.say(`Building ${name}`);
  return { name, spelling: ownSpelling, applied: mark.id, walkedTo: 0, isLive: false, liveAt: null };
}

/**
 * Writes the row of an index and a mark among the changes. From then on every change is noted: no
 * ingest is at work meanwhile.
 */
async function registerIndex(client: Client, name: string): Promise<{ id: number; at: string }> {
  return inTransaction(client, async () => {
    await keepIngestsOutOf(client);
    const { rows } = await client.query<{ id: number; at: string }>(
      `INSERT INTO "IndexChange" ("documentId") VALUES (NULL) RETURNING "id"::float8 AS "id", ${CHANGED_AT} AS "at"`,
    );
    const mark = rows[0]!;
    await client.query(`INSERT INTO "SearchIndex" ("name", "spelling", "applied") VALUES ($1, $2, $3)`, [
      name,
      ownSpelling,
      mark.id,
    ]);
    return mark;
  });
}

/** Writes the entries of all documents, in the order of their ids. */
async function walkDocuments(
  { index, client, signal }: Applying,
  held: HeldIndex,
  say: BuildOptions['say'],
): Promise<void> {
  const began = held.applied;
  for (let count = 0; ;) {
    const { rows } = await client.query<{ id: number }>(
      `SELECT "id" FROM "Document" WHERE "id" > $1 ORDER BY "id" LIMIT ${LISTED}`,
      [held.walkedTo],
    );
    if (rows.length === 0) return;
    for (const ids of slicesOf(rows.map(({ id }) => id))) {
      const entries = await inOneState(client, () => readEntries(client, ids));
      // Older than any change that is noted from then on.
      await writeEntries(
        index,
        [...entries.values()].flat().map((entry) => ({ entry })),
        { index: held.name, version: began, signal },
      );
      held.walkedTo = ids.at(-1)!;
      await client.query(`UPDATE "SearchIndex" SET "walkedTo" = $2 WHERE "name" = $1`, [held.name, held.walkedTo]);
      signal.throwIfAborted();
    }
    count += rows.length;
    say(`${count} documents`);
  }
}

async function catchUp(applying: Applying, held: HeldIndex): Promise<void> {
  while ((await applyNext(applying, held)) > 0) applying.signal.throwIfAborted();
}

/** Compares the index while nothing is stored, and lets searches ask it in place of the former. */
async function makeLive(applying: Applying, held: HeldIndex, say: BuildOptions['say']): Promise<void> {
  const { client, url } = applying;
  say('Comparing it with the database');
  await withoutIngests(url, async () => {
    await catchUp(applying, held);
    const differences = await compareIndex(applying, held);
    if (differences.length > 0)
      throw new IndexDiffers(
        `${held.name} differs from the database and is not used:\n${differences.slice(0, 10).join('\n')}`,
      );
    await inTransaction(client, async () => {
      await client.query(`UPDATE "SearchIndex" SET "isLive" = false WHERE "spelling" = $1`, [held.spelling]);
      await client.query(`UPDATE "SearchIndex" SET "isLive" = true, "liveAt" = now() WHERE "name" = $1`, [held.name]);
    });
  });
  held.isLive = true;
  say(`Searches ask ${held.name} now`);
}

/**
 * Removes indexes that were live once, but for the one before: searches that have just read its
 * name may still ask it.
 */
async function dropFormer({ index, client, signal }: Applying, say: BuildOptions['say']): Promise<void> {
  const former = (await listHeldIndexes(client)).filter(
    ({ isLive, liveAt, spelling }) => !isLive && liveAt !== null && spelling === ownSpelling,
  );
  for (const { name } of former) {
    await persist(() => index.indices.delete({ index: name, ignore_unavailable: true }), signal);
    await client.query('DELETE FROM "SearchIndex" WHERE "name" = $1', [name]);
    say(`Removed ${name}`);
  }
}
