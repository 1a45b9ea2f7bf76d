import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { ChangingCorpus } from '../testing/changing-corpus';
import { sampleCorpus } from '../testing/test-portal';
import { findDifferences, findHalf, readHeld, type Held } from './held';

let database: TestDatabase;
let corpus: ChangingCorpus;
let clean: Held;
beforeAll(async () => {
  database = await createTestDatabase();
  corpus = new ChangingCorpus([sampleCorpus]);
  await ingestPaths(corpus.folders, { prisma: database.prisma });
  clean = await readHeld(database.url);
}, 60_000);
afterAll(async () => {
  corpus.remove();
  await database.drop();
});

test('the same files give the same, again and again', async () => {
  expect(Object.keys(clean.files)).toHaveLength(corpus.files.length);
  corpus.change(corpus.files[0]!, 1);
  await ingestPaths(corpus.folders, { prisma: database.prisma });
  const changed = await readHeld(database.url);
  expect(findHalf(changed, [clean])).toHaveLength(1);
  expect(findHalf(changed, [clean, changed])).toEqual([]);
  corpus.change(corpus.files[0]!, 0);
  await ingestPaths(corpus.folders, { prisma: database.prisma });
  const again = await readHeld(database.url);
  expect(findDifferences(again, clean)).toEqual([]);
  expect(again.revision).toBeGreaterThan(clean.revision);
}, 60_000);

test('half a file is found, and rows that are too many', async () => {
  const { id } = await database.prisma.section.findFirstOrThrow({ orderBy: { id: 'desc' } });
  await database.prisma.section.delete({ where: { id } });
  await database.prisma.municipality.create({ data: { slug: 'other', name: '别市' } });
  const differences = findDifferences(await readHeld(database.url), clean);
  expect(differences.join('\n')).toMatch(/gave .*; a clean ingest gives /);
  expect(differences).toContain('Municipality has 2 rows, and 1 after a clean ingest');
});
