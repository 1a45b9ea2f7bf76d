import { setTimeout as sleep } from 'node:timers/promises';

const FIRST = 500;
const LONGEST = 30_000;
/** What lived so long was no failing attempt. */
const STEADY = 10_000;

/**
 * Gives how long to wait before a process is started again, in milliseconds.
 * Nothing after one that lived for ten seconds; else half a second, doubled up to thirty.
 * @param previous what was given the last time, 0 at first
 * @param lived milliseconds that the process ran; 0 when it did not start
 */
export function nextWait(previous: number, lived: number): number {
  return lived >= STEADY ? 0 : Math.min(Math.max(FIRST, previous * 2), LONGEST);
}

/** Waits for `milliseconds`, or until `signal` aborts. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => undefined);
}
