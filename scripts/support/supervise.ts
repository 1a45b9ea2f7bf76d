import type { ChildProcess } from 'node:child_process';
import { nextWait, pause } from './backoff';
import { waitForEnd } from './child-process';
import { say, seconds } from './progress';

/** A child process that has to be there for as long as the command runs. */
export interface Supervised {
  /** What lines call it: `The portal`. */
  name: string;
  /** Starts it (`spawnNode`), at first and whenever it has ended. */
  start: () => ChildProcess;
  /**
   * Settles when the child does its work, rejects when it never will; `gone` aborts when it has
   * ended.
   */
  ready: (child: ChildProcess, gone: AbortSignal) => Promise<void>;
  /** Ends the child, and the supervision. */
  signal: AbortSignal;
  /** Milliseconds that the child gets for its end before it is ended by force, 8,000. */
  grace?: number;
  log?: (line: string, level?: 'info' | 'error') => void;
}

/**
 * Keeps a child process running until `signal` aborts.
 * It is started again whenever it ends by itself. Between failing attempts it waits from 0.5 s to
 * 30 s; it never gives up.
 * @returns once the child is ready: `ended` settles when `signal` has ended the child
 * @throws when the first child ends, or rejects, before it is ready
 */
export async function supervise(supervised: Supervised): Promise<{ ended: Promise<void> }> {
  const first = await startOnce(supervised);
  return { ended: keepRunning(first, supervised) };
}

interface Running {
  processId: number | undefined;
  since: number;
  /** Settles with how it ended: `signal SIGKILL`. */
  ended: Promise<string>;
}

async function startOnce({ name, start, ready, signal, grace }: Supervised): Promise<Running> {
  signal.throwIfAborted();
  const child = start();
  const since = performance.now();
  const gone = new AbortController();
  const ended = waitForEnd(child, signal, grace)
    .then(
      (code) => (child.signalCode ? `signal ${child.signalCode}` : `exit code ${String(code)}`),
      (error: unknown) => (error as Error).message,
    )
    .finally(() => gone.abort());
  const endedEarly = ended.then((how) => {
    throw new Error(`${name} ended at once (${how}).`);
  });
  try {
    await Promise.race([ready(child, gone.signal), endedEarly]);
    if (gone.signal.aborted) await endedEarly;
  } catch (error) {
    if (!signal.aborted) child.kill('SIGKILL');
    await ended;
    signal.throwIfAborted();
    throw error;
  } finally {
    endedEarly.catch(() => undefined);
  }
  return { processId: child.pid, since, ended };
}

async function keepRunning(first: Running, supervised: Supervised): Promise<void> {
  const { name, signal, log = say } = supervised;
  let running = first;
  let wait = 0;
  for (;;) {
    const how = await running.ended;
    let reason = `${name} (process ${String(running.processId)}) ended by itself (${how}).`;
    let lived = performance.now() - running.since;
    const began = performance.now();
    for (;;) {
      if (signal.aborted) return;
      wait = nextWait(wait, lived);
      log(`${reason} Starting it again${wait > 0 ? ` in ${wait / 1000} s` : ''} …`, 'error');
      await pause(wait, signal);
      try {
        running = await startOnce(supervised);
        break;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
        lived = 0;
      }
    }
    log(`${name} runs again (process ${String(running.processId)}) after ${seconds(began)}.`);
  }
}
