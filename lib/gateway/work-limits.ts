import pLimit, { type LimitFunction } from 'p-limit';
import type { Work } from '@/lib/caching/policies';

interface Limits {
  /** Works at once. */
  atOnce: number;
  /** Works at once of one client; its further ones wait behind those of others. */
  perClient: number;
  /** Works that wait; further ones are refused. */
  waiting: number;
}

/**
 * Bounds what is made at once, so that expensive work takes longer but never starves the rest. A
 * page takes 30 to 100 ms of one processor, and waiting for 100 of them is longer than readers do.
 */
const LIMITS: Record<Work | 'form', Limits> = {
  page: { atOnce: 8, perClient: 6, waiting: 100 },
  // The search has ten connections of its own (SEARCH_POOL).
  search: { atOnce: 6, perClient: 3, waiting: 60 },
  export: { atOnce: 2, perClient: 1, waiting: 10 },
  heavy: { atOnce: 2, perClient: 1, waiting: 30 },
  // Reading what is posted costs nothing but memory; whoever sends it slowly holds up nobody else.
  form: { atOnce: 40, perClient: 4, waiting: 40 },
};

/** Too much of the same kind of work is waiting already. */
export class Busy extends Error {
  override name = 'Busy';
}

/** A work that waits for its turn. */
interface Waiting {
  client: string;
  isWanted: () => boolean;
}

/**
 * Tests whether one more work of a client would wait too long. Those for whom nobody waits any more
 * hold no place. One client may fill half of the places.
 */
function isFull(waiting: Set<Waiting>, client: string, places: number): boolean {
  for (const place of waiting) if (!place.isWanted()) waiting.delete(place);
  const own = [...waiting].filter((place) => place.client === client).length;
  return waiting.size >= places || own >= places / 2;
}

/** Runs works within the limits of their kinds. */
export class WorkLimits {
  private readonly kinds = new Map<
    Work | 'form',
    { all: LimitFunction; clients: Map<string, LimitFunction>; waiting: Set<Waiting> }
  >();

  /**
   * Runs `work` when its turn comes.
   * @param client whom it is for; the works of one client wait for each other
   * @param isWanted is asked before it begins: whether anybody still waits for it
   * @throws Busy at once, where too many wait already; or when nobody waits any more
   */
  async run<Result>(
    kind: Work | 'form',
    client: string,
    isWanted: () => boolean,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const limits = LIMITS[kind];
    const own = this.kinds.get(kind) ?? {
      all: pLimit(limits.atOnce),
      clients: new Map<string, LimitFunction>(),
      waiting: new Set<Waiting>(),
    };
    this.kinds.set(kind, own);
    const ofClient = own.clients.get(client) ?? pLimit(limits.perClient);
    const isWaiting = own.all.activeCount >= limits.atOnce || ofClient.activeCount >= limits.perClient;
    if (isWaiting && isFull(own.waiting, client, limits.waiting)) throw new Busy(`Too much is waiting: ${kind}.`);
    own.clients.set(client, ofClient);
    const place: Waiting = { client, isWanted };
    own.waiting.add(place);
    const begin = () => {
      own.waiting.delete(place);
      if (!isWanted()) throw new Busy('Nobody waits any more.');
      return work();
    };
    try {
      return await ofClient(() => own.all(begin));
    } finally {
      // p-limit counts a work as ended a moment later.
      setImmediate(() => {
        if (ofClient.activeCount + ofClient.pendingCount === 0) own.clients.delete(client);
      });
    }
  }
}
