import { LOG_EVENTS, type LogEvent } from './events';

/** Lines of one kind in a minute, unless the table of events says fewer. */
const A_MINUTE = 20;
const MINUTE = 60_000;
const SECOND = 1000;
/** Kinds that are counted at once; the oldest is forgotten. */
const KINDS = 500;

interface Kind {
  event: LogEvent;
  /** Since when lines are counted, in milliseconds. */
  since: number;
  written: number;
  leftOut: number;
}

/**
 * Keeps what is wrong for a while from filling the log: of each kind a few lines a minute are
 * written, and the rest is counted.
 */
export class Repetitions {
  private readonly kinds = new Map<string, Kind>();
  private nextEnd = 0;
  private readonly tell: (event: LogEvent, leftOut: number) => void;

  /** @param tell gets the number of lines that were left out, when their minute is over */
  constructor(tell: (event: LogEvent, leftOut: number) => void) {
    this.tell = tell;
  }

  /** Kinds that are counted at the moment. */
  get size(): number {
    return this.kinds.size;
  }

  /**
   * Says whether a line may be written.
   * @param kind what makes lines alike: event, error, place
   */
  allows(event: LogEvent, kind: string, now: number): boolean {
    if (now >= this.nextEnd) this.endMinutes(now);
    let counted = this.kinds.get(kind);
    if (!counted) {
      this.kinds.set(kind, (counted = { event, since: now, written: 0, leftOut: 0 }));
      if (this.kinds.size > KINDS) this.end(this.kinds.keys().next().value!);
    }
    const { aMinute = A_MINUTE } = LOG_EVENTS[event] as { aMinute?: number };
    if (counted.written < aMinute) {
      counted.written += 1;
      return true;
    }
    counted.leftOut += 1;
    return false;
  }

  /** Tells of what was left out in minutes that are over; of all at the end of the process. */
  endMinutes(now: number): void {
    this.nextEnd = now + SECOND;
    for (const [kind, { since }] of this.kinds) if (now - since >= MINUTE) this.end(kind);
  }

  private end(kind: string): void {
    const { event, leftOut } = this.kinds.get(kind)!;
    this.kinds.delete(kind);
    if (leftOut > 0) this.tell(event, leftOut);
  }
}
