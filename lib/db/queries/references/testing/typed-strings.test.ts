import { afterAll, beforeAll, expect, test } from 'vitest';
import path from 'node:path';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { typedStringsReport } from './typed-strings';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await ingestPaths([path.resolve('prisma/sample-corpus')], { prisma: database.prisma });
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

test('what people type leads where they mean', async () => {
  const { counts, wrong, falseClaims } = await typedStringsReport();
  // The counts are the result of this test; a row that fails says what was given instead.
  process.stdout.write(`${counts.map(({ kind, right, rows }) => `${kind}: ${right} of ${rows}`).join('; ')}\n`);
  if (process.env.SHOW) for (const line of wrong) process.stdout.write(`${line}\n`);
  expect(falseClaims).toEqual([]);
  const least = { reference: 0.99, words: 0.9, question: 0.9, nonsense: 1 };
  for (const { kind, right, rows } of counts)
    expect([kind, right / rows >= least[kind]], wrong.filter((line) => line.startsWith(kind)).join('\n')).toEqual([
      kind,
      true,
    ]);
}, 300_000);
