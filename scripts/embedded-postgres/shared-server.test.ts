import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  readFileSync,
  chmodSync,
  mkdtempSync,
  rmSync,
  mkdirSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createClient } from '@/lib/db/client';
import { readEnvironment } from '@/lib/settings/env';
import { readState, writeState } from './cluster-folder';
import { findRunningServer, removeCluster, startServer, stopServer } from './server';
import { findServerProcess } from './server-process';
import { chooseServerUser } from './server-user';
import { useSharedServer } from './shared-server';

// Making a cluster takes seconds: the tests share this one, each leaves it stopped, and those that
// need a new one make it.
let shared: string;
/** Too long for the address of a socket. */
let long: string;
let folder: string;
const parents: string[] = [];

function makeFolder(name = '.data'): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'gongbao-cluster-'));
  parents.push(parent);
  chmodSync(parent, 0o755);
  return path.join(parent, name);
}

beforeAll(() => {
  shared = makeFolder();
  long = makeFolder('long'.repeat(25));
});
beforeEach(() => {
  folder = shared;
});
afterEach(async () => {
  await stopServer(folder);
  if (folder !== shared && folder !== long) removeCluster(folder);
});
afterAll(() => {
  removeCluster(shared);
  removeCluster(long);
  for (const parent of parents) rmSync(parent, { recursive: true, force: true });
});

const open = () => useSharedServer(folder, { durable: false, patience: 3_000 });

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

const serverProcess = (of = folder) => Number(findServerProcess(readState(of)?.home ?? '')?.split(' ')[0]);

test('starts a server for Chinese text, for a role that is no superuser, and stops it', async () => {
  const server = await open();
  expect(await ask(server.url, "SELECT current_setting('is_superuser')")).toBe('off');
  expect(await ask(server.url, 'SHOW server_encoding')).toBe('UTF8');
  // pg_trgm finds nothing in Chinese text when the character types are those of the C locale.
  await ask(server.url, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
  expect(await ask(server.url, "SELECT cardinality(show_trgm('公报'))")).toBe(3);
  expect(await ask(server.url, `SELECT '安' < '北' COLLATE "zh-x-icu"`)).toBe(true);
  await server.release();
  expect(await findRunningServer(folder)).toBeNull();
});

test('listens on a socket in its folder and on no port; everybody who reads the address finds it', async () => {
  const server = await open();
  expect(await ask(server.url, 'SHOW listen_addresses')).toBe('');
  expect(await ask(server.url, 'SELECT inet_server_addr() IS NULL')).toBe(true);
  expect(existsSync(path.join(readState(folder)?.home ?? '', '.s.PGSQL.5432'))).toBe(true);
  expect(readEnvironment({ DATABASE_URL: server.url }).databaseUrl).toBe(server.url);
  const prisma = createClient(server.url);
  expect(await prisma.$queryRaw`SELECT current_user::text AS "user"`).toEqual([{ user: 'gongbao' }]);
  await prisma.$disconnect();
  await server.release();
});

test.each(["it's a, folder", '公报 (2) $HOME "x"', 'a%20b&host=c'])('listens in a folder named %s', async (name) => {
  folder = makeFolder(name);
  const server = await open();
  expect(await ask(server.url, 'SELECT inet_server_addr() IS NULL')).toBe(true);
  await server.release();
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

test('starts when its locks name processes of another program, or of another cluster', async () => {
  await (await open()).release();
  const { home } = readState(folder)!;
  writeFileSync(path.join(home, 'data', 'postmaster.pid'), `${process.pid}\n/nowhere\n0\n1\n\n127.0.0.1\n`);
  // Stops nothing that is not its own.
  await stopServer(folder);
  await (await open()).release();
  const other = makeFolder();
  await startServer(other, { durable: false });
  const otherProcess = serverProcess(other);
  writeFileSync(path.join(home, 'data', 'postmaster.pid'), `${otherProcess}\n/nowhere\n0\n1\n\n127.0.0.1\n`);
  writeFileSync(path.join(home, '.s.PGSQL.5432.lock'), `${otherProcess}\n/nowhere\n0\n5432\n..\n\n`);
  const again = await open();
  expect(await ask(again.url, 'SELECT 1')).toBe(1);
  await again.release();
  expect(await findRunningServer(other)).not.toBeNull();
  await stopServer(other);
  removeCluster(other);
});

test.runIf(existsSync('/proc/self'))('starts when its lock names a dead process that nobody has buried', async () => {
  await (await open()).release();
  const { home } = readState(folder)!;
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], { ...chooseServerUser().ids });
  const [zombie] = (await once(parent.stdout, 'data')) as [Buffer];
  writeFileSync(path.join(home, 'data', 'postmaster.pid'), `${zombie.toString()}/nowhere\n0\n1\n\n\n`);
  const again = await open();
  expect(await ask(again.url, 'SELECT 1')).toBe(1);
  await again.release();
  parent.kill();
});

describe('where the path is too long for a socket', () => {
  beforeEach(() => {
    folder = long;
  });

  test('listens on loopback, at one port', async () => {
    const first = await open();
    expect(await ask(first.url, 'SELECT host(inet_server_addr())')).toBe('127.0.0.1');
    await first.release();
    const second = await open();
    expect(second.url).toBe(first.url);
    await second.release();
  });

  test('takes another port when the last one is taken and nobody has the address', async () => {
    const first = await open();
    await first.release();
    const port = Number(new URL(first.url).port);
    const other = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    const second = await open();
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.release();
    other.close();
  });

  test('stays at its port while somebody has the address: waits for it, and says who has it', async () => {
    const portal = await open();
    const port = Number(new URL(portal.url).port);
    await stopServer(folder);
    const other = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await expect(open()).rejects.toThrow(`Another program has taken port ${port} of 127.0.0.1`);
    const ingest = open();
    setTimeout(() => other.close(), 1_000);
    expect((await ingest).url).toBe(portal.url);
    await (await ingest).release();
    await portal.release();
  });

  test('takes over the server of a version that listened on a port only', async () => {
    folder = shared;
    await stopServer(folder);
    const state = readState(folder)!;
    const { socket: _, ...before } = { ...state, port: readState(long)!.port };
    writeState(folder, before);
    // As somebody who has the address keeps it there.
    const left = await startServer(folder, { durable: false, keepEndpoint: true });
    expect(new URL(left).hostname).toBe('127.0.0.1');
    const server = await open();
    expect(server.url).toBe(left);
    await server.release();
    const moved = await open();
    expect(new URL(moved.url).searchParams.get('host')).toBe(state.home);
    await moved.release();
  });
});

test('begins anew when its creation was cut off', async () => {
  folder = makeFolder();
  const home = path.join(folder, 'postgres');
  mkdirSync(path.join(home, 'data.unfinished', 'base'), { recursive: true });
  const server = await open();
  expect(await ask(server.url, 'SELECT 1')).toBe(1);
  expect(readdirSync(home).filter((name) => name.includes('unfinished'))).toEqual([]);
  await server.release();
});

test('makes role and database where the process that started the server was killed before', async () => {
  folder = makeFolder();
  const server = await open();
  const { home, superuserPassword } = readState(folder)!;
  const superuser = `postgresql://postgres:${superuserPassword}@localhost:5432/postgres?host=${encodeURIComponent(home)}`;
  await ask(superuser, 'DROP DATABASE gongbao');
  await ask(superuser, 'DROP ROLE gongbao');
  const second = await open();
  expect(await ask(second.url, 'SELECT 1')).toBe(1);
  await second.release();
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
    expect(readState(folder)?.home).toMatch(/^\/var\/lib\/gongbao-clones\//);
    expect(await ask(server.url, 'SELECT 1')).toBe(1);
    await server.release();
  });
});
