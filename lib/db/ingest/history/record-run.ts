import { Client } from 'pg';
import type { FileReport } from '@/lib/db/ingest/report';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { printable } from '@/lib/text/printable';
import { FAILURES_LIMIT, KEPT_RUNS, RUN_LOCK, runKeySql, type RunFailure, type RunKind } from './run-kinds';

/** Milliseconds between two signs of a run that it goes on. */
const BEAT = 5000;
/** Characters of an error that are kept. */
const ERROR_LENGTH = 500;

/** What a run tells about itself, to be recorded. */
export interface RunRecorder {
  /** Takes the number of files. */
  onStart: (total: number) => void;
  /** Takes what became of a file. */
  onFile: (file: Pick<FileReport, 'path' | 'error'> & { outcome: FileReport['outcome'] | 'removed' }) => void;
}

/**
 * Runs work and records it as a run: what it did, how long it took, what failed.
 *
 * The record has a connection of its own, and a lock on it that goes with the process: so a run
 * that was killed is known. Where nothing can be recorded, the work is done all the same.
 * @param url of the database
 * @param complain takes why the run could not be recorded
 * @returns what the work gives
 */
export async function recordRun<Result>(
  url: string,
  kind: RunKind,
  work: (recorder: RunRecorder) => Promise<Result>,
  complain: (reason: string) => void,
): Promise<Result> {
  const record = new Recording(url, complain);
  await record.begin(kind);
  try {
    const result = await work(record);
    await record.end(true);
    return result;
  } catch (error) {
    record.noteFailure({ name: '', error: error instanceof Error ? error.message : String(error) });
    await record.end(false);
    throw error;
  }
}

class Recording implements RunRecorder {
  private readonly url: string;
  private readonly complain: (reason: string) => void;
  private id: string | null = null;
  private client: Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private total: number | null = null;
  private readonly counts = { added: 0, replaced: 0, unchanged: 0, failed: 0, removed: 0 };
  private readonly failures: RunFailure[] = [];

  constructor(url: string, complain: (reason: string) => void) {
    this.url = url;
    this.complain = complain;
  }

  onStart = (total: number): void => {
    this.total = total;
  };

  onFile: RunRecorder['onFile'] = ({ path, outcome, error }) => {
    if (outcome !== 'parsed') this.counts[outcome]++;
    if (error !== undefined) this.noteFailure({ name: path, error });
  };

  noteFailure({ name, error }: RunFailure): void {
    // What PostgreSQL cannot store, and a terminal would obey, is written by its number.
    if (this.failures.length < FAILURES_LIMIT)
      this.failures.push({ name: printable(name), error: printable(error).slice(0, ERROR_LENGTH) });
  }

  async begin(kind: RunKind): Promise<void> {
    await this.orComplain(async () => {
      const client = await this.connect();
      const { rows } = await client.query<{ id: string }>(
        'INSERT INTO "IngestRun" ("kind", "version") VALUES ($1, $2) RETURNING "id"',
        [kind, storedVersion],
      );
      this.id = rows[0]!.id;
      await this.lock(client);
      await client.query('DELETE FROM "IngestRun" WHERE "id" <= $1::bigint - $2', [this.id, KEPT_RUNS]);
    });
    this.timer = setInterval(() => {
      this.writing = this.writing.then(() => this.write(false).catch(() => this.disconnect()));
    }, BEAT).unref();
  }

  async end(isComplete: boolean): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
    await this.orComplain(() => this.write(isComplete));
    await this.disconnect();
  }

  private async write(isEnd: boolean): Promise<void> {
    if (this.id === null) return;
    const { added, replaced, unchanged, failed, removed } = this.counts;
    const done = added + replaced + unchanged + failed + removed;
    const client = this.client ?? (await this.connect());
    await client.query(
      `UPDATE "IngestRun" SET "heartbeatAt" = now(), "endedAt" = CASE WHEN $2 THEN now() END, "total" = $3, "done" = $4, "added" = $5,
        "replaced" = $6, "unchanged" = $7, "failed" = $8, "removed" = $9, "failures" = $10::jsonb WHERE "id" = $1`,
      [
        this.id,
        isEnd,
        isEnd ? done : this.total,
        done,
        added,
        replaced,
        unchanged,
        failed,
        removed,
        JSON.stringify(this.failures),
      ],
    );
  }

  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url, application_name: 'gongbao ingest run' });
    // A connection that breaks is made anew by the next sign.
    client.on('error', () => (this.client = null));
    await client.connect();
    // After the database was away; the first time there is no run yet.
    if (this.id !== null) await this.lock(client);
    return (this.client = client);
  }

  private async lock(client: Client): Promise<void> {
    await client.query(`SELECT pg_try_advisory_lock(${RUN_LOCK}, ${runKeySql('$1::bigint')})`, [this.id]);
  }

  private async disconnect(): Promise<void> {
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async orComplain(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.complain(`The run could not be recorded: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}
