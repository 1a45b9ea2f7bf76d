import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identifyProcess, isAlive, withFileLock } from '../support/file-lock.mjs';
import { keepServerRunning } from './keep-running';
import { startServer, stopServer, type ServerOptions } from './server';

export interface SharedServer {
  /** Connection string of the portal's role. */
  url: string;
  /**
   * Starts the server again whenever it ends before `release`, at the same endpoint.
   * `log` gets a line for each end, failing attempt and start.
   */
  keepRunning: (log: (line: string) => void) => void;
  /** Gives the server back. The last one to do so stops it. */
  release: () => Promise<void>;
}

/**
 * Opens the server of the cluster kept in `folder`, shared between processes.
 * The first process (the portal, an ingest beside it) starts it, the last stops it; one that a
 * killed process left running is taken over.
 */
export async function useSharedServer(folder: string, options: ServerOptions = {}): Promise<SharedServer> {
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'cluster.lock');
  const users = path.join(folder, 'cluster-users');
  const own = path.join(users, randomUUID());
  const url = await withFileLock(lock, async () => {
    // Others have the server's address: it may not be moved.
    const keepEndpoint = hasLivingUsers(users);
    writeFileSync(own, identifyProcess(process.pid) ?? '');
    try {
      return await startServer(folder, { ...options, keepEndpoint });
    } catch (error) {
      rmSync(own, { force: true });
      if (options.signal?.aborted && !hasLivingUsers(users)) await stopServer(folder);
      throw error;
    }
  });
  const released = new AbortController();
  let kept = Promise.resolve();
  const startAgain = () =>
    withFileLock(lock, async () => {
      const again = await startServer(folder, { ...options, keepEndpoint: true, signal: released.signal });
      if (again !== url) throw new Error(`${folder} was removed, and holds another database now. Start anew.`);
    });
  return {
    url,
    keepRunning: (log) => {
      kept = keepServerRunning(folder, startAgain, log, released.signal);
    },
    release: async () => {
      released.abort();
      await kept;
      await withFileLock(lock, async () => {
        rmSync(own, { force: true });
        if (!hasLivingUsers(users)) await stopServer(folder);
      });
    },
  };
}

function hasLivingUsers(users: string): boolean {
  mkdirSync(users, { recursive: true });
  return readdirSync(users).some((name) => {
    const file = path.join(users, name);
    if (isAlive(readFileSync(file, 'utf8'))) return true;
    rmSync(file, { force: true });
    return false;
  });
}
