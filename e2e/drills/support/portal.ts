import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { spawnNode } from '@/scripts/support/child-process';
import { findFreePort } from '@/scripts/support/ports';
import { until } from './until';

/** A portal in processes of its own: supervisor, gateway and renderers. */
export interface DrillPortal {
  /** `http://localhost:40123` */
  address: string;
  port: number;
  /** What its processes have printed. */
  printed: () => string;
  /** Process numbers: the one that listens, and those that make pages. */
  processes: () => { gateway: number; renderers: number[] };
  /**
   * Ends the renderers by force; they are started again when the returned function is called.
   */
  killRenderers: () => () => void;
  /** The same with the one that listens. */
  killGateway: () => () => void;
  stop: () => Promise<void>;
}

/** Starts a portal that reads the database at `url`, and waits until it is ready. */
export async function startPortal(url: string, settings: Record<string, string> = {}): Promise<DrillPortal> {
  const port = await findFreePort();
  const script = path.join('scripts', 'testing', 'drill-portal.ts');
  const env = { ...process.env, DATABASE_URL: url, DATABASE_READ_URL: '', LOG_REQUESTS: '0', ...settings };
  const supervisor = spawnNode(['--import', 'tsx', script, String(port)], env, ['pipe', 'pipe']);
  let output = '';
  supervisor.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  supervisor.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await until('the portal is ready', 100_000, () => {
    if (supervisor.exitCode !== null) throw new Error(`The portal has ended:\n${output}`);
    return /^Ready$|"msg":"Ready"/m.test(output);
  });
  const processes = () => {
    const own = childrenOf(supervisor.pid!);
    const gateway = own.find(({ command }) => command.endsWith('gateway.mjs'));
    // Number 0 would be this process and all its own.
    if (!gateway) throw new Error(`No gateway runs:\n${output}`);
    return {
      gateway: gateway.id,
      renderers: own.filter(({ command }) => /next-server|bin\/next/.test(command)).map(({ id }) => id),
    };
  };
  const killed = (ids: readonly number[]) => {
    // Their supervisor does not see it before it goes on.
    supervisor.kill('SIGSTOP');
    for (const id of ids) process.kill(id, 'SIGKILL');
    return () => supervisor.kill('SIGCONT');
  };
  return {
    address: `http://localhost:${port}`,
    port,
    printed: () => output,
    processes,
    killRenderers: () => killed(processes().renderers),
    killGateway: () => killed([processes().gateway]),
    stop: async () => {
      if (supervisor.exitCode !== null) return;
      const ended = once(supervisor, 'exit');
      supervisor.kill('SIGTERM');
      await ended;
    },
  };
}

/** Lists the processes that `parent` has started. */
export function childrenOf(parent: number): { id: number; command: string }[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return [...table.matchAll(/^\s*(?<id>\d+)\s+(?<owner>\d+)\s+(?<command>.*)$/gm)]
    .map(({ groups }) => ({ id: Number(groups!.id), owner: Number(groups!.owner), command: groups!.command! }))
    .filter(({ owner }) => owner === parent);
}
