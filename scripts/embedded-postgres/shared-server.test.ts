import { readFileSync, chmodSync, mkdtempSync, rmSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readState } from './cluster-folder';
import { findRunningServer, removeCluster, startServer, stopServer } from './server';
import { useSharedServer } from './shared-server';

// Making a cluster takes seconds: the tests share this one, each leaves it stopped, and those that
// need a new one make it.
let shared: string;
let folder: string;
const parents: string[] = [];

function makeFolder(): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'gongbao-cluster-'));
  parents.push(parent);
  chmodSync(parent, 0o755);
  return path.join(parent, '.data');
}

beforeAll(() => {
  shared = makeFolder();
});
beforeEach(() => {
  folder = shared;
});
afterEach(async () => {
  await stopServer(folder);
  if (folder !== shared) removeCluster(folder);
});
afterAll(() => {
  removeCluster(shared);
  for (const parent of parents) rmSync(parent, { recursive: true, force: true });
});

const open = () => useSharedServer(folder, { durable: false });

async function ask(url: string, question: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const serverProcess = () =>
  Number(readFileSync(path.join(readState(folder)?.home ?? '', 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);

test('starts a server for Chinese text on loopback, for a role that is no superuser, and stops it', async () => {
  const server = await open();
  expect(await ask(server.url, "SELECT current_setting('is_superuser')")).toBe('off');
  expect(await ask(server.url, "SELECT current_setting('listen_addresses')")).toBe('127.0.0.1');
  expect(await ask(server.url, 'SHOW server_encoding')).toBe('UTF8');
  // pg_trgm finds nothing in Chinese text when the character types are those of the C locale.
  await ask(server.url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
  expect(await ask(server.url, "SELECT cardinality(show_trgm('公报'))")).toBe(3);
  expect(await ask(server.url, `SELECT '安' < '北' COLLATE "zh-x-icu"`)).toBe(true);
  await server.release();
  expect(await findRunningServer(folder)).toBeNull();
});

test('keeps data and address from one start to the next', async () => {
  const first = await open();
  await ask(first.url, 'CREATE TABLE IF NOT EXISTS shelf (id int)');
  await first.release();
  const second = await open();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "SELECT to_regclass('shelf') IS NOT NULL")).toBe(true);
  await second.release();
});

test('the first starts it, the last stops it', async () => {
  const [portal, ingest] = await Promise.all([open(), open()]);
  expect(ingest.url).toBe(portal.url);
  await ingest.release();
  expect(await ask(portal.url, 'SELECT 1')).toBe(1);
  await portal.release();
  expect(await findRunningServer(folder)).toBeNull();
});

test('takes over a server that a killed process left running', async () => {
  const left = await startServer(folder, { durable: false });
  mkdirSync(path.join(folder, 'cluster-users'), { recursive: true });
  writeFileSync(path.join(folder, 'cluster-users', 'killed'), '999999999 1');
  const server = await open();
  expect(server.url).toBe(left);
  await server.release();
  expect(await findRunningServer(folder)).toBeNull();
  expect(readdirSync(path.join(folder, 'cluster-users'))).toEqual([]);
});

test('starts again after the server was killed, with its stale postmaster.pid in place', async () => {
  await startServer(folder, { durable: false });
  process.kill(serverProcess(), 'SIGKILL');
  const server = await open();
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  await server.release();
});

test('starts when postmaster.pid names a process of another program', async () => {
  const server = await open();
  await server.release();
  writeFileSync(
    path.join(readState(folder)?.home ?? '', 'data', 'postmaster.pid'),
    `${process.pid}\n/nowhere\n0\n1\n\n127.0.0.1\n`,
  );
  const again = await open();
  expect(await ask(again.url, 'SELECT 1')).toBe(1);
  await again.release();
});

test('takes another port when the last one is taken', async () => {
  const first = await open();
  await first.release();
  const port = Number(new URL(first.url).port);
  const other = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  const second = await open();
  expect(new URL(second.url).port).not.toBe(String(port));
  await second.release();
  other.close();
});

test('begins anew when its creation was cut off', async () => {
  folder = makeFolder();
  const home = path.join(folder, 'postgres');
  mkdirSync(path.join(home, 'data.unfinished', 'base'), { recursive: true });
  const server = await open();
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  await server.release();
});

test('refuses the data of another version of PostgreSQL', async () => {
  folder = makeFolder();
  const server = await open();
  await server.release();
  writeFileSync(path.join(readState(folder)?.home ?? '', 'data', 'PG_VERSION'), '15\n');
  await expect(open()).rejects.toThrow(/written by PostgreSQL 15, and this gongbao brings PostgreSQL \d+/);
});

test('says what to do when the passwords of a database are gone', async () => {
  folder = makeFolder();
  const server = await open();
  await server.release();
  rmSync(path.join(folder, 'cluster.json'));
  await expect(open()).rejects.toThrow(/passwords are gone with .*cluster\.json\. Put that file back; or move .* away/);
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  test('runs as nobody', async () => {
    const server = await open();
    expect(readFileSync(`/proc/${serverProcess()}/status`, 'utf8')).toMatch(/^Uid:\s+65534/m);
    await server.release();
  });

  test('keeps the server elsewhere when the clone lies in a folder closed to nobody', async () => {
    folder = makeFolder();
    chmodSync(path.dirname(folder), 0o700);
    const server = await open();
    expect(readState(folder)?.home).toMatch(/^\/var\/lib\/gongbao\//);
    expect(await ask(server.url, 'SELECT 1')).toBe(1);
    await server.release();
  });
});
