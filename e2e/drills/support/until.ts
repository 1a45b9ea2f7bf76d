import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until something is so.
 * @returns after how many milliseconds it was
 * @throws when it takes longer than `limit`
 */
export async function until(what: string, limit: number, isSo: () => boolean | Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > limit) throw new Error(`Waited ${limit} ms, and it never came: ${what}.`);
    await sleep(25);
  }
  return performance.now() - began;
}
