import { nextWait, pause } from '../support/backoff';
import { isAlive } from '../support/file-lock.mjs';
import { seconds } from '../support/progress';
import { readState } from './cluster-folder';
import { findServerProcess } from './server-process';

const LOOK_EVERY = 500;

/**
 * Calls `startAgain` whenever the server of the cluster kept in `folder` has ended.
 * Between failing attempts it waits from 0.5 s to 30 s; it never gives up. A server that is paused
 * or busy has not ended.
 * @param startAgain gives an error for why it could not be started
 * @returns when `signal` aborts
 */
export async function keepServerRunning(
  folder: string,
  startAgain: () => Promise<unknown>,
  log: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const isOver = () => signal.aborted;
  const find = () => findServerProcess(readState(folder)?.home ?? '');
  let server = find();
  let since = performance.now();
  let wait = 0;
  for (;;) {
    while (server !== null && isAlive(server)) {
      await pause(LOOK_EVERY, signal);
      if (isOver()) return;
    }
    const began = performance.now();
    let lived = began - since;
    let reason = `The database server${server === null ? '' : ` (process ${nameOf(server)})`} has ended.`;
    for (;;) {
      wait = nextWait(wait, lived);
      log(`${reason} Starting it again${wait > 0 ? ` in ${wait / 1000} s` : ''} …`);
      await pause(wait, signal);
      if (isOver()) return;
      try {
        await startAgain();
        break;
      } catch (error) {
        if (isOver()) return;
        reason = error instanceof Error ? error.message : String(error);
        lived = 0;
      }
    }
    server = find();
    since = performance.now();
    log(`The database server runs again (process ${nameOf(server ?? '?')}) after ${seconds(began)}.`);
  }
}

const nameOf = (identity: string): string => String(identity.split(' ')[0]);
