import { createServer, connect, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmptyTestDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { lookAtDatabase } from './database-problem';

let database: TestDatabase;
let lines: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const look = (url: string, seconds = 0) => {
  lines = [];
  return lookAtDatabase(url, seconds, (line) => lines.push(line));
};
const changed = (change: (url: URL) => void): string => {
  const url = new URL(database.url);
  change(url);
  return url.href;
};

test('a migrated database is looked at, and is not changed', async () => {
  const found = await look(database.url);
  expect(found).toMatchObject({ isStandby: false, mayWrite: true, pending: [], later: [] });
  expect(found.version).toMatch(/^\d+/);
  expect(lines).toEqual([]);
});

test('an empty one lacks every migration, and stays empty', async () => {
  const empty = await createEmptyTestDatabase();
  const { pending } = await look(empty.url);
  expect(pending.length).toBeGreaterThan(10);
  const { rows } = await withClient(empty.url, (client) =>
    client.query(`SELECT FROM pg_class WHERE relname = '_prisma_migrations'`),
  );
  expect(rows).toEqual([]);
  await empty.drop();
});

test('one of a later version is known by the migrations that are not here', async () => {
  const later = await createTestDatabase();
  await later.prisma.$executeRaw`
    INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'y', '29991231235959_later', now())`;
  expect(await look(later.url)).toMatchObject({ pending: [], later: ['29991231235959_later'] });
  await later.drop();
});

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('it is refused at once, in a sentence without a password,', () => {
  test.each([
    [
      'with a wrong password',
      (url: URL) => (url.password = 'wrong'),
      /password authentication failed.*correct DATABASE_URL/,
    ],
    [
      'with a wrong name',
      (url: URL) => (url.pathname = '/nothing'),
      /The database nothing at .*"nothing" does not exist/,
    ],
  ])('%s', async (_, change, message) => {
    const began = performance.now();
    const refused = look(changed(change), 30);
    await expect(refused).rejects.toThrow(message);
    const { message: said } = (await refused.catch((error: unknown) => error)) as Error;
    expect(said).not.toContain(new URL(database.url).password);
    expect(said).not.toContain('\n');
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

test('where nobody answers it waits as long as it was told, and says so once', async () => {
  const began = performance.now();
  const url = 'postgresql://gongbao:secret@127.0.0.1:1/gongbao';
  await expect(look(url, 1)).rejects.toThrow(
    'The database gongbao at 127.0.0.1:1 does not answer (ECONNREFUSED): start it, or correct DATABASE_URL.',
  );
  expect(performance.now() - began).toBeGreaterThan(1000);
  expect(lines).toEqual([
    'The database gongbao at 127.0.0.1:1 does not answer (ECONNREFUSED): waiting for it, 1 s at most …',
  ]);
});

test('a database that comes while it waits is served', async () => {
  const { hostname, port, searchParams } = new URL(database.url);
  const socket = searchParams.get('host');
  const front = createServer((client) => {
    const server = socket ? connect(`${socket}/.s.PGSQL.${port || '5432'}`) : connect(Number(port), hostname);
    client
      .pipe(server)
      .pipe(client)
      .on('error', () => undefined);
    server.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const own = (front.address() as AddressInfo).port;
  await new Promise((resolve) => front.close(resolve));
  const looking = look(
    changed((url) => {
      url.hostname = '127.0.0.1';
      url.port = String(own);
      url.searchParams.delete('host');
    }),
    20,
  );
  setTimeout(() => front.listen(own, '127.0.0.1'), 700);
  expect(await looking).toMatchObject({ pending: [] });
  expect(lines).toHaveLength(1);
  front.close();
});

test('a role that reads is enough; one that may not read everything is told what to do', async () => {
  // The role of the tests may make databases, and no roles: what it takes from itself does it too.
  await database.prisma.$executeRawUnsafe('REVOKE INSERT ON ALL TABLES IN SCHEMA public FROM current_user');
  expect(await look(database.url)).toMatchObject({ mayWrite: false, pending: [] });
  await database.prisma.$executeRawUnsafe('REVOKE SELECT ON "Section", "Document" FROM current_user');
  await expect(look(database.url)).rejects.toThrow(/may not read Document, Section: GRANT SELECT ON ALL TABLES/);
});
