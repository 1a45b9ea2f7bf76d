import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChangedFile } from './support/changed-file';
import { copySample, execute, type SampleCopy } from './support/database';
import { formOf } from './support/form';
import { provideNginx, startNginx, type OwnNginx } from '@/scripts/testing/nginx';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, STALE_SENTENCE, type Asking, type Seen } from './support/reader';
import { tell } from './support/tell';
import { until } from './support/until';
import { zipf } from './support/zipf';

/** Seconds after which nginx asks at the latest (lib/gateway/response-headers.ts). */
const KEPT_FOR = 10;
const nginx = process.platform === 'linux' ? provideNginx() : null;

let database: SampleCopy;
let folder: string;
let file: ChangedFile;
let portal: DrillPortal;
let front: OwnNginx;

const read = (address: string, asking: Asking = {}) => ask(front.address, address, asking);
const cacheOf = ({ headers }: Seen) => headers['x-cache'] as string | undefined;
const withCookie = (cookie: string) => ({ headers: { Cookie: cookie } });

/** What a page shows of its reader's choices: the attributes of its first element. */
const choicesIn = ({ text }: Seen): string => /<html[^>]*>/.exec(text)?.[0] ?? 'no page';

if (nginx === null)
  process.stdout.write('   There is no nginx here, and none can be installed: its drills are skipped.\n');

describe.skipIf(nginx === null)('with nginx before the portal', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(process.env.DRILL_FOLDER!, 'files-'));
    database = await copySample();
    file = new ChangedFile(folder, 'shili-2022-4.txt', '以方便居民投放');
    portal = await startPortal(database.url);
    front = await startNginx(nginx!, [portal.port]);
  });
  afterAll(async () => {
    await front.stop();
    await portal.stop();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  test('an answer is kept: the second reader gets the bytes of the first', async () => {
    for (const address of ['/', '/shili', '/shili/shizhengfa-2022-8', '/documents.atom', '/nothing-there']) {
      const first = await read(address);
      const second = await read(address);
      expect([address, cacheOf(first), cacheOf(second)]).toEqual([address, 'MISS', 'HIT']);
      expect(second.bytes.equals(first.bytes), address).toBe(true);
      expect(second.headers.etag).toBe(first.headers.etag);
      const again = await read(address, { headers: { 'If-None-Match': first.headers.etag! } });
      expect([address, again.status]).toEqual([address, first.status === 200 ? 304 : 404]);
      expect((await read(address, { headers: { 'If-None-Match': 'W/"other"' } })).status).toBe(first.status);
      const head = await read(address, { method: 'HEAD' });
      expect([cacheOf(head), head.status, head.bytes.length]).toEqual(['HIT', first.status, 0]);
      expect(head.headers['content-length']).toBe(first.headers['content-length']);
    }
  });

  test('each encoding has its copy, which only those get who take it', async () => {
    const address = '/shili/shizhengfa-2023-2';
    const encodings = ['gzip', 'identity', 'gzip;q=0', 'br', 'deflate, gzip;q=1.0', '*;q=0', 'GZIP', ''];
    for (const encoding of [...encodings, ...encodings]) {
      const seen = await read(address, { headers: { 'Accept-Encoding': encoding } });
      const takesGzip = /gzip(?!;q=0$)/i.test(encoding);
      expect([encoding, seen.status, seen.headers['content-encoding']]).toEqual([
        encoding,
        200,
        takesGzip ? 'gzip' : undefined,
      ]);
      expect(seen.text).toBe((await ask(portal.address, address)).text);
    }
  });

  test('a reader never gets the page of another reader’s choice', async () => {
    const cookies = [
      '',
      'display=size%3Dlarge',
      'display=theme%3Ddark',
      'display=face%3Dsong%26theme%3Dlight',
      'display=elder%3Don',
      'display=size%3Dsmall%26keys%3Doff',
      // Other spellings of these, and what is no choice at all.
      'display=size=large',
      'display=theme%3ddark',
      'display=theme%3Dlight%26face%3Dsong',
      'display=%26size%3Dlarge',
      'display=size%3Dlarge%26',
      'display=size%3Dhuge',
      'display="size%3Dlarge"',
      'display=size%3Dlarge; display=theme%3Ddark',
      'display=theme%3Ddark; display=size%3Dlarge',
      'display=nothing; display=size%3Dlarge',
      'Display=size%3Dlarge',
      'DISPLAY=theme%3Ddark; display=size%3Dsmall',
      'xdisplay=size%3Dlarge',
      'display2=theme%3Ddark',
      'a=b;display=theme%3Ddark',
      'a=b; c=display=size%3Dlarge; display=elder%3Don',
      'display=; display=size%3Dlarge',
      'display=%',
      'display=%00',
      `display=${'size%3Dlarge%26'.repeat(40)}`,
      'display',
      ';;; =',
      'display =size%3Dlarge',
    ];
    let readers = 0;
    for (const address of ['/shili', '/nothing-there', '/keyboard', '/zh-hant/shili'])
      for (const cookie of [...cookies, ...cookies.toReversed()]) {
        // Traditional characters are limited for each reader.
        readers += 1;
        const seen = await read(address, { ...withCookie(cookie), from: `127.0.3.${readers % 250}` });
        const direct = await ask(portal.address, address, withCookie(cookie));
        expect([address, cookie, choicesIn(seen)]).toEqual([address, cookie, choicesIn(direct)]);
      }
    const kept = await read('/shili', withCookie('other=1; display=theme%3Ddark; more=2'));
    expect(['HIT', 'REVALIDATED']).toContain(cacheOf(kept));
  });

  test('forms pass, and nothing of them is kept', async () => {
    const draft = '按照示政发〔2022〕8号和示政发〔1999〕777号办理。';
    const form = await formOf(front.address, '/check', { draft });
    for (const _ of [1, 2]) {
      const checked = await read('/check', form);
      expect([checked.status, cacheOf(checked)]).toEqual([200, undefined]);
      expect(checked.text).toContain('示政发〔1999〕777号');
      expect(checked.headers['cache-control']).toBe('no-store');
    }
    const empty = await read('/check');
    expect(empty.text).not.toContain('777');
    const chosen = await read('/display', await formOf(front.address, '/keyboard', { size: 'large' }));
    expect([chosen.status, cacheOf(chosen), chosen.headers['set-cookie']?.join()]).toEqual([
      303,
      undefined,
      expect.stringContaining('size%3Dlarge'),
    ]);
    expect(choicesIn(await read('/keyboard'))).not.toContain('large');
    const keys = execFileSync('grep', ['-rha', '^KEY: ', path.join(front.folder, 'cache')], {
      encoding: 'utf8',
    });
    expect(keys).not.toMatch(/KEY: \/display/);
    expect(keys).toContain('KEY: /shili ');
  });

  test('a page is ten seconds old at most, and the first who comes waits for the new one', async () => {
    const [asked, forgotten] = ['/shili/shizhengfa-2022-8', '/shili/shizhengfa-2022-8/a-1'] as const;
    const saysNew = ({ text }: Seen, words: string) => text.includes(`以方便${words}居民`);
    await read(asked);
    await read(forgotten);
    await sleep(KEPT_FOR * 1000 + 500);
    // Nothing has changed: 304 between the servers.
    expect(cacheOf(await read(asked))).toBe('REVALIDATED');
    expect(cacheOf(await read(asked))).toBe('HIT');
    await file.say('以方便第1轮居民投放', database);
    const committed = performance.now();
    // Whom nobody has asked for a while is right at once, for the first who comes.
    const beside = await Promise.all(Array.from({ length: 12 }, () => read(forgotten)));
    const expired = beside.filter((seen) => cacheOf(seen) === 'EXPIRED');
    const updating = beside.filter((seen) => cacheOf(seen) === 'UPDATING');
    expect(expired).toHaveLength(1);
    expect(saysNew(expired[0]!, '第1轮')).toBe(true);
    expect(updating.length).toBeGreaterThan(6);
    for (const seen of updating) expect(saysNew(seen, '第1轮')).toBe(false);
    for (const seen of beside) expect(['EXPIRED', 'UPDATING', 'HIT']).toContain(cacheOf(seen));
    // Who asks all the time sees it within ten seconds.
    const seen: Seen[] = [];
    do {
      seen.push(await read(asked));
      await sleep(50);
    } while (!saysNew(seen.at(-1)!, '第1轮') && performance.now() - committed < 2 * KEPT_FOR * 1000);
    const age = performance.now() - committed;
    expect(age).toBeLessThan(KEPT_FOR * 1000 + 1000);
    tell(
      'nginx, changed page',
      `first of 12 beside each other ${cacheOf(expired[0]!)} with the new page after ${Math.round(expired[0]!.milliseconds)} ms, ${updating.length} UPDATING with the former within ${Math.round(Math.max(...updating.map(({ milliseconds }) => milliseconds)))} ms; who asked all the time: new ${(age / 1000).toFixed(1)} s after the commit (${count(seen)})`,
    );
  });

  test('while the database is away, readers get what is kept, with its age where nginx asks', async () => {
    const name = new URL(database.url).pathname.slice(1);
    await ask(portal.address, '/shi');
    const hit = await read('/wenhao');
    await execute(database.server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`, database.endConnections);
    try {
      const seen = await read('/wenhao');
      expect([seen.status, cacheOf(seen), seen.bytes.equals(hit.bytes)]).toEqual([200, 'HIT', true]);
      // Of the portal, which marks it; nginx keeps no copy of that.
      for (const _ of [1, 2]) {
        const marked = await read('/shi');
        expect([marked.status, cacheOf(marked), marked.text.includes(STALE_SENTENCE)]).toEqual([200, 'MISS', true]);
      }
      const unread = await read('/shili/shizhengfa-2024-1/files/document.txt');
      expect([unread.status, Number(unread.headers['retry-after']) > 0]).toEqual([503, true]);
    } finally {
      await execute(database.server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    }
    await until('what nobody has read', 10_000, async () => (await read('/shili/timeline?year=2022')).status === 200);
    expect((await read('/shi')).text).not.toContain(STALE_SENTENCE);
  });

  test('nine of ten answers are not made by a renderer, over an ingest too', { timeout: 120_000 }, async () => {
    const { mix, addresses } = await zipf(portal.address, 2000);
    const seen: Seen[] = [];
    const began = performance.now();
    let next = 0;
    let change: Promise<void> | undefined;
    const reader = async () => {
      for (let at = next++; at < mix.length; at = next++) {
        if (at === mix.length / 2) change = file.say('以方便第2轮居民投放', database);
        const { address, cookie } = mix[at]!;
        const headers: Record<string, string> = cookie === '' ? {} : { Cookie: cookie };
        seen.push(await read(address, { headers, from: `127.0.1.${(at % 200) + 1}` }));
      }
    };
    await Promise.all(Array.from({ length: 12 }, reader));
    await change;
    // On a machine that does other work too, a few are told to come back.
    const refused = seen.filter(({ status }) => status !== 200);
    for (const { address, status, headers } of refused)
      expect([address, status, Number(headers['retry-after']) > 0], portal.printed()).toEqual([address, 503, true]);
    expect(refused.length).toBeLessThan(mix.length / 100);
    const passed = seen.filter((each) => ['MISS', 'EXPIRED', 'BYPASS', undefined].includes(cacheOf(each)));
    const share = 1 - passed.length / seen.length;
    tell(
      'nginx, Zipf',
      `${mix.length} requests of ${addresses} addresses in ${Math.round((performance.now() - began) / 1000)} s: ${count(seen)}; without rendering ${(100 * share).toFixed(1)} %`,
    );
    expect(share).toBeGreaterThan(0.9);
  });

  test('one address that asks too fast is told so; others are not', async () => {
    const fast = await Promise.all(
      Array.from({ length: 60 }, (_, at) => read(`/zh-hant/shili?year=${1900 + at}`, { from: '127.0.2.1' })),
    );
    const refused = fast.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.map(({ headers }) => headers['retry-after'])).toEqual(refused.map(() => '5'));
    for (const { status } of fast) expect([200, 307, 429, 503]).toContain(status);
    expect((await read('/zh-hant/shili', { from: '127.0.2.2' })).status).toBe(200);
    expect((await read('/shili', { from: '127.0.2.1' })).status).toBe(200);
    tell('nginx, 60 at once of one address', count(fast));
  });

  test('long searches pass, and forms that are far too long do not', async () => {
    const long = await read(`/search?q=${'社'.repeat(10_000)}`);
    expect([200, 307, 308]).toContain(long.status);
    const form = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } };
    const body = (bytes: number) => `draft=${'a'.repeat(bytes)}`;
    expect((await read('/check', { ...form, body: body(6_000_000) }).catch(() => null))?.status ?? 413).toBe(413);
    expect((await read('/display', { ...form, body: body(100_000) }).catch(() => null))?.status ?? 413).toBe(413);
    expect((await read('/check', { ...form, body: body(100_000) })).status).toBeLessThan(500);
    expect((await read('/shili', { headers: { Cookie: `a=${'b'.repeat(60_000)}` } })).status).toBe(200);
  });

  test('when the portal is gone, what was read is served, and the rest says when to come back', async () => {
    await read('/shili/timeline');
    await read('/api/v1/search?q=社区');
    await portal.stop();
    await sleep(KEPT_FOR * 1000 + 500);
    const held = await Promise.all(['/shili/timeline', '/api/v1/search?q=社区'].map((address) => read(address)));
    for (const seen of held) expect([seen.status, cacheOf(seen)]).toEqual([200, 'STALE']);
    const unread = await Promise.all(
      ['/shili/timeline?year=1900', '/api/v1/search?q=从未', '/check'].map((address) =>
        read(address, address === '/check' ? { method: 'POST', body: 'draft=a' } : {}),
      ),
    );
    for (const { status, headers, text } of unread) {
      expect([502, 504]).toContain(status);
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('暂时不能查阅');
    }
    tell('nginx, portal gone', `read before ${count(held)}; unread ${count(unread)}`);
    expect(front.errors().match(/\[(?:emerg|alert|crit)\].*/g)).toBeNull();
  });
});
