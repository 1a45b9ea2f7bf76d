import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provideNginx, startNginx } from '@/scripts/testing/nginx';
import { readPrometheusText, sumOf, type Family } from '@/scripts/testing/prometheus-text';
import { providePromtool, runPromtool } from '@/scripts/testing/promtool';
import { findFreePort } from '@/scripts/support/ports';
import { copySample, execute, type SampleCopy } from './support/database';
import { formOf } from './support/form';
import { addressesWith, PLANTED, PLANTED_DRAFT, plantedIn, routesWith } from './support/planted';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, type Asking } from './support/reader';
import { tell } from './support/tell';
import { until } from './support/until';

/** A line of the log, as far as these drills look at it. */
interface Line {
  event?: string;
  process: string;
  level: string;
  id?: string;
  route?: string;
  status?: number;
  path?: string;
  stack?: string;
  error?: { name: string; code?: string };
}

const nginx = process.platform === 'linux' ? provideNginx() : null;
const promtool = process.platform === 'linux' ? providePromtool() : null;
if (promtool === null)
  process.stdout.write('   There is no promtool here, and none can be had: its checks are skipped.\n');

let database: SampleCopy;
let portal: DrillPortal;
let metricsPort: number;
/** What all requests of the drill were answered, by status. */
const answered = new Map<number, number>();
/** Everything that /metrics has shown. */
let shown = '';
let readers = 0;

beforeAll(async () => {
  database = await copySample();
  metricsPort = await findFreePort();
  portal = await startPortal(database.url, {
    ...{ LOG_FORMAT: 'json', LOG_REQUESTS: '1', LOG_LEVEL: 'debug', SLOW_SEARCH_MS: '1' },
    METRICS_PORT: String(metricsPort),
  });
});
afterAll(async () => {
  await portal.stop();
  await database.drop();
});

async function metrics(): Promise<Map<string, Family>> {
  const { status, text } = await ask(`http://127.0.0.1:${metricsPort}`, '/metrics');
  expect(status).toBe(200);
  shown += text;
  return readPrometheusText(text);
}

const renderersUp = async (): Promise<number> => sumOf(await metrics(), 'gongbao_renderer_up');

const lines = (from = 0): Line[] =>
  portal
    .printed()
    .slice(from)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

const requestLines = (): Line[] => lines().filter(({ event }) => event === 'request');

const total = (): number => [...answered.values()].reduce((sum, count) => sum + count, 0);

const note = (status: number): number => {
  answered.set(status, (answered.get(status) ?? 0) + 1);
  return status;
};

/** Asks as one of many readers, who has typed words wherever a browser sends any. */
async function send(address: string, asking: Asking = {}): Promise<number> {
  const word = encodeURIComponent(PLANTED[++readers % PLANTED.length]!);
  const headers = {
    'X-Forwarded-For': `192.0.2.${readers % 250}`,
    'X-Request-ID': `${word} 鸢尾`.replaceAll(/[^\x20-\x7e]/g, '?'),
    Referer: `http://localhost/search?q=${word}`,
    'User-Agent': `Wibblefish/1.0 (${word})`,
    Cookie: `display=${word}; session=${word}`,
    'If-None-Match': `"${word}"`,
    ...asking.headers,
  };
  return note((await ask(portal.address, address, { ...asking, headers })).status);
}

/** Sends bytes as they are; gives the status of the first answer, 0 where there is none. */
const sendBytes = (bytes: Buffer): Promise<number> =>
  new Promise((resolve) => {
    const socket = connect(portal.port, '127.0.0.1', () => socket.write(bytes));
    let got = '';
    const end = () => {
      socket.destroy();
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(got)?.[1] ?? 0);
      resolve(status === 0 ? 0 : note(status));
    };
    socket.on('data', (chunk: Buffer) => (got += chunk.toString()));
    socket.on('error', end).on('end', end).setTimeout(5000, end);
  });

async function sendAll(addresses: readonly string[], atOnce = 12): Promise<void> {
  const waiting = [...addresses];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await send(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const raw = (line: string, headers = '', body = ''): Buffer =>
  Buffer.from(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n${body}`);

/** What no browser sends, with words in it. */
const HOSTILE = [
  raw('GET /search?q=鸢尾暗语 zarquonfrob'),
  raw('GET /search?q=%E9%B8%A2%E5%B0%BE%'),
  raw('GET http://zarquonfrob.example/search?q=zarquonfrob'),
  raw('ZARQUONFROB /search?q=zarquonfrob'),
  raw('PROPFIND /zarquonfrob'),
  raw('PUT /search?q=zarquonfrob', 'Content-Length: 11\r\n', 'zarquonfrob'),
  raw('DELETE /wenhao/zarquonfrob'),
  raw('OPTIONS /search?q=zarquonfrob'),
  raw('POST /search?q=zarquonfrob', 'Content-Type: text/plain\r\nContent-Length: 11\r\n', 'zarquonfrob'),
  raw('POST /check', 'Origin: http://zarquonfrob.example\r\nContent-Length: 11\r\n', 'zarquonfrob'),
  raw(
    'POST /check',
    'Content-Type: multipart/form-data; boundary=zarquonfrob\r\nContent-Length: 11\r\n',
    'zarquonfrob',
  ),
  raw('POST /check', 'Next-Action: zarquonfrob\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n', 'zarquonfrob'),
  raw('GET /', 'zarquonfrob: zarquonfrob\r\nzarquonfrob\r\n'),
  raw('GET /', `X-Zarquonfrob: ${'zarquonfrob'.repeat(20_000)}\r\n`),
  raw(`GET /search?q=${'zarquonfrob'.repeat(7000)}`),
  raw(`GET /search?q=${'zarquonfrob'.repeat(20_000)}`),
  raw(`GET /${'zarquonfrob'.repeat(1000)}`),
  raw(`GET /${'zarquonfrob/'.repeat(1000)}`),
  raw('GET /shili?zarquonfrob=%00%ff%fe'),
  raw('GET /%00zarquonfrob'),
  raw('GET /wenhao/zarquonfrob%ff'),
  raw('GET /zarquonfrob%'),
  raw('GET /zh-hant/zarquonfrob%'),
  raw('GET /..%2f..%2fzarquonfrob'),
  raw('GET /_next/static/..%2f..%2fzarquonfrob.js'),
  raw('GET /api/v1/peek?of=//zarquonfrob.example:99999999/'),
  raw('GET /api/v1/peek?of=http://[zarquonfrob'),
  raw('GET //zarquonfrob:99999999/'),
  raw('GET /zarquonfrob', 'X-Forwarded-Host: zarquonfrob:99999999\r\n'),
  raw('GET /healthz?zarquonfrob', 'X-Forwarded-Host: zarquonfrob/99999999\r\nHost: zarquonfrob\r\n'),
  Buffer.from('zarquonfrob\r\n\r\n'),
];

const draftForms = async (): Promise<Asking[]> => {
  const forms = [];
  for (const page of ['/check', '/zh-hant/check'])
    for (const draft of [PLANTED_DRAFT, '', PLANTED_DRAFT.repeat(3000)]) forms.push({ page, draft });
  return Promise.all(forms.map(({ page, draft }) => formOf(portal.address, page, { draft })));
};

async function sendForms(forms: readonly Asking[]): Promise<void> {
  for (const [at, form] of forms.entries()) await send(at < forms.length / 2 ? '/check' : '/zh-hant/check', form);
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  await send('/display', { method: 'POST', headers, body: `size=zarquonfrob&back=/search?q=zarquonfrob` });
}

describe('with words of readers wherever any can stand', () => {
  test('nothing of them is in the log or in the metrics, whatever fails', async () => {
    const forms = await draftForms();
    const before = sumOf(await metrics(), 'gongbao_http_requests_total');
    const asked = forms.length;
    await sendAll(PLANTED.flatMap(addressesWith));
    await sendAll(routesWith(PLANTED[0]!));
    // Once more: what is held.
    await sendAll(PLANTED.flatMap(addressesWith));
    await sendForms(forms);
    for (const bytes of HOSTILE) await sendBytes(bytes);
    tell('all well', `${total()} requests`);

    // The tables that searches read are locked: what waits for them is given up.
    const blocker = new Client({ connectionString: database.url });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE "Section", "Citation" IN ACCESS EXCLUSIVE MODE');
    await sendAll(addressesWith(`${PLANTED[0]!} locked`));
    await blocker.query('ROLLBACK');
    await blocker.end();

    // Tables of another program, and trees that cannot be shown.
    await execute(database.url, 'ALTER TABLE "Section" RENAME COLUMN "matchText" TO "zarquonText"');
    await execute(database.url, `UPDATE "Document" SET "tree" = '{"type":"document","children":[{"type":"none"}]}'`);
    await sendAll(addressesWith(`${PLANTED[2]!} broken`));
    await execute(database.url, 'ALTER TABLE "Section" RENAME COLUMN "zarquonText" TO "matchText"');
    await metrics();

    const name = new URL(database.url).pathname.slice(1);
    await execute(database.server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`, database.endConnections);
    await sendAll([`${PLANTED[3]!} away`, ...PLANTED].flatMap(addressesWith));
    await sendForms(forms);
    expect(sumOf(await metrics(), 'gongbao_database_up')).toBe(0);
    const goOn = portal.killRenderers();
    try {
      await sendAll(addressesWith(`${PLANTED[4]!} dead`));
      await sendForms(forms);
      await until('the renderers are missed', 5000, async () => (await renderersUp()) === 0);
      await execute(database.server, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    } finally {
      goOn();
    }
    await until('the renderers are back', 90_000, async () => (await renderersUp()) === 2);
    // A renderer that ends in the middle of its work.
    const half = sendAll(addressesWith(`${PLANTED[5]!} half`));
    for (const renderer of portal.processes().renderers) process.kill(renderer, 'SIGKILL');
    await half;
    await until('the renderers are back', 90_000, async () => (await renderersUp()) === 2);

    expect(total()).toBeGreaterThanOrEqual(1000);
    await until('every request has its line', 10_000, () => requestLines().length >= total() + asked);
    const after = await metrics();
    // Q6: as many as were sent, by status.
    expect(sumOf(after, 'gongbao_http_requests_total') - before).toBe(total());
    for (const [status, count] of answered) {
      const ofForms = status === 200 ? asked : 0;
      expect([status, sumOf(after, 'gongbao_http_requests_total', { status: String(status) })]).toEqual([
        status,
        count + ofForms,
      ]);
      expect([status, requestLines().filter((line) => line.status === status).length]).toEqual([
        status,
        count + ofForms,
      ]);
    }
    expect(plantedIn(portal.printed())).toEqual([]);
    expect(plantedIn(shown)).toEqual([]);
    const kinds = [
      ...new Set(
        lines().map(({ event, error }) => [event ?? 'said', error?.name, error?.code].filter(Boolean).join(' ')),
      ),
    ];
    tell(
      'planted words',
      `${total()} requests (${[...answered].map(([status, count]) => `${status}: ${count}`).join(', ')}); ${lines().length} lines; kinds: ${kinds.sort().join(', ')}`,
    );
  }, 240_000);

  test('the server of the database has none of them in its log either', async () => {
    const client = new Client({ connectionString: database.server });
    await client.connect();
    const { rows } = await client
      .query<{ folder: string }>(`SELECT current_setting('data_directory', true) AS "folder"`)
      .catch(() => ({ rows: [] }));
    await client.end();
    const file = path.join(rows[0]?.folder ?? '', '..', 'server.log');
    if (!existsSync(file)) return;
    expect(plantedIn(readFileSync(file, 'utf8').replaceAll('zarquonText', ''))).toEqual([]);
  });

  test('what a renderer logs has the name of its request, and what repeats does not fill the log', () => {
    const all = lines();
    const errors = all.filter(({ process: name, level }) => name.startsWith('renderer') && level === 'error');
    expect(errors.length).toBeGreaterThan(0);
    const ids = new Set(requestLines().map(({ id }) => id));
    const named = errors.filter((line) => line.id !== undefined);
    for (const { id } of named) expect(ids).toContain(id);
    // Without one: what was left out, and requests that came while a renderer was not ready yet.
    expect(named.length).toBeGreaterThan(errors.length / 2);
    // P8: 89 lines for 6 requests.
    expect(errors.filter(({ event }) => event === 'no answer of the database').length).toBeLessThan(30);
  });

  test('a path is logged only where it names what is held', () => {
    const paths = new Set(requestLines().flatMap((line) => line.path ?? []));
    for (const each of paths) expect(each).toMatch(/^(?:\/zh-hant)?(?:\/api\/v1\/documents)?\/shili(?:\/[\w/.-]+)?$/);
    expect(paths.size).toBeGreaterThan(0);
  });
});

/** A line of nginx's log. */
interface FrontLine {
  id: string;
  status: number;
  upstream: string;
}

describe.skipIf(nginx === null)('with nginx before the portal', () => {
  test('its log has no words either, and the portal has counted what it was asked', async () => {
    const front = await startNginx(nginx!, [portal.port]);
    try {
      const counted = async () => {
        const families = await metrics();
        const counts: Record<string, number> = {};
        for (const { labels, value } of families.get('gongbao_http_requests_total')!.samples)
          counts[labels.status!] = (counts[labels.status!] ?? 0) + value;
        return counts;
      };
      const frontLines = () =>
        front
          .logged()
          .requests.trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as FrontLine);
      await until('the figures are fresh', 30_000, async () => sumOf(await metrics(), 'gongbao_database_up') === 1);
      const [before, first] = [await counted(), frontLines().length];
      const typed = addressesWith(PLANTED[3]!);
      const addresses = ['/', '/shili', '/documents.atom', '/keyboard', '/nothing', ...typed];
      const mix = Array.from({ length: 1000 }, (_, at) => addresses[(at * 7) % addresses.length]!);
      const statuses = new Map<number, number>();
      const waiting = [...mix.entries()];
      const worker = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const headers = { Referer: `http://localhost/${encodeURIComponent(PLANTED[next[0] % PLANTED.length]!)}` };
          const { status } = await ask(front.address, next[1], { headers, from: `127.0.4.${1 + (next[0] % 250)}` });
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: 12 }, worker));
      await until('every request has its line', 5000, () => frontLines().length - first >= mix.length);
      const own = frontLines().slice(first);
      expect(own).toHaveLength(mix.length);
      for (const [status, count] of statuses) expect(own.filter((line) => line.status === status)).toHaveLength(count);
      const reached: Record<string, number> = {};
      // 502 and 504 are nginx's own, where the portal was too slow for it and it asked once more.
      const answers = own
        .flatMap(({ upstream }) => upstream.split(', '))
        .filter((status) => /^(?!50[24])\d/.test(status));
      for (const status of answers) reached[status] = (reached[status] ?? 0) + 1;
      await until('the portal has counted', 15_000, async () => {
        const after = await counted();
        return Object.entries(reached).every(
          ([status, count]) => (after[status] ?? 0) - (before[status] ?? 0) >= count,
        );
      });
      const after = await counted();
      for (const [status, count] of Object.entries(after))
        expect([status, count - (before[status] ?? 0)]).toEqual([status, reached[status] ?? 0]);
      // One name from the front to the portal.
      const idsOf = () => new Set(requestLines().map(({ id }) => id));
      await until('the portal has logged', 15_000, () => {
        const ids = idsOf();
        return own.every(({ id, upstream }) => ids.has(id) === (upstream !== ''));
      }).catch(() => undefined);
      const ids = idsOf();
      for (const { id, upstream } of own) expect([id, ids.has(id)]).toEqual([id, upstream !== '']);
      const { requests, errors } = front.logged();
      expect([plantedIn(requests), plantedIn(errors)]).toEqual([[], []]);
      tell('nginx', `${mix.length} requests, of which the portal has counted ${JSON.stringify(reached)}`);
    } finally {
      await front.stop();
    }
  }, 240_000);
});

test.skipIf(promtool === null)('promtool finds nothing wrong with the metrics', async () => {
  const { text } = await ask(`http://127.0.0.1:${metricsPort}`, '/metrics');
  // Names that prom-client has by itself.
  const complaints = runPromtool(promtool!, ['check', 'metrics'], text)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('nodejs_'));
  expect(complaints).toEqual([]);
});
