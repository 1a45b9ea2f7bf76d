import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSourceFiles } from '@/lib/source-files';
import { ingestPaths } from './ingest';
import { removeSources } from './ingest/remove';
import { createTestDatabase, type TestDatabase } from './testing/database';
import { shuffled } from './testing/orders';
import { takeSnapshot } from './testing/snapshot';

// Real gazettes lie beside the project and are no part of it.
const realCorpus = path.resolve('../shared/corpus');
const corpora = [
  { name: 'the sample corpus', folder: path.resolve('prisma/sample-corpus'), orders: 5 },
  // Some seconds an ingest.
  { name: 'the real gazettes of ../shared/corpus', folder: realCorpus, orders: 2 },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function clear() {
  await database.prisma.sourceFile.deleteMany();
  await database.prisma.municipality.deleteMany();
  await database.prisma.correction.deleteMany();
  await database.prisma.citedNumber.deleteMany();
}

/** What came of each file is no matter of the web; a failure is. */
async function ingest(paths: string[]) {
  const { files, corrections } = await ingestPaths(paths, { prisma: database.prisma });
  expect([...files, ...corrections].filter(({ outcome }) => outcome === 'failed')).toEqual([]);
}

/** Deep comparison of all texts takes its time; it is for the case that something differs. */
function expectSame<Web>(web: Web, other: Web) {
  if (JSON.stringify(web) !== JSON.stringify(other)) expect(other).toEqual(web);
}

test.each(corpora)('$name gives one web in every order', { timeout: 600_000 }, async ({ folder, orders }) => {
  if (!existsSync(folder)) return;
  const { files } = await findSourceFiles([folder]);
  await clear();
  await ingest(files);
  const web = await takeSnapshot(database.prisma);
  expect(web.citations.length).toBeGreaterThan(0);
  for (let seed = 1; seed < orders; seed++) {
    await clear();
    for (const file of shuffled(files, seed)) await ingest([file]);
    expectSame(web, await takeSnapshot(database.prisma));
  }
  // One is taken out and comes again.
  const [file] = shuffled(files, orders);
  await removeSources(database.prisma, [{ named: file!, path: file! }]);
  expect((await takeSnapshot(database.prisma)).citations.length).not.toBe(web.citations.length);
  await ingest([file!]);
  expectSame(web, await takeSnapshot(database.prisma));
});
