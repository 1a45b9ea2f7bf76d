import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { listFamily, listProcesses, memoryOf } from '../../testing/processes';

/** The kinds of process that a portal has. */
export type Kind = 'gateway' | 'renderer' | 'PostgreSQL';

/** Megabytes of a kind of process over the time. */
export type MemoryOverTime = Record<Kind, number[]>;

const BETWEEN = 2_000;

/**
 * Reads the memory of a portal's processes every two seconds until `signal` aborts.
 * The portal is one that this process has started; where the system does not say, nothing is read.
 */
export async function watchMemory(databaseUrl: string, signal: AbortSignal): Promise<MemoryOverTime> {
  const server = await findServer(databaseUrl);
  const memory: MemoryOverTime = { gateway: [], renderer: [], PostgreSQL: [] };
  while (!signal.aborted) {
    const own = listFamily(process.pid);
    const ids: Record<Kind, number[]> = {
      gateway: own.filter(({ command }) => /gateway\.mjs$/.test(command)).map(({ id }) => id),
      // Next gives its process another name.
      renderer: own.filter(({ command }) => command.startsWith('next-server')).map(({ id }) => id),
      PostgreSQL: server === null ? [] : listFamily(server).map(({ id }) => id),
    };
    for (const [kind, processes] of Object.entries(ids) as [Kind, number[]][]) {
      const bytes = processes.reduce((sum, id) => sum + memoryOf(id), 0);
      if (bytes > 0) memory[kind].push(bytes / 1024 / 1024);
    }
    await sleep(BETWEEN, undefined, { signal }).catch(() => undefined);
  }
  return memory;
}

/** Finds the server of a database by the process that serves our connection; null elsewhere. */
async function findServer(databaseUrl: string): Promise<number | null> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: number }>('SELECT pg_backend_pid() AS "id"');
    return (
      listProcesses().find(({ id, command }) => id === rows[0]?.id && command.includes('postgres'))?.parent ?? null
    );
  } finally {
    await client.end();
  }
}
