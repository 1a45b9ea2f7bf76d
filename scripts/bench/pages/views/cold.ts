import { setTimeout as sleep } from 'node:timers/promises';
import { timesOf, type Times } from '../../statistics';

/** Choices under 显示; each makes another page of the same address. */
const CHOICES = ['', 'size=large', 'theme=dark', 'elder=on', 'face=song', 'size=small', 'keys=off'];
const MOST = 150;

/** How long pages take that nobody has read since the last change, in milliseconds. */
export interface ColdTimes {
  ordinary: Times;
  longest: Times;
  /** How many were asked for. */
  count: number;
}

/**
 * Asks for pages that nobody has read since the last change, one after another.
 * @param documents longest first; the same one is read with several display choices
 */
export async function measureCold(origin: string, documents: readonly string[]): Promise<ColdTimes> {
  const [longest = '/', ...others] = documents;
  const ordinary = CHOICES.flatMap((choice) => others.map((address) => ({ address, choice }))).slice(0, MOST);
  const times: number[] = [];
  for (const { address, choice } of ordinary) times.push(await timeOnce(origin + address, choice));
  const ofLongest: number[] = [];
  for (const choice of CHOICES) ofLongest.push(await timeOnce(origin + longest, choice));
  return { ordinary: timesOf(times), longest: timesOf(ofLongest), count: times.length };
}

async function timeOnce(address: string, choice: string): Promise<number> {
  const began = performance.now();
  const headers: Record<string, string> = choice === '' ? {} : { cookie: `display=${encodeURIComponent(choice)}` };
  const answer = await fetch(address, { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address}: status ${answer.status}`);
  return performance.now() - began;
}

/**
 * Keeps `count` renderings under way while `work` is done: pages that nobody has asked for before.
 * @returns what `work` returns
 */
export async function besideRenderings<Result>(
  origin: string,
  documents: readonly string[],
  count: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const ended = new AbortController();
  const began = Date.now();
  const renderings = Array.from({ length: count }, async (_, reader) => {
    // Each as a reader of its own.
    const headers = { 'x-forwarded-for': `198.51.100.${reader + 1}` };
    for (let turn = 0; !ended.signal.aborted; turn++) {
      const address = documents[(turn * count + reader) % documents.length]!;
      try {
        await (await fetch(`${origin}${address}?q=${began}-${reader}-${turn}`, { headers })).arrayBuffer();
      } catch {
        await sleep(50);
      }
    }
  });
  try {
    return await work();
  } finally {
    ended.abort();
    await Promise.all(renderings);
  }
}
