import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { closeRevision, readRevision } from '@/lib/db/revision';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { readHealth } from './health';

const reasons = async () => (await readHealth()).reasons;

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
  await readHealth();
  const readers = Array.from({ length: 60 }, () =>
    getClient().$queryRaw`SELECT pg_sleep(0.5)::text`.then(
      () => 'served',
      () => 'refused',
    ),
  );
  expect(await reasons()).toEqual([]);
  const outcomes = await Promise.all(readers);
  expect(new Set(outcomes)).toEqual(new Set(['served', 'refused']));
  const named = await database.prisma.$queryRaw<{ name: string; connections: number }[]>`
    SELECT "application_name" AS "name", count(*)::int AS "connections" FROM pg_stat_activity
    WHERE "datname" = current_database() AND "application_name" LIKE 'gongbao%'
      AND "application_name" <> 'gongbao command' GROUP BY 1 ORDER BY 1`;
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
      expect(await reasons()).toEqual(['the database does not answer (55P03)']);
      expect(Date.now() - since).toBeLessThan(3000);
    },
    { timeout: 10_000 },
  );
  expect(await reasons()).toEqual([]);
});

test('it says its role, the revision as everywhere else, and what is outdated', async () => {
  const { revision } = await readRevision();
  expect((await readHealth()).database).toEqual({ role: 'primary', revision, outdatedFiles: 0 });
  await database.prisma.sourceFile.create({
    data: { name: 'a.txt', hash: '0'.repeat(64), size: 1, parserVersion: '0.0.0' },
  });
  expect((await readHealth()).database).toMatchObject({ outdatedFiles: 1 });
  await closeRevision();
});

test.each([
  ['a migration has not come to its end', `UPDATE "_prisma_migrations" SET "finished_at" = NULL`],
  [/does not fit this version.*"heading"/, `ALTER TABLE "Section" DROP COLUMN "heading"`],
  [/does not fit this version.*"SearchTerm"/, `DROP TABLE "SearchTerm"`],
  [/may not read everything.*SourceFile/, `REVOKE SELECT ON "SourceFile" FROM current_user`],
])('it is not ready: %s', async (reason, statement) => {
  const other = await createTestDatabase();
  process.env.DATABASE_URL = other.url;
  try {
    await other.prisma.$executeRawUnsafe(statement);
    expect(await reasons()).toEqual([typeof reason === 'string' ? reason : (expect.stringMatching(reason) as unknown)]);
  } finally {
    process.env.DATABASE_URL = database.url;
    await other.drop();
  }
});

test('it is not ready without a database, and says nothing of where it is', async () => {
  process.env.DATABASE_URL = 'postgresql://gongbao:secret@127.0.0.1:1/nothing';
  expect(await readHealth()).toEqual({ reasons: ['the database does not answer'], database: null });
  process.env.DATABASE_URL = database.url;
});
