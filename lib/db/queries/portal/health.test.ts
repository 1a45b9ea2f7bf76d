import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { isReady } from './health';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  process.env.DATABASE_POOL = '2';
});
afterAll(async () => {
  delete process.env.DATABASE_POOL;
  await getClient().$disconnect();
  await database.drop();
});

test('a portal is ready while readers have taken all connections', async () => {
  await isReady();
  const readers = Array.from({ length: 60 }, () =>
    getClient().$queryRaw`SELECT pg_sleep(0.5)::text`.then(
      () => 'served',
      () => 'refused',
    ),
  );
  expect(await isReady()).toBe(true);
  const outcomes = await Promise.all(readers);
  expect(new Set(outcomes)).toEqual(new Set(['served', 'refused']));
  const named = await database.prisma.$queryRaw<{ name: string; connections: number }[]>`
    SELECT "application_name" AS "name", count(*)::int AS "connections" FROM pg_stat_activity
    WHERE "datname" = current_database() AND "application_name" LIKE 'gongbao%' GROUP BY 1 ORDER BY 1`;
  expect(named).toEqual([
    { name: 'gongbao', connections: 2 },
    { name: 'gongbao health', connections: 1 },
  ]);
});

test('it is not ready while the tables are locked, and says so soon', async () => {
  await database.prisma.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`LOCK TABLE "Citation" IN ACCESS EXCLUSIVE MODE`;
      const since = Date.now();
      expect(await isReady()).toBe(false);
      expect(Date.now() - since).toBeLessThan(3000);
    },
    { timeout: 10_000 },
  );
  expect(await isReady()).toBe(true);
});
