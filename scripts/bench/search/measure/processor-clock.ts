import { readFileSync } from 'node:fs';
import { Client } from 'pg';

const nanosecondsOfMillisecond = 1e6;

/**
 * Counts the processor's time of this process and of the database's, which run for it. On a machine
 * that has other things to do it says more than the time that passes. Works where Linux knows of
 * the server's processes, which must be on the same machine.
 */
export class ProcessorClock {
  readonly #client: Client;
  readonly #connected: Promise<void>;
  #processes: number[] = [];

  constructor(url: string) {
    this.#client = new Client({ connectionString: url });
    this.#connected = this.#client.connect().then(() => undefined);
  }

  /** Looks for the processes of connections that were made since. */
  async refresh(): Promise<void> {
    await this.#connected;
    const { rows } = await this.#client.query<{ pid: number }>(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    this.#processes = rows.map(({ pid }) => pid);
  }

  /** Milliseconds; only differences mean something. Null where it is not known. */
  now(): number | null {
    const { user, system } = process.cpuUsage();
    let sum = (user + system) / 1000;
    for (const process of this.#processes) {
      const time = timeOf(process);
      if (time === null) return null;
      sum += time;
    }
    return this.#processes.length === 0 ? null : sum;
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}

/** Null for a process that is gone, or of another machine. */
function timeOf(process: number): number | null {
  try {
    return Number(readFileSync(`/proc/${process}/schedstat`, 'utf8').split(' ')[0]) / nanosecondsOfMillisecond;
  } catch {
    return null;
  }
}
