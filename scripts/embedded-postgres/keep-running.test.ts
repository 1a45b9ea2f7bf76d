import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { pause } from '../support/backoff';
import { withFileLock } from '../support/file-lock.mjs';
import { readState } from './cluster-folder';
import { findRunningServer, removeCluster, startServer, stopServer } from './server';
import { findServerProcess } from './server-process';
import { useSharedServer, type SharedServer } from './shared-server';

const WAIT = { timeout: 20_000, interval: 50 };

let parent: string;
let folder: string;
let server: SharedServer;
let lines: string[];
beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'gongbao-kept-'));
  chmodSync(parent, 0o755);
  folder = path.join(parent, '.data');
});
beforeEach(async () => {
  lines = [];
  server = await useSharedServer(folder, { durable: false });
  server.keepRunning((line) => lines.push(line));
});
afterEach(async () => {
  await server.release();
  expect(await findRunningServer(folder)).toBeNull();
});
afterAll(() => {
  removeCluster(folder);
  rmSync(parent, { recursive: true, force: true });
});

const processOf = (where = folder) => Number(findServerProcess(readState(where)?.home ?? '')?.split(' ')[0]);

async function ask(url: string, question = 'SELECT 1'): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(question).finally(() => client.end());
}

const untilItRunsAgain = (url = server.url) =>
  vi.waitFor(async () => {
    expect(lines.at(-1)).toMatch(/^The database server runs again \(process \d+\) after /);
    await ask(url);
  }, WAIT);

// SIGINT and SIGTERM are what `pg_ctl stop` sends.
test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)('a server that ended by %s is started again', async (name) => {
  const ended = processOf();
  process.kill(ended, name);
  await untilItRunsAgain();
  expect(lines).toEqual([
    `The database server (process ${ended}) has ended. Starting it again in 0.5 s …`,
    expect.stringMatching(`The database server runs again \\(process ${processOf()}\\) after`),
  ]);
});

test('also where a child is in the middle of a long statement, and does not notice', async () => {
  const busy = ask(server.url, 'SELECT count(*) FROM generate_series(1, 3000000000)').catch(() => undefined);
  await pause(300);
  process.kill(processOf(), 'SIGKILL');
  await untilItRunsAgain();
  await busy;
});

test('a server that is paused has not ended', async () => {
  const paused = processOf();
  process.kill(paused, 'SIGSTOP');
  await pause(1_500);
  process.kill(paused, 'SIGCONT');
  expect(processOf()).toBe(paused);
  expect(lines).toEqual([]);
  await ask(server.url);
});

test('a paused server is stopped at the end all the same', async () => {
  process.kill(processOf(), 'SIGSTOP');
  const began = Date.now();
  await server.release();
  expect(Date.now() - began).toBeLessThan(10_000);
});

test('a server that another process has started again is taken over', async () => {
  const url = await withFileLock(path.join(folder, 'cluster.lock'), async () => {
    await stopServer(folder);
    return startServer(folder, { durable: false, keepEndpoint: true });
  });
  const theirs = processOf();
  await untilItRunsAgain();
  expect(url).toBe(server.url);
  expect(processOf()).toBe(theirs);
});

test('a cluster that was removed is not taken for the one that is gone', async () => {
  const gone = path.join(parent, 'gone');
  const other = await useSharedServer(gone, { durable: false });
  other.keepRunning((line) => lines.push(line));
  process.kill(processOf(gone), 'SIGKILL');
  removeCluster(gone);
  await vi.waitFor(() => expect(lines.at(-1)).toContain('was removed, and holds another database now'), WAIT);
  await other.release();
  removeCluster(gone);
});

test('ends at once while it waits for a server that does not start', async () => {
  // A cluster of its own: its port is taken, and stays so.
  const deep = path.join(parent, 'deep'.repeat(25));
  const other = await useSharedServer(deep, { durable: false, patience: 1_000 });
  other.keepRunning((line) => lines.push(line));
  const port = Number(new URL(other.url).port);
  process.kill(processOf(deep), 'SIGKILL');
  const thief = createServer((socket) => socket.destroy());
  await vi.waitFor(async () => {
    await new Promise<void>((resolve, reject) => {
      thief.once('error', reject).listen(port, '127.0.0.1', () => resolve());
    });
  }, WAIT);
  await vi.waitFor(() => expect(lines).toHaveLength(2), WAIT);
  expect(lines[1]).toMatch(
    `PostgreSQL did not start. Another program has taken port ${port} of 127.0.0.1, where programs of this clone expect the database. End that program. Starting it again in 1 s …`,
  );
  thief.close();
  await untilItRunsAgain(other.url);
  process.kill(processOf(deep), 'SIGKILL');
  await pause(600);
  const began = Date.now();
  await other.release();
  expect(Date.now() - began).toBeLessThan(5_000);
  removeCluster(deep);
}, 60_000);
