import { LRUCache } from 'lru-cache';
import { weightOf, type Answer } from './answer';

/** Milliseconds for which an answer may be served while the database is away: a day. */
const OLDEST = 24 * 60 * 60 * 1000;
/** The part of the memory for addresses without end: searches, numbers, missing pages. */
const SIDE_SHARE = 0.25;
/** The largest answer that is kept, as a part of its memory. */
const LARGEST = 1 / 8;
/** Answers that have left are collected at so many bytes, as a part of the memory. */
const LEFT_BEHIND = 1 / 4;

/** What a memory for answers holds. */
export interface KeptCounts {
  answers: number;
  bytes: number;
  /** Bytes at most. */
  limit: number;
  /** Answers that have left for want of room, since the start. */
  evicted: number;
}

/**
 * Keeps answers in memory, the least recently read leave first.
 *
 * Each address has one answer, with the state that it was made of: what is read again after a
 * change takes the place of the former answer. Addresses of which there is no end have a memory of
 * their own, so that asking for many of them does not push out what is read.
 */
export class AnswerStore {
  private readonly main: LRUCache<string, Answer>;
  private readonly side: LRUCache<string, Answer>;
  private readonly evicted = { main: 0, endless: 0 };
  /** Bytes of answers that have left since they were last collected. */
  private left = 0;

  /**
   * @param bytes that all answers may take
   * @param collect gives the memory of answers that have left back to the system
   */
  constructor(bytes: number, collect: () => void = () => undefined) {
    const memory = (maxSize: number, part: keyof typeof this.evicted) =>
      new LRUCache<string, Answer>({
        maxSize,
        dispose: (answer, _key, reason) => {
          if (reason === 'evict') this.evicted[part] += 1;
          this.left += weightOf(answer);
          if (this.left < bytes * LEFT_BEHIND) return;
          this.left = 0;
          collect();
        },
        maxEntrySize: Math.floor(maxSize * LARGEST),
        sizeCalculation: (answer, key) => weightOf(answer) + 2 * key.length,
      });
    this.main = memory(Math.floor(bytes * (1 - SIDE_SHARE)), 'main');
    this.side = memory(Math.floor(bytes * SIDE_SHARE), 'endless');
  }

  /** Finds the answer of an address that is made of `state`, and notes that it is current. */
  current(key: string, state: string, now: number): Answer | null {
    const answer = this.main.get(key) ?? this.side.get(key);
    if (answer?.state !== state) return null;
    answer.confirmedAt = now;
    return answer;
  }

  /** Finds the answer of an address whatever it is made of, unless it is older than a day. */
  former(key: string, now: number): Answer | null {
    const answer = this.main.get(key) ?? this.side.get(key);
    return answer && now - answer.confirmedAt <= OLDEST ? answer : null;
  }

  /** @param isEndless whether there is no end of such addresses */
  keep(key: string, answer: Answer, isEndless: boolean): void {
    const [room, other] = isEndless || answer.status !== 200 ? [this.side, this.main] : [this.main, this.side];
    other.delete(key);
    room.set(key, answer);
  }

  /** Counts what is held in each of the two memories. */
  counts(): Record<'main' | 'endless', KeptCounts> {
    const of = (memory: LRUCache<string, Answer>, evicted: number): KeptCounts => ({
      ...{ answers: memory.size, bytes: memory.calculatedSize, limit: memory.maxSize, evicted },
    });
    return { main: of(this.main, this.evicted.main), endless: of(this.side, this.evicted.endless) };
  }

  /** Bytes of all answers. */
  get weight(): number {
    return this.main.calculatedSize + this.side.calculatedSize;
  }
}
