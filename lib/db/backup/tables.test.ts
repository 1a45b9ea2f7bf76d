import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { COMPUTED_TABLES, inOrder, listTables, MIGRATIONS_TABLE_NAME } from './tables';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

test('every table is backed up, or named as one that a restore makes anew', async () => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT "relname" AS "name" FROM pg_class WHERE "relkind" IN ('r', 'p', 'm', 'f') AND "relnamespace" = 'public'::regnamespace`,
  );
  const kept = (await listTables(client)).map(({ name }) => name);
  expect([...kept, ...COMPUTED_TABLES, MIGRATIONS_TABLE_NAME].sort()).toEqual(rows.map(({ name }) => name).sort());
});

test('no table that is backed up refers to one that is not', async () => {
  const tables = await listTables(client);
  const kept = tables.map(({ name }) => name);
  expect(tables.flatMap(({ refersTo }) => refersTo).filter((name) => !kept.includes(name))).toEqual([]);
});

test('a table stands behind all that it refers to', async () => {
  const names = new Set<string>();
  for (const { name, refersTo } of await listTables(client)) {
    expect(refersTo.filter((other) => !names.has(other))).toEqual([]);
    names.add(name);
  }
});

test('tables that refer to each other are told', () => {
  const table = (name: string, ...refersTo: string[]) => ({ name, columns: ['id'], refersTo });
  expect(inOrder([table('b', 'a', 'elsewhere'), table('a')]).map(({ name }) => name)).toEqual(['a', 'b']);
  expect(() => inOrder([table('a', 'b'), table('b', 'c'), table('c', 'a'), table('d')])).toThrow(
    /in a circle: a, b, c/,
  );
});
