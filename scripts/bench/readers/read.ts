import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { randomFrom, zipf, type Random } from '../search/random';

/** Mean seconds that a reader reads before asking for the next page. */
const THINKING = 5;
/** Milliseconds after which an answer counts as missing. */
const PATIENCE = 30_000;
/** The share of readers who have chosen something under 显示. */
const WITH_CHOICE = 0.3;
const CHOICES = ['size=large', 'theme=dark', 'elder=on', 'face=song&theme=light', 'size=small&keys=off'];

/** What readers have got. */
export interface Read {
  /** Milliseconds of each answer. */
  times: number[];
  /** Answers by status. */
  statuses: Record<string, number>;
  /** What no reader may get: `503 /shili`. */
  errors: string[];
}

/**
 * Reads as many readers do, each at an own pace, until `signal` aborts.
 * @param addresses most read first; the tenth is read about a tenth as often as the first
 */
export async function readAsMany(
  origin: string,
  addresses: readonly string[],
  { clients, thinking = THINKING }: { clients: number; thinking?: number },
  signal: AbortSignal,
): Promise<Read> {
  const read: Read = { times: [], statuses: {}, errors: [] };
  const agent = new Agent({ connections: clients, pipelining: 1 });
  const choose = zipf(addresses.length);
  const readOne = async (client: number): Promise<void> => {
    const random = randomFrom(client);
    const choice = random() < WITH_CHOICE ? CHOICES[client % CHOICES.length]! : '';
    const tags = new Map<string, string>();
    await think(random, thinking, signal);
    while (!signal.aborted) {
      const address = addresses[choose(random)]!;
      await ask(address, tags, {
        'accept-encoding': 'gzip',
        'x-forwarded-for': `198.51.${100 + (client >> 8)}.${client & 255}`,
        ...(choice !== '' && { cookie: `display=${encodeURIComponent(choice)}` }),
      });
      await think(random, thinking, signal);
    }
  };
  const ask = async (address: string, tags: Map<string, string>, headers: Record<string, string>): Promise<void> => {
    const known = tags.get(address);
    const began = performance.now();
    let outcome: string;
    try {
      const answer = await request(origin + address, {
        dispatcher: agent,
        headers: { ...headers, ...(known !== undefined && { 'if-none-match': known }) },
        signal: AbortSignal.timeout(PATIENCE),
      });
      await answer.body.arrayBuffer();
      outcome = String(answer.statusCode);
      if (typeof answer.headers.etag === 'string') tags.set(address, answer.headers.etag);
    } catch (error) {
      outcome = error instanceof Error ? error.name : String(error);
    }
    read.times.push(performance.now() - began);
    read.statuses[outcome] = (read.statuses[outcome] ?? 0) + 1;
    if (outcome !== '200' && !(outcome === '304' && known !== undefined)) read.errors.push(`${outcome} ${address}`);
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => readOne(client)));
  await agent.close();
  return read;
}

async function think(random: Random, mean: number, signal: AbortSignal): Promise<void> {
  await sleep(-Math.log(1 - random()) * mean * 1000, undefined, { signal }).catch(() => undefined);
}

/** Downloads files one after another without a pause, until `signal` aborts; gives how many. */
export async function downloadWithoutPause(
  origin: string,
  addresses: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  let count = 0;
  for (let turn = 0; !signal.aborted; turn++) {
    const address = respell(addresses[turn % addresses.length]!, Math.floor(turn / addresses.length));
    const answer = await fetch(origin + address, { headers: { 'x-forwarded-for': '203.0.113.7' } }).catch(() => null);
    const bytes = await answer?.arrayBuffer().catch(() => null);
    if (answer?.ok && bytes) count++;
    else await sleep(100);
  }
  return count;
}

/**
 * Spells an address in another way each turn, so that its file is made anew: `/%73hili/issues/…`.
 * Parameters would not do, because those that change nothing are left out.
 */
export function respell(address: string, turn: number): string {
  let rest = turn;
  return address.replace(/[a-z]/g, (letter) => {
    const isEncoded = rest % 2 === 1;
    rest = Math.floor(rest / 2);
    return isEncoded ? `%${letter.charCodeAt(0).toString(16)}` : letter;
  });
}
