import { setImmediate, setTimeout } from 'node:timers/promises';

/** Rounds of the event loop in which what has arrived is read. */
const ROUNDS = 5;

/**
 * Waits for an answer of the database for so long at most.
 *
 * What has arrived while this process was busy is in time.
 * @param limit milliseconds
 * @throws Error where none comes
 */
export async function within<Answer>(limit: number, answer: Promise<Answer>): Promise<Answer> {
  const done = new AbortController();
  try {
    return await Promise.race([answer, end(limit, done.signal)]);
  } finally {
    done.abort();
  }
}

async function end(limit: number, signal: AbortSignal): Promise<never> {
  await setTimeout(limit, undefined, { signal });
  for (let round = 0; round < ROUNDS; round++) await setImmediate();
  throw new Error(`The database gave no answer in ${limit} ms.`);
}
