import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { createEmptyTestDatabase, type TestDatabase } from '@/lib/db/testing/database';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createEmptyTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'gongbao-migrations-'));
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

const tables = async () => {
  const rows = await database.prisma.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`;
  return rows.map(({ name }) => name);
};

test('applies migrations in the order of their names, and nothing the second time', async () => {
  write('20260102_second', 'ALTER TABLE shelf ADD COLUMN place text');
  write('20260101_first', 'CREATE TABLE shelf (id int)');
  expect(await migrate(database.url, folder)).toEqual(['20260101_first', '20260102_second']);
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await tables()).toEqual(['_prisma_migrations', 'shelf']);
});

test('applies each migration once when two start together', async () => {
  write('20260101_first', 'CREATE TABLE shelf (id int); SELECT pg_sleep(0.3)');
  const applied = await Promise.all([migrate(database.url, folder), migrate(database.url, folder)]);
  expect(applied.flat()).toEqual(['20260101_first']);
});

test('rolls a failing migration back as a whole, keeps those before it, and names file and line', async () => {
  write('20260101_first', 'CREATE TABLE shelf (id int)');
  write('20260102_second', 'CREATE TABLE box (id int);\n\nALTER TABLE nowhere ADD COLUMN x int;');
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /prisma\/migrations\/20260102_second\/migration\.sql failed and was rolled back: relation "nowhere" does not exist/,
  );
  expect(await tables()).toEqual(['_prisma_migrations', 'shelf']);
  write('20260102_second', 'SELECT 1;\nSELEC 2;');
  await expect(migrate(database.url, folder)).rejects.toThrow(/line 2/);
  write('20260102_second', 'CREATE TABLE box (id int)');
  expect(await migrate(database.url, folder)).toEqual(['20260102_second']);
});

test('reports a migration that was changed after it was applied', async () => {
  write('20260101_first', 'CREATE TABLE shelf (id int)');
  await migrate(database.url, folder);
  write('20260101_first', 'CREATE TABLE shelf (id bigint)');
  await expect(migrate(database.url, folder)).rejects.toThrow(/20260101_first.*changed after it was applied/);
});

test('refuses a database that is newer than this copy of the project', async () => {
  write('20260101_first', 'CREATE TABLE shelf (id int)');
  await migrate(database.url, folder);
  rmSync(path.join(folder, '20260101_first'), { recursive: true });
  await expect(migrate(database.url, folder)).rejects.toThrow(/older than its database/);
});

test('keeps the table as Prisma keeps it: same columns, sha-256 of the file, one finished step', async () => {
  const sql = 'CREATE TABLE shelf (id int)';
  write('20260101_first', sql);
  await migrate(database.url, folder);
  const columns = await database.prisma.$queryRaw<{ name: string; type: string }[]>`
    SELECT column_name AS name, data_type || coalesce('(' || character_maximum_length || ')', '') AS type
    FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`;
  // From the CREATE TABLE of Prisma's schema engine, flavour postgres.
  expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'id character varying(36)',
    'checksum character varying(64)',
    'finished_at timestamp with time zone',
    'migration_name character varying(255)',
    'logs text',
    'rolled_back_at timestamp with time zone',
    'started_at timestamp with time zone',
    'applied_steps_count integer',
  ]);
  const rows = await database.prisma.$queryRaw<Record<string, unknown>[]>`SELECT * FROM _prisma_migrations`;
  expect(rows).toMatchObject([
    {
      checksum: createHash('sha256').update(sql).digest('hex'),
      migration_name: '20260101_first',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
      finished_at: expect.any(Date) as Date,
    },
  ]);
});

test("applies the project's own migrations to an empty database", async () => {
  expect((await migrate(database.url)).length).toBeGreaterThan(0);
  expect(await tables()).toContain('Municipality');
});
