import pLimit, { type LimitFunction } from 'p-limit';
import type { Work } from '@/lib/caching/policies';

/** Kinds of work that are limited. */
export type LimitedWork = Work | 'form';

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
const LIMITS: Record<LimitedWork, Limits> = {
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

/** The works of one kind, counted. */
export interface WorkCounts {
  running: number;
  waiting: number;
  /** Since the start. */
  refused: number;
}

/** A work that was taken on and has not ended. */
interface Place {
  client: string;
  isWanted: () => boolean;
  hasBegun: boolean;
}

/** Why works fail at present. */
interface InVain {
  reason: Error;
  /** Works that were asked for before this one wait in vain. */
  before: number;
  /** Until when it is believed, in milliseconds. */
  until: number;
}

/** The works of one kind. */
interface Kind {
  all: LimitFunction;
  clients: Map<string, LimitFunction>;
  places: Set<Place>;
  /** How many works were asked for. */
  turns: number;
  /** How many of them were refused. */
  refused: number;
  inVain: InVain | null;
}

/** Milliseconds for which works fail like the last one. */
const BELIEF = 1000;

/** Runs works within the limits of their kinds. */
export class WorkLimits {
  private readonly kinds = new Map<LimitedWork, Kind>();

  /**
   * Runs `work` when its turn comes.
   * @param client whom it is for; the works of one client wait for each other
   * @param isWanted is asked before it begins: whether anybody still waits for it
   * @throws Busy at once, where too many wait already; or when nobody waits any more
   */
  async run<Result>(
    name: LimitedWork,
    client: string,
    isWanted: () => boolean,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const limits = LIMITS[name];
    const kind = this.kindOf(name);
    try {
      refuseWhatWouldWait(kind, client, limits);
    } catch (error) {
      kind.refused += 1;
      throw error;
    }
    const turn = kind.turns++;
    const ofClient = kind.clients.get(client) ?? pLimit(limits.perClient);
    kind.clients.set(client, ofClient);
    const place: Place = { client, isWanted, hasBegun: false };
    kind.places.add(place);
    const begin = () => {
      if (!isWanted()) throw new Busy('Nobody waits any more.');
      if (kind.inVain && turn < kind.inVain.before && Date.now() < kind.inVain.until) {
        kind.refused += 1;
        throw kind.inVain.reason;
      }
      place.hasBegun = true;
      return work();
    };
    try {
      return await ofClient(() => kind.all(begin));
    } finally {
      kind.places.delete(place);
      // p-limit counts a work as ended a moment later.
      setImmediate(() => {
        if (ofClient.activeCount + ofClient.pendingCount === 0) kind.clients.delete(client);
      });
    }
  }

  /**
   * Has nobody wait in vain: for a second, works of a kind that wait, or would, are refused. Each
   * of them would fail too, after all before it.
   * @param reason what they reject with
   */
  refuseWaiting(name: Work, reason: Error): void {
    const kind = this.kindOf(name);
    kind.inVain = { reason, before: kind.turns, until: Date.now() + BELIEF };
  }

  /** Counts the works of each kind. */
  counts(): Record<LimitedWork, WorkCounts> {
    const count = (name: LimitedWork): WorkCounts => {
      const { places, refused } = this.kindOf(name);
      const running = [...places].filter(({ hasBegun }) => hasBegun).length;
      return { running, waiting: places.size - running, refused };
    };
    const names = Object.keys(LIMITS) as LimitedWork[];
    return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<LimitedWork, WorkCounts>;
  }

  private kindOf(name: LimitedWork): Kind {
    let kind = this.kinds.get(name);
    if (!kind) {
      kind = {
        all: pLimit(LIMITS[name].atOnce),
        clients: new Map(),
        places: new Set(),
        turns: 0,
        refused: 0,
        inVain: null,
      };
      this.kinds.set(name, kind);
    }
    return kind;
  }
}

/**
 * Refuses one more work of a client where it would wait too long, or in vain. Those for whom nobody
 * waits any more hold no place. One client may fill half of the places for waiting.
 */
function refuseWhatWouldWait({ places, inVain }: Kind, client: string, limits: Limits): void {
  for (const place of places) if (!place.hasBegun && !place.isWanted()) places.delete(place);
  const beforeAll = places.size - limits.atOnce;
  const beforeOwn = [...places].filter((place) => place.client === client).length - limits.perClient;
  if (beforeAll < 0 && beforeOwn < 0) return;
  if (inVain && Date.now() < inVain.until) throw inVain.reason;
  if (beforeAll >= limits.waiting || beforeOwn >= limits.waiting / 2) throw new Busy('Too much is waiting.');
}
