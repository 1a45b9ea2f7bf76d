import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEmptyTestDatabase } from '@/lib/db/testing/database';
import { documentText } from '@/lib/db/testing/texts';
import { readState } from '@/scripts/embedded-postgres/cluster-folder';
import { connectionString } from '@/scripts/embedded-postgres/endpoint';
import { findRunningServer, removeCluster, stopServer } from '@/scripts/embedded-postgres/server';
import { useSharedServer } from '@/scripts/embedded-postgres/shared-server';
import { identifyProcess } from '@/scripts/support/file-lock.mjs';
import { findFreePort, isPortFree } from '@/scripts/support/ports';
import { listFamily } from '@/scripts/testing/processes';
import { endCommands, startCommand, type RunningCommand } from '@/scripts/testing/command';
import { TEST_PAGES } from '@/scripts/testing/test-portal';
import { ask, count } from './support/reader';
import { readAll, readHeld } from './support/readings';
import { tell } from './support/tell';
import { until } from './support/until';

vi.setConfig({ testTimeout: 240_000 });

/** The longest that an end may take, in milliseconds. */
const END_WITHIN = 15_000;

let data: string;
let port: number;
let base: string;
beforeAll(async () => {
  data = path.join(process.env.DRILL_FOLDER!, 'served');
  mkdirSync(data);
  port = await findFreePort();
  base = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await endCommands();
  await stopServer(data);
  removeCluster(data);
});

/** Settings of a service with a database of its own, and nothing of this shell. */
const own = (settings: Record<string, string> = {}): Record<string, string> => ({
  ...{ DATABASE_URL: '', DATABASE_READ_URL: '', DATA_FOLDER: data, NEXT_DIST_DIR: TEST_PAGES },
  ...{ PORT: String(port), HOST: '', RENDERERS: '1', MIGRATE: '', DATABASE_WAIT: '0', DRAIN_SECONDS: '2' },
  ...settings,
});

async function run(
  args: readonly string[],
  settings: Record<string, string>,
): Promise<{ code: unknown; said: string }> {
  const command = startCommand(args, own(settings));
  const code = await command.ended;
  return { code, said: command.printed().replace(/^Warning: the portal runs as root.*\n/m, '') };
}

/** Waits until all processes have ended, as long as an end may take. */
async function untilGone(family: readonly number[]): Promise<void> {
  const deadline = performance.now() + END_WITHIN;
  while (family.some((id) => identifyProcess(id) !== null) && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Says that a command has left nothing: no process, no listener, a database shut down in order. */
async function expectNothingLeft(family: readonly number[]): Promise<void> {
  expect(family.filter((id) => identifyProcess(id) !== null)).toEqual([]);
  expect(await isPortFree(port)).toBe(true);
  expect(await findRunningServer(data)).toBeNull();
  const log = readFileSync(path.join(readState(data)!.home, 'server.log'), 'utf8').trimEnd();
  expect(log.split('\n').at(-1)).toContain('database system is shut down');
}

/** Milliseconds until a command had ended. */
async function endOf(command: RunningCommand, code: number | NodeJS.Signals, end: () => void): Promise<number> {
  const began = performance.now();
  end();
  expect(await command.ended, command.printed()).toBe(code);
  return performance.now() - began;
}

describe('serve refuses in one sentence', () => {
  test.each([
    [
      'no build',
      { NEXT_DIST_DIR: '.next-none' },
      /There is no finished build in \.next-none: run `npm run build` first\./,
    ],
    ['no database', {}, /There is no database in .*served yet: run `npm run migrate`, or set DATABASE_URL\./],
    ['a wrong setting', { PORT: 'x' }, /PORT is "x": give a number from 1 to 65535/],
    ['an address of another machine', { HOST: '192.0.2.1' }, /cannot listen on HOST=192\.0\.2\.1 \(EADDRNOTAVAIL\)/],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgresql://gongbao:secret@127.0.0.1:1/gongbao' },
      /The database gongbao at 127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)/,
    ],
    [
      'nothing to migrate',
      { MIGRATE: '1', DATABASE_READ_URL: 'postgresql://x@127.0.0.1:1/x' },
      /MIGRATE=1 needs DATABASE_URL/,
    ],
  ])('%s', async (_, settings: Record<string, string>, sentence) => {
    const { code, said } = await run(['serve'], settings);
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said.trimEnd().split('\n')).toHaveLength(1);
    expect(said).not.toContain('secret');
    expect(await findRunningServer(data)).toBeNull();
  });

  test('a database that is not migrated, which it leaves as it is, and so says check-config', async () => {
    const empty = await createEmptyTestDatabase();
    const { code, said } = await run(['serve'], { DATABASE_URL: empty.url });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(
        /^The database lacks \d+ migrations, the first of them \d+_shelf: run `npm run migrate` first\.\n$/,
      ),
    ]);
    const checked = await run(['check-config'], { DATABASE_URL: empty.url, DRAIN_SECOND: '9' });
    expect(checked.code).toBe(1);
    expect(checked.said).toMatch(/Problem: The database lacks \d+_shelf,/);
    expect(checked.said).toContain('Warning: SITE_URL is http://localhost:');
    expect(checked.said).toContain('Warning: DRAIN_SECOND is no setting: is DRAIN_SECONDS meant?');
    expect(checked.said).toContain('may write, ');
    const password = new URL(empty.url).password;
    expect(password === '' || !checked.said.includes(password)).toBe(true);
    const tables = await empty.prisma.$queryRaw`SELECT FROM pg_class WHERE "relnamespace" = 'public'::regnamespace`;
    expect(tables).toEqual([]);
    await empty.drop();
  });
});

test('start begins with the sample, and a SIGTERM to npm leaves nothing behind', async () => {
  const npm = startCommand(['npm', 'start'], own());
  await npm.until('Ready');
  const family = npm.family();
  expect(family.length).toBeGreaterThan(4);
  expect((await ask(base, '/')).text).toContain('示例市');
  await readAs(npm);
  const began = performance.now();
  npm.kill('SIGTERM');
  await npm.ended;
  await untilGone(family);
  await expectNothingLeft(family);
  tell('npm start, SIGTERM to npm', `everything had ended after ${Math.round(performance.now() - began)} ms`);
});

/** Serves the database of a running portal by a role that may only read, and reads everything. */
async function readAs(portal: RunningCommand): Promise<void> {
  const state = readState(data)!;
  const admin = new Client({
    connectionString: connectionString(state, 'postgres', state.superuserPassword, 'gongbao'),
  });
  await admin.connect();
  await admin.query(`CREATE ROLE reader LOGIN PASSWORD 'reader'`);
  await admin.query('GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader');
  await admin.end();
  const readerPort = await findFreePort();
  const service = startCommand(
    ['serve'],
    own({
      DATABASE_READ_URL: connectionString(state, 'reader', 'reader', 'gongbao'),
      PORT: String(readerPort),
      MIGRATE: '0',
    }),
  );
  await service.until('Ready');
  const reading = `http://127.0.0.1:${readerPort}`;
  // Each until it is there: a fresh process is slow.
  const held = await readHeld(reading);
  const tables = await readAll(reading, ['/search.csv?q=社区', '/wenhao.csv']);
  const seen = [...held.values(), ...tables];
  expect(seen.filter(({ status }) => status !== 200).map(({ address, status }) => [address, status])).toEqual([]);
  expect(seen.find(({ address }) => address === '/search?q=社区')!.text).toContain('<mark>社区</mark>');
  const ready = JSON.parse((await ask(reading, '/readyz')).text) as unknown;
  expect(ready).toMatchObject({ status: 'ready', reasons: [] });
  tell('a role that only reads', count(seen));
  expect(service.printed()).not.toMatch(/permission denied|A request failed/);
  await endOf(service, 0, () => service.kill('SIGINT'));
  expect(portal.printed()).not.toContain('ended by itself');
}

test('without the sample nothing of it is left, and what is outdated is read behind an open port', async () => {
  const text = path.join(data, 'other.txt');
  writeFileSync(
    text,
    documentText({ title: '试验市人民政府关于夏季防汛工作的通知', body: ['一、值守', '二十四小时值守。'] }, '试验市'),
  );
  const ingest = await run(['ingest', '--municipality', '试验市', text], {});
  expect([ingest.code, ingest.said]).toEqual([0, expect.anything()]);
  const server = await useSharedServer(data);
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query(`UPDATE "SourceFile" SET "parserVersion" = '0.0.0'`);
  await client.end();
  await server.release();

  const portal = startCommand(['start', '--no-sample'], own());
  await portal.until(/Reading again: done/);
  const said = portal.printed();
  expect(said).toMatch(/The sample corpus is out \(\d+ files\)/);
  expect(said.indexOf('Ready in')).toBeLessThan(said.indexOf('Reading again, in the background: 1 of the held files'));
  const family = portal.family();
  const milliseconds = await endOf(portal, 0, () => portal.kill('SIGTERM'));
  await expectNothingLeft(family);
  tell('npm start, SIGTERM to node', `ended after ${Math.round(milliseconds)} ms`);
});

test('serve is soon there, holds what is held and no more, drains, and leaves nothing behind', async () => {
  const began = performance.now();
  const service = startCommand(['serve'], own());
  let home = 0;
  while (home === 0 && identifyProcess(service.processId) !== null) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    home = await ask(base, '/').then(
      ({ status }) => (status === 200 ? performance.now() - began : 0),
      () => 0,
    );
  }
  await service.until('Ready');
  const ready = performance.now() - began;
  const family = service.family();
  const first = await ask(base, '/search?q=值守');
  tell(
    'serve',
    `home after ${Math.round(home)} ms, ready after ${Math.round(ready)} ms, then a search in ${Math.round(first.milliseconds)} ms`,
  );
  expect(first.text).toContain('<mark>值守</mark>');
  for (const { address, text } of await readAll(base, [
    '/',
    '/shi',
    '/documents.atom',
    '/sitemaps/places.xml',
    '/wenhao',
    '/search?q=通知',
  ]))
    expect([address, text.includes('示例市')]).toEqual([address, false]);
  expect(JSON.parse((await ask(base, '/readyz')).text)).toMatchObject({
    status: 'ready',
    reasons: [],
    draining: false,
  });

  const milliseconds = await endOf(service, 0, () => {
    service.kill('SIGTERM');
    void watchDrain();
  });
  const drained = await draining;
  expect(drained.ready).toMatchObject({
    status: 503,
    body: { draining: true, reasons: ['the portal is about to end'] },
  });
  expect(drained.page).toBe(200);
  expect(milliseconds).toBeLessThan(END_WITHIN);
  await expectNothingLeft(family);
  expect(service.printed()).toMatch(/Stopped\.\n$/);
  tell('serve, SIGTERM', `ended after ${Math.round(milliseconds)} ms, of which 2 s are the drain`);
});

let draining: Promise<{ ready: { status: number; body: unknown }; page: number }>;
function watchDrain(): Promise<unknown> {
  draining = new Promise((resolve) => setTimeout(resolve, 800)).then(async () => {
    const [ready, page] = [await ask(base, '/readyz'), await ask(base, '/wenhao')];
    return { ready: { status: ready.status, body: JSON.parse(ready.text) as unknown }, page: page.status };
  });
  return draining;
}

test('a second signal ends it quickly, and SIGTERM to npm ends it too', async () => {
  expect((await run(['migrate'], {})).code).toBe(0);
  const npm = startCommand(['npm', 'run', 'serve'], own({ DRAIN_SECONDS: '60' }));
  await npm.until('Ready');
  const family = npm.family();
  const program = listFamily(npm.processId).find(({ command }) => /^\S*node scripts\/run\.mjs serve$/.test(command))!;
  npm.kill('SIGTERM');
  // What it prints after the end of npm.
  await until('the drain', 10_000, () => npm.printed().includes('Ending: readers are served for 60 s more'));
  expect((await ask(base, '/')).status).toBe(200);
  // The second one, to the program itself.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const began = performance.now();
  process.kill(program.id, 'SIGTERM');
  await untilGone(family);
  expect(performance.now() - began).toBeLessThan(5000);
  await expectNothingLeft(family);
});
