import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDatabase, sampleCorpus } from '@/scripts/testing/test-portal';
import { openCluster, type DrillCluster } from './support/cluster';
import { formOf } from './support/form';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, STALE_SENTENCE, type Asking, type Seen } from './support/reader';
import {
  choiceOf,
  HELD_DATA,
  HELD_PAGES,
  PAGES_WITHOUT_DATA,
  readHeld,
  UNREAD_PAGES,
  unreadData,
} from './support/readings';
import { tell } from './support/tell';
import { until } from './support/until';

/** Milliseconds within which a reader has an answer, on a machine that does other work too. */
const SOON = 2000;

let cluster: DrillCluster;
let portal: DrillPortal;
let reference: Map<string, Seen>;

beforeAll(async () => {
  cluster = await openCluster();
  await fillDatabase(cluster.url, [sampleCorpus], new AbortController().signal);
  portal = await startPortal(cluster.url);
  reference = await readHeld(portal.address);
});
afterAll(async () => {
  await portal.stop();
  await cluster.stop();
});

const read = (address: string, asking: Asking = {}) => ask(portal.address, address, asking);

async function readAll(addresses: readonly string[], asking: Asking = {}): Promise<Map<string, Seen>> {
  const seen = await Promise.all(addresses.map((address) => read(address, asking)));
  return new Map(seen.map((each) => [each.address, each]));
}

const slowest = (seen: readonly Seen[]) =>
  `${Math.round(Math.max(...seen.map(({ milliseconds }) => milliseconds)))} ms`;

type Mend = () => unknown;

/** What the readers of a drill see while something is away, and afterwards. */
interface Drill {
  name: string;
  /** Of the drill; each has its own unread pages. */
  number: number;
  /** Makes it fail; the returned function mends it. */
  fail: () => Promise<Mend> | Mend;
  /** Whether the number of what is held can be read: what is held is current then. */
  isCurrent?: boolean;
}

async function drill({ name, number, fail, isCurrent = false }: Drill): Promise<void> {
  await readAll([...HELD_PAGES, ...HELD_DATA, ...PAGES_WITHOUT_DATA]);
  const choice = { headers: choiceOf(number) };
  const logged = portal.printed().length;
  const mend = await fail();
  const failed = performance.now();
  let held: Map<string, Seen>;
  let unread: Seen[];
  try {
    // The one who finds out.
    const first = await read(UNREAD_PAGES[0]!, choice);
    expect(first.milliseconds).toBeLessThan(SOON);
    unread = [first, ...(await readAll(UNREAD_PAGES.slice(1), choice)).values()];
    unread.push(...(await readAll(unreadData(number))).values());
    // Many, from many readers: nobody waits for those before.
    const many = Array.from({ length: 60 }, (_, at) =>
      read(`/shili?year=${1800 + at}`, { headers: { 'X-Forwarded-For': `192.0.2.${at}`, ...choice.headers } }),
    );
    unread.push(...(await Promise.all(many)));
    held = await readAll([...HELD_PAGES, ...HELD_DATA]);
    expectHeld([...held.values()], isCurrent);
    for (const { address, status, headers, milliseconds } of unread) {
      expect(status, `${address}\n${portal.printed().slice(logged)}`).toBe(503);
      expect(Number(headers['retry-after']), address).toBeGreaterThan(0);
      expect(headers['cache-control'], address).toBe('no-store');
      expect(headers.etag, address).toBeUndefined();
      expect(milliseconds, address).toBeLessThan(SOON);
    }
    await expectWithoutData();
    await expectCopies(isCurrent);
  } finally {
    await mend();
  }
  const mended = performance.now();
  await until('an unread page', 20_000, async () => (await read(UNREAD_PAGES[0]!, choice)).status === 200);
  const recovery = performance.now() - mended;
  // At once for the others too, and nothing of what went wrong is kept.
  const after = await readAll([...HELD_PAGES, ...HELD_DATA]);
  for (const { address, status, headers, bytes } of after.values()) {
    const before = reference.get(address)!;
    expect([status, headers.etag, headers.age], address).toEqual([200, before.headers.etag, undefined]);
    expect(bytes.equals(before.bytes), address).toBe(true);
  }
  const made = [...(await readAll(UNREAD_PAGES, choice)).values(), ...(await readAll(unreadData(number))).values()];
  for (const { address, status, headers, text } of made) {
    expect([address, status]).toEqual([address, address === '/nothing-there' ? 404 : 200]);
    expect(headers.etag, address).toBeDefined();
    expect(text, address).not.toContain(STALE_SENTENCE);
  }
  expect(portal.printed().slice(logged)).not.toContain('A request failed');
  tell(
    name,
    `held ${count([...held.values()])} (${slowest([...held.values()])}); unread ${count(unread)} (${slowest(unread)}); away ${Math.round(mended - failed)} ms, right again after ${Math.round(recovery)} ms`,
  );
}

function expectHeld(held: readonly Seen[], isCurrent: boolean): void {
  for (const { address, status, headers, text, milliseconds } of held) {
    expect([address, status]).toEqual([address, 200]);
    expect(milliseconds, address).toBeLessThan(SOON);
    if (isCurrent) {
      expect(headers.etag, address).toBe(reference.get(address)!.headers.etag);
      continue;
    }
    expect(Number(headers.age), address).toBeLessThan(120);
    expect(headers['cache-control'], address).toBe('no-store');
    expect(headers.etag, address).toBeUndefined();
    const isPage = HELD_PAGES.includes(address);
    expect(text.includes(STALE_SENTENCE), address).toBe(isPage);
    if (isPage)
      expect(text.replace(/<p class="stale"[^>]*>[^<]*<\/p>/, ''), address).toBe(reference.get(address)!.text);
    else expect(text, address).toBe(reference.get(address)!.text);
  }
}

/** Pages that need no data go on as ever, and so do the forms. */
async function expectWithoutData(): Promise<void> {
  for (const page of (await readAll(PAGES_WITHOUT_DATA)).values()) {
    expect([page.address, page.status, page.headers.age]).toEqual([page.address, 200, undefined]);
    const again = await read(page.address, { headers: { 'If-None-Match': page.headers.etag! } });
    expect([page.address, again.status]).toEqual([page.address, 304]);
  }
  for (const address of ['/robots.txt', '/icon.svg', '/api/v1/openapi.json', '/healthz'])
    expect((await read(address)).status, address).toBe(200);
  for (const address of ['/readyz', '/api/v1/suggest?q=社']) {
    const { status, milliseconds } = await read(address);
    expect([address, status, milliseconds < SOON || milliseconds]).toEqual([address, 503, true]);
  }
  const display = await read('/display', await formOf(portal.address, '/keyboard', { size: 'large' }));
  expect([display.status, display.headers['set-cookie']?.join()]).toEqual([303, expect.stringContaining('large')]);
  const draft = '依据示政发〔2022〕8号办理。';
  const checked = await read('/check', await formOf(portal.address, '/check', { draft }));
  expect([200, 503]).toContain(checked.status);
  expect(checked.milliseconds).toBeLessThan(SOON);
  expect(checked.text).toContain(draft);
}

/** Readers who have a copy get one with its age; where the number can be read they keep theirs. */
async function expectCopies(isCurrent: boolean): Promise<void> {
  for (const address of ['/shili', '/documents.atom']) {
    const tag = reference.get(address)!.headers.etag!;
    const again = await read(address, { headers: { 'If-None-Match': tag } });
    expect([address, again.status]).toEqual([address, isCurrent ? 304 : 200]);
  }
}

describe('without a front, while the database', () => {
  test('is stopped', async () => {
    await drill({
      name: 'stopped',
      number: 0,
      fail: async () => {
        await cluster.stop();
        return cluster.start;
      },
    });
  });

  test('is killed and nobody starts it', async () => {
    await drill({
      name: 'killed',
      number: 1,
      fail: () => {
        cluster.kill();
        return cluster.start;
      },
    });
  });

  test('is killed and started again by the one who watches it', async () => {
    const choice = { headers: choiceOf(5) };
    const end = await cluster.supervise();
    const seen: Seen[] = [];
    const made: Seen[] = [];
    cluster.kill();
    const began = performance.now();
    do {
      seen.push(...(await readAll([...HELD_PAGES, ...HELD_DATA])).values());
      made.push(...(await readAll(UNREAD_PAGES.slice(0, 3), choice)).values());
    } while (made.at(-1)!.status !== 200 && performance.now() - began < 20_000);
    tell(
      'killed under supervision',
      `held ${count(seen)} (${slowest(seen)}); unread ${count(made)}; right again after ${Math.round(performance.now() - began)} ms`,
    );
    for (const { address, status } of seen) expect([address, status]).toEqual([address, 200]);
    for (const { address, status, headers } of made)
      expect([address, status === 200 || Number(headers['retry-after']) > 0]).toEqual([address, true]);
    expect(made.at(-1)!.status).toBe(200);
    await end();
  });

  test('is paused', async () => {
    await drill({ name: 'paused', number: 2, fail: () => cluster.pause() });
  });

  test('has its tables locked by an open transaction', async () => {
    const lock = async () => {
      const client = new Client({ connectionString: cluster.url });
      await client.connect();
      await client.query('BEGIN');
      await client.query(
        'LOCK TABLE "Municipality", "Issue", "Document", "Section", "Citation", "CitedNumber" IN ACCESS EXCLUSIVE MODE',
      );
      return async () => {
        await client.query('ROLLBACK');
        await client.end();
      };
    };
    await drill({ name: 'locked', number: 3, fail: lock, isCurrent: true });
  });

  test('is moved, and found where it was', async () => {
    await drill({
      name: 'moved',
      number: 4,
      fail: async () => {
        await cluster.stop();
        cluster.move();
        return cluster.start;
      },
    });
  });
});
