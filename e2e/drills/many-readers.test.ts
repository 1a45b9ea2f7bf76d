import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { copySample, type SampleCopy } from './support/database';
import { startPortal, type DrillPortal } from './support/portal';
import { ask, count, type Asking, type Seen } from './support/reader';
import { tell } from './support/tell';
import { until } from './support/until';

const LONG_PAGE = '/shili/shizhengfa-2022-8';

let database: SampleCopy;
let portal: DrillPortal;
let logged = 0;

beforeAll(async () => {
  database = await copySample();
  portal = await startPortal(database.url);
  await ask(portal.address, LONG_PAGE);
});
afterEach(() => {
  expect(portal.printed().slice(logged)).not.toMatch(/A request failed|ended by itself/);
  logged = portal.printed().length;
});
afterAll(async () => {
  await portal.stop();
  await database.drop();
});

const read = (address: string, asking: Asking = {}) => ask(portal.address, address, asking);
const of = (client: number) => ({ 'X-Forwarded-For': `198.51.100.${client}` });
const slowest = (seen: readonly Seen[]) => Math.round(Math.max(...seen.map(({ milliseconds }) => milliseconds)));

/** Opens a connection and sends bytes; `received` is what has come so far. */
function open(bytes: string): { socket: Socket; received: () => string; closed: Promise<unknown> } {
  const socket = connect({ port: portal.port, host: 'localhost' });
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
  socket.write(bytes);
  return {
    socket,
    received: () => Buffer.concat(chunks).toString('latin1'),
    closed: new Promise((resolve) => socket.once('close', resolve)),
  };
}

const get = (address: string, headers = '') => `GET ${encodeURI(address)} HTTP/1.1\r\nHost: portal\r\n${headers}\r\n`;
const statuses = (received: string) => [...received.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));

test('500 connections at once: each gets the page, which is made once', async () => {
  const address = '/shili/shizhengfa-2023-5';
  const open500 = Array.from({ length: 500 }, () => open(get(address, 'Connection: close\r\n')));
  const began = performance.now();
  await Promise.all(open500.map(({ closed }) => closed));
  const answers = open500.map(({ received }) => received());
  expect(answers.filter((answer) => statuses(answer)[0] === 200)).toHaveLength(500);
  expect(new Set(answers.map((answer) => answer.slice(answer.indexOf('\r\n\r\n')))).size).toBe(1);
  expect(answers[0]).toMatch(/<\/html>\s*$/);
  tell('500 connections for an unread page', `200: 500 within ${Math.round(performance.now() - began)} ms`);
});

test('500 readers of 500 unread pages: each has its page, or is told soon when to come back', async () => {
  const seen = await Promise.all(
    Array.from({ length: 500 }, (_, at) => read(`/search?q=通知&page=${at}`, { headers: of(at % 50) })),
  );
  for (const { address, status, headers } of seen)
    expect([address, status === 200 || (status === 503 && headers['retry-after'] !== undefined)]).toEqual([
      address,
      true,
    ]);
  const refused = seen.filter(({ status }) => status === 503);
  expect(seen.length - refused.length).toBeGreaterThan(50);
  tell('500 unread pages at once', `${count(seen)}, the last after ${slowest(seen)} ms`);
});

test('readers who leave while their page is made cost the others nothing', async () => {
  for (let round = 0; round < 3; round++) {
    const leaving = Array.from({ length: 100 }, (_, at) => open(get(`/search?q=河道${round}&page=${at}`)));
    await sleep(30);
    for (const { socket } of leaving) socket.destroy();
    const beside = await Promise.all(
      [LONG_PAGE, `/shili/issues/2023/1?round=${round}`].map((address) => read(address)),
    );
    for (const { address, status } of beside) expect([address, status]).toEqual([address, 200]);
    expect(slowest(beside)).toBeLessThan(3000);
  }
  const after = await Promise.all(Array.from({ length: 6 }, (_, at) => read(`/search?q=办法&page=${at}`)));
  expect(after.map(({ status }) => status)).toEqual(after.map(() => 200));
  tell('300 readers who left', `those beside and after them ${count(after)} within ${slowest(after)} ms`);
});

test('a page goes on being made when the first of those who wait for it leaves', async () => {
  const first = open(get('/shili/shizhenggui-2023-4'));
  const second = read('/shili/shizhenggui-2023-4');
  await sleep(5);
  first.socket.destroy();
  expect((await second).status).toBe(200);
});

test('readers who read slowly, or not at all, hold nobody up', async () => {
  const slow = Array.from({ length: 100 }, (_, at) => {
    const reader = open(get(at % 2 === 0 ? LONG_PAGE : '/shili/issues/2023/1/files/issue.epub').repeat(20));
    reader.socket.pause();
    return reader;
  });
  await sleep(300);
  const seen = await Promise.all(
    ['/', '/shili', '/shili/issues/2023/2', '/shili/shizhengfa-2024-1/files/document.docx', '/search.csv?q=社区'].map(
      (address) => read(address, { headers: of(7) }),
    ),
  );
  expect(seen.map(({ status }) => status)).toEqual(seen.map(() => 200));
  expect(slowest(seen)).toBeLessThan(3000);
  tell('100 who do not read', `others ${count(seen)} within ${slowest(seen)} ms`);
  for (const { socket } of slow) socket.destroy();
});

test('forms that never arrive hold nobody up', async () => {
  const head = (client: number) =>
    `POST /check HTTP/1.1\r\nHost: portal\r\nX-Forwarded-For: 198.51.100.${client}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\ndraft=a`;
  const waiting = Array.from({ length: 12 }, (_, client) => open(head(client)));
  await sleep(300);
  const seen = await Promise.all(
    ['/zh-hant/shili', '/shili/shizhengfa-2024-1/files/document.docx', '/check'].map((address, at) =>
      read(address, { headers: of(100 + at) }),
    ),
  );
  for (const { socket } of waiting) socket.destroy();
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(slowest(seen)).toBeLessThan(3000);
  tell('12 forms that never arrive', `others ${count(seen)} within ${slowest(seen)} ms`);
});

test('requests that come in one packet are answered in their order', async () => {
  const tag = (await read('/')).headers.etag!;
  const requests = [
    get('/'),
    get('/shili/shizhengfa-2023-2?q=通知'),
    get('/', `If-None-Match: ${tag}\r\n`),
    get('/nothing-there'),
    get('/documents.atom').replace('GET', 'HEAD'),
    get('/shili').replace('GET', 'PUT'),
    get('/'),
  ];
  const reader = open(requests.slice(0, 5).join(''));
  await until('five answers', 10_000, () => statuses(reader.received()).length >= 5);
  expect(statuses(reader.received())).toEqual([200, 200, 304, 404, 200]);
  reader.socket.destroy();
  // What follows a refused request is not read.
  const refused = open(requests.slice(5).join(''));
  await refused.closed;
  expect(statuses(refused.received())).toEqual([405]);
});

test('large headers are read up to 128 KB, and refused with a status beyond', async () => {
  const sizes: [kilobytes: number, status: number][] = [
    [10, 200],
    [100, 200],
    [200, 431],
    [2000, 431],
  ];
  for (const [kilobytes, status] of sizes) {
    const reader = open(get('/shili', `X-Large: ${'a'.repeat(kilobytes * 1024)}\r\nConnection: close\r\n`));
    await reader.closed;
    // A socket that is closed while more arrives may lose what was sent last.
    if (kilobytes < 2000 || reader.received() !== '')
      expect([kilobytes, ...statuses(reader.received())]).toEqual([kilobytes, status]);
  }
  const many = open(get('/shili', `${'X-A: b\r\n'.repeat(1500)}Connection: close\r\n`));
  await many.closed;
  expect(statuses(many.received())).toEqual([200]);
  for (const address of [
    `/search?q=${'社'.repeat(10_000)}`,
    `/${'社'.repeat(10_000)}`,
    `/shili?${'a=b&'.repeat(20_000)}`,
  ]) {
    const { status } = await read(address);
    expect([200, 307, 308, 404]).toContain(status);
  }
  expect((await read('/shili')).status).toBe(200);
});
