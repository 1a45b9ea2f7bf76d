import { groupBy } from '@/lib/collections/group-by';
import { getClient } from '@/lib/db/client';
import { byIds, readEvents, type FollowedEvent } from './event-rows';
import { ENTRIES, pickParts } from './picked-events';

/** An entry of a feed: an event, and the documents that are told with it. */
export interface FollowedEntry extends FollowedEvent {
  /** Those that fit the feed, in the order of the issue. */
  parts: FollowedEvent[];
  /** How many there are, named or not. */
  partCount: number;
}

/** What a feed is made of, whatever it follows. */
export interface FollowedEntries {
  /** The last told first. */
  entries: FollowedEntry[];
  /** When the portal told its first event: the instant of a feed that has none. */
  since: Date;
}

/** Gives entries to events of which none is a part of another one. */
export async function withoutParts(events: readonly FollowedEvent[]): Promise<FollowedEntries> {
  return { entries: events.map((event) => ({ ...event, parts: [], partCount: 0 })), since: await readSince() };
}

/** Adds to events of issues the documents that are told with them. */
export async function withParts(events: readonly FollowedEvent[]): Promise<FollowedEntries> {
  const wholes = events.filter(({ document }) => document === null).map(({ id }) => id);
  const [parts, counts, since] = await Promise.all([
    wholes.length > 0 ? readEvents(pickParts(wholes)) : [],
    countParts(wholes),
    readSince(),
  ]);
  const byWhole = groupBy(parts.toReversed(), ({ partOf }) => partOf);
  return {
    entries: events.map((event) => ({
      ...event,
      parts: byWhole.get(event.id) ?? [],
      partCount: counts.get(event.id) ?? 0,
    })),
    since,
  };
}

/**
 * Gathers events under those of their issues: what is told of an issue is one entry, with the
 * documents among the given ones.
 * @param events the last told first
 */
export async function gatherUnderIssues(events: readonly FollowedEvent[]): Promise<FollowedEntries> {
  const groups = [...groupBy(events, ({ id, partOf }) => partOf ?? id)];
  const missing = groups.flatMap(([id, group]) => (group.some((event) => event.id === id) ? [] : [id]));
  const [wholes, since] = await Promise.all([missing.length > 0 ? readEvents(byIds(missing)) : [], readSince()]);
  const byId = new Map([...events, ...wholes].map((event) => [event.id, event]));
  const entries = groups.flatMap(([id, group]): FollowedEntry[] => {
    const whole = byId.get(id);
    const parts = group.filter((event) => event.id !== id).reverse();
    // Of a later release, which tells more of issues.
    if (!whole) return parts.map((part) => ({ ...part, parts: [], partCount: 0 }));
    return [{ ...whole, parts, partCount: parts.length }];
  });
  return { entries: entries.sort(byArrival).slice(0, ENTRIES), since };
}

const byArrival = (one: FollowedEvent, other: FollowedEvent): number =>
  other.at.getTime() - one.at.getTime() || Number(other.id) - Number(one.id);

async function countParts(wholes: readonly string[]): Promise<Map<string, number>> {
  if (wholes.length === 0) return new Map();
  const counted = await getClient().event.groupBy({
    by: ['partOf'],
    where: { partOf: { in: wholes.map(BigInt) } },
    _count: true,
  });
  return new Map(counted.map(({ partOf, _count }) => [String(partOf), _count]));
}

/** Reads when the portal told its first event, or else when its database was made. */
async function readSince(): Promise<Date> {
  const [row] = await getClient().$queryRaw<[{ at: Date }]>`
    SELECT coalesce((SELECT "at" FROM "Event" ORDER BY "id" LIMIT 1), (SELECT min("started_at") FROM "_prisma_migrations")) AS "at"`;
  return row.at;
}
