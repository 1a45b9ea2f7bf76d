import type { Revision } from '@/lib/db/revision';

/** The database does not answer. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
}

/** Milliseconds between two questions while the database is away. */
const PROBE = 1000;

/**
 * Reads the revision for every request by few statements.
 *
 * Each caller gets a reading that began after it asked, so that no answer is older than its
 * request; all who wait share it. While the database is away, callers are refused at once, and one
 * statement a second asks whether it is back.
 */
export class RevisionWatch {
  private running: Promise<Revision> | null = null;
  private queued: Promise<Revision> | null = null;
  private probe: NodeJS.Timeout | null = null;
  /** What was read last, and when; null before the first reading. */
  last: { revision: Revision; at: number } | null = null;

  private readonly ask: () => Promise<Revision>;
  private readonly onChange: (isAway: boolean, reason?: unknown) => void;

  /**
   * @param ask reads once; rejects within a second when there is no answer
   * @param onChange is told when the database goes away and when it is back
   */
  constructor(ask: () => Promise<Revision>, onChange: (isAway: boolean, reason?: unknown) => void = () => undefined) {
    this.ask = ask;
    this.onChange = onChange;
  }

  get isAway(): boolean {
    return this.probe !== null;
  }

  /** @throws DatabaseAway */
  read(): Promise<Revision> {
    if (this.probe) return Promise.reject(new DatabaseAway('The database is away.'));
    if (!this.running) return (this.running = this.askOnce().finally(() => this.next()));
    // The running one began too early for this caller.
    return (this.queued ??= this.running.then(
      () => this.askOnce(),
      () => this.askOnce(),
    ));
  }

  /** Ends the questions. */
  close(): void {
    if (this.probe) clearTimeout(this.probe);
  }

  private next(): void {
    this.running = this.queued?.finally(() => this.next()) ?? null;
    this.running?.catch(() => undefined);
    this.queued = null;
  }

  private async askOnce(): Promise<Revision> {
    try {
      const revision = await this.ask();
      this.last = { revision, at: Date.now() };
      return revision;
    } catch (error) {
      this.goAway(error);
      throw new DatabaseAway('The database does not answer.', { cause: error });
    }
  }

  private goAway(reason: unknown): void {
    if (this.probe) return;
    this.onChange(true, reason);
    const again = () => {
      this.probe = setTimeout(() => {
        this.ask().then((revision) => {
          this.last = { revision, at: Date.now() };
          this.probe = null;
          this.onChange(false);
        }, again);
      }, PROBE);
      this.probe.unref();
    };
    again();
  }
}
