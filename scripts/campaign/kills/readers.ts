import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request, type Dispatcher } from 'undici';
import { traditionalUrl } from '@/lib/addresses/urls';
import { integer, pick, randomFrom, seedOf } from '../../bench/search/random';

/** Milliseconds within which every answer has come. */
const LONGEST_WAIT = 5_000;

/** What readers of a portal that is being killed have seen. */
export interface ReadersSaw {
  /** Answers by status, and connections that broke. */
  statuses: Record<string, number>;
  /** What no reader may see. */
  offences: string[];
  /** Milliseconds. */
  longest: number;
}

/**
 * Reads pages until `signal` aborts, whatever happens to the portal.
 * Broken connections and 503 are what readers may see; other errors, half pages, pages with the tag
 * of other bytes, and waiting for more than five seconds are not.
 * @param during says what happens at the moment
 */
export async function readThroughout(
  origin: string,
  addresses: readonly string[],
  { readers, seed, during }: { readers: number; seed: number; during: () => string },
  signal: AbortSignal,
): Promise<ReadersSaw> {
  const saw: ReadersSaw = { statuses: {}, offences: [], longest: 0 };
  const agent = new Agent({ connections: readers, connect: { timeout: LONGEST_WAIT } });
  const bodies = new Map<string, string>();
  const readOne = async (reader: number): Promise<void> => {
    const random = randomFrom(seedOf(seed, 'reader', reader));
    while (!signal.aborted) {
      const address = pick(random, addresses);
      const [began, before] = [performance.now(), during()];
      const outcome = await look(origin + address, address);
      const took = performance.now() - began;
      saw.longest = Math.max(saw.longest, took);
      if (took > LONGEST_WAIT)
        saw.offences.push(`${before}–${during()}: ${address}: ${outcome} after ${Math.round(took)} ms`);
      saw.statuses[outcome] = (saw.statuses[outcome] ?? 0) + 1;
      await sleep(integer(random, 10, 150));
    }
  };
  const look = async (url: string, address: string): Promise<string> => {
    try {
      const answer = await request(url, { dispatcher: agent, signal: AbortSignal.timeout(3 * LONGEST_WAIT) });
      const body = await answer.body.text();
      const { etag } = answer.headers;
      const offend = (what: string): void => void saw.offences.push(`${during()}: ${address}: ${what}`);
      if (answer.statusCode === 503 && answer.headers['retry-after'] === undefined) offend('503 without Retry-After');
      if (![200, 503].includes(answer.statusCode) && !leadsToPlain(address, answer))
        offend(`status ${answer.statusCode}`);
      const isPage = String(answer.headers['content-type']).startsWith('text/html');
      if (isPage && !body.trimEnd().endsWith('</html>')) offend('half a page');
      // The Word library draws ids of links anew each time; the tag is a weak one.
      if (typeof etag === 'string' && !/\.(?:docx|zip)$/.test(address)) {
        const hash = createHash('sha1').update(body).digest('hex');
        if (bodies.get(etag) !== undefined && bodies.get(etag) !== hash) offend(`two bodies with the tag ${etag}`);
        bodies.set(etag, hash);
      }
      return String(answer.statusCode) + (answer.headers.age === undefined ? '' : ' from before');
    } catch {
      return 'broken';
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, reader) => readOne(reader)));
  await agent.close();
  return saw;
}

/** Whether a page of 繁體, whose portal does not answer itself, leads to its plain address. */
const leadsToPlain = (address: string, { statusCode, headers }: Dispatcher.ResponseData): boolean =>
  statusCode === 307 && traditionalUrl(String(headers.location)) === address;
