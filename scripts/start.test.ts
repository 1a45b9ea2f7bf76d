import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readState } from './embedded-postgres/cluster-folder';
import { findRunningServer, removeCluster } from './embedded-postgres/server';
import { findServerProcess } from './embedded-postgres/server-process';
import { pause } from './support/backoff';
import { findFreePort, isPortFree } from './support/ports';

const WAIT = { timeout: 40_000, interval: 50 };
const script = path.resolve('scripts', 'testing', 'small-portal.ts');

let folder: string;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-start-'));
  chmodSync(folder, 0o755);
  port = await findFreePort();
});
afterAll(() => {
  removeCluster(path.join(folder, '.data'));
  rmSync(folder, { recursive: true, force: true });
});

interface Portal {
  process: ChildProcess;
  printed: () => string;
  until: (line: string) => Promise<void>;
  ended: Promise<number | null>;
}

function start(): Portal {
  const started = spawn(process.execPath, ['--import', 'tsx', script, folder, String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    process: started,
    printed: () => output,
    until: (line) => vi.waitFor(() => expect(output).toContain(line), WAIT),
    ended: new Promise((resolve) => started.once('exit', resolve)),
  };
}

const data = () => path.join(folder, '.data');
const serverProcess = () => Number(findServerProcess(readState(data())?.home ?? '')?.split(' ')[0]);
const askWeb = async () => Number(await (await fetch(`http://localhost:${port}/`)).text());

async function expectToWork(portal: Portal): Promise<void> {
  await portal.until('Ready');
  expect(await askWeb()).toBeGreaterThan(0);
  const url = await findRunningServer(data());
  const client = new Client({ connectionString: url! });
  await client.connect();
  await client.query('SELECT count(*) FROM shelf');
  await client.end();
}

async function expectToEnd(portal: Portal): Promise<void> {
  const began = Date.now();
  portal.process.kill('SIGTERM');
  // npm passes on what the terminal has sent already.
  portal.process.kill('SIGINT');
  setTimeout(() => portal.process.kill('SIGTERM'), 50);
  expect(await portal.ended, portal.printed()).toBe(0);
  expect(portal.printed()).toMatch(/Stopped\n$/);
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(await findRunningServer(data())).toBeNull();
  expect(await isPortFree(port)).toBe(true);
}

type Moment = [name: string, wait: (portal: Portal) => Promise<unknown>];

const early: Moment[] = [
  [
    'while it creates the cluster',
    () =>
      vi.waitFor(() => {
        expect(readdirSync(path.join(data(), 'postgres')).join()).toContain('unfinished');
      }, WAIT),
  ],
  ['while it starts the server', () => vi.waitFor(() => expect(serverProcess()).toBeGreaterThan(0), WAIT)],
  ['as soon as the server runs', (portal) => portal.until('Database:')],
  ['in the middle of an ingest', (portal) => portal.until('Database:').then(() => pause(400))],
];

describe('a portal that was killed leaves nothing that blocks the next one', { timeout: 60_000 }, () => {
  const moments: Moment[] = [
    ...early,
    ['while it serves', (portal) => portal.until('Ready')],
    [
      'with locks and notes that were cut off',
      async (portal) => {
        await portal.until('Ready');
        writeFileSync(path.join(data(), 'cluster.lock'), `${portal.process.pid} 1`);
        mkdirSync(path.join(data(), 'portals'), { recursive: true });
        writeFileSync(path.join(data(), 'portals', '1.json'), '{"processId":');
      },
    ],
    [
      'with a web server that hangs',
      async (portal) => {
        await portal.until('Ready');
        process.kill(await askWeb(), 'SIGSTOP');
      },
    ],
  ];
  test.each(moments)('%s', async (_, moment) => {
    const killed = start();
    await moment(killed);
    killed.process.kill('SIGKILL');
    const next = start();
    await expectToWork(next);
    await expectToEnd(next);
  });
});

describe('a portal that is asked to end does, with everything', { timeout: 60_000 }, () => {
  beforeAll(() => removeCluster(data()));
  test.each(early)('%s', async (_, moment) => {
    const portal = start();
    await moment(portal);
    await expectToEnd(portal);
  });
});

test('a portal goes on when database and web server are killed, at the same address', { timeout: 60_000 }, async () => {
  const portal = start();
  await expectToWork(portal);
  const url = await findRunningServer(data());
  process.kill(serverProcess(), 'SIGKILL');
  process.kill(await askWeb(), 'SIGKILL');
  await portal.until('The database server runs again');
  await portal.until('The web server runs again');
  expect(await findRunningServer(data())).toBe(url);
  await expectToWork(portal);
  await expectToEnd(portal);
  expect(existsSync(path.join(data(), 'cluster.lock'))).toBe(false);
});
