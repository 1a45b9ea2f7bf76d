import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeClient } from '@/lib/db/search/opensearch/client';
import { ownSpelling } from '@/lib/db/search/opensearch/definition';
import { applyNext, pruneChanges, type Applying } from './apply-changes';
import { takeLead, type Lead, type Led } from './leading';
import { checkHistory, listHeldIndexes, OtherHistory, type HeldIndex } from './progress';

/** Milliseconds after which changes are looked for that nobody has told of. */
const LOOK_AGAIN = 5000;
/** Milliseconds after which another one tries to take the lead. */
const TRY_AGAIN = 3000;
/** Milliseconds for which an answer of the index is waited for: it may have much to write. */
const PATIENCE = 60_000;

/** What feeds an index. */
export interface FeedOptions {
  url: string;
  nodes: readonly string[];
  signal: AbortSignal;
  /** Gets sentences about how it goes. */
  say: (sentence: string) => void;
}

/**
 * Does something as the one that leads.
 * @returns null where somebody else leads
 */
export async function leading<Result>(
  { url, nodes, signal }: FeedOptions,
  led: Led,
  work: (applying: Applying, lead: Lead) => Promise<Result>,
): Promise<{ result: Result } | null> {
  const lead = await takeLead(url, led);
  if (!lead) return null;
  const index = await makeClient(nodes, PATIENCE);
  try {
    const applying = { url, index, client: lead.client, signal: AbortSignal.any([signal, lead.lost]) };
    return { result: await work(applying, lead) };
  } finally {
    await index.close();
    await lead.end();
  }
}

/**
 * Lets the live index take over all changes that there are.
 * @returns how many they were; null where somebody else does it, or there is no index
 */
export async function applyAll(options: FeedOptions): Promise<number | null> {
  const led = await leading(options, 'follower', async (applying) => {
    const live = await findLive(applying);
    if (!live) return null;
    let count = 0;
    for (let applied; (applied = await applyNext(applying, live)) > 0;) count += applied;
    await pruneChanges(applying.client);
    return count;
  });
  return led?.result ?? null;
}

/**
 * Lets the live index take over changes as they come, until `signal` says enough. While somebody
 * else does it, waits for the lead.
 */
export async function follow(options: FeedOptions): Promise<void> {
  const { signal, say } = options;
  let isWaiting = false;
  while (!signal.aborted) {
    try {
      const led = await leading(options, 'follower', async (applying, lead) => {
        say('Following the database');
        await followAs(applying, lead, say);
      });
      if (!led && !isWaiting) say('Another one follows the database: waiting for its end');
      isWaiting = !led;
    } catch (error) {
      if (error instanceof OtherHistory) throw error;
      say(`Begins again: ${error instanceof Error ? error.message : String(error)}`);
    }
    await sleep(TRY_AGAIN, undefined, { signal }).catch(() => undefined);
  }
}

async function followAs(applying: Applying, { client }: Lead, say: FeedOptions['say']): Promise<void> {
  const { signal } = applying;
  await client.query('LISTEN gongbao_index');
  let checked: string | undefined;
  while (!signal.aborted) {
    const told = once(client, 'notification', { signal: AbortSignal.any([signal, AbortSignal.timeout(LOOK_AGAIN)]) });
    told.catch(() => undefined);
    const live = await findLive(applying, checked);
    if (live && live.name !== checked) say(`Feeding ${live.name}`);
    checked = live?.name;
    if (live) {
      let count = 0;
      for (let applied; (applied = await applyNext(applying, live)) > 0;) count += applied;
      if (count > 0) await pruneChanges(client);
    }
    await told.catch(() => undefined);
  }
}

/**
 * Finds the live index of this release.
 * @param checked the name of one whose history was checked already
 * @throws OtherHistory where the database was set back; then searches ask it no more
 */
async function findLive({ index, client, signal }: Applying, checked?: string): Promise<HeldIndex | null> {
  const live = (await listHeldIndexes(client)).find(({ isLive, spelling }) => isLive && spelling === ownSpelling);
  if (!live) return null;
  if (live.name === checked) return live;
  try {
    await checkHistory(index, client, live.name, signal);
  } catch (error) {
    if (error instanceof OtherHistory)
      await client.query(`UPDATE "SearchIndex" SET "isLive" = false, "liveAt" = now() WHERE "name" = $1`, [live.name]);
    throw error;
  }
  return live;
}
