import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { readStartArguments } from './arguments';
import { decideOnSample, SAMPLE_FOLDER, takeSampleOut } from './sample';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await clearDatabase(database.prisma);
  await database.prisma.portal.updateMany({ data: { withoutSample: false } });
});

const ingest = async (...paths: string[]) => {
  const { files } = await ingestPaths(paths, { prisma: database.prisma });
  expect(files.flatMap(({ error }) => error ?? [])).toEqual([]);
};
const decide = (wanted: boolean | null = null) => decideOnSample(database.url, wanted);

test('a portal that holds nothing gets the sample, one that holds something does not', async () => {
  expect(await decide()).toBe(true);
  await ingest(path.join(SAMPLE_FOLDER, 'shili-2022-4.txt'));
  expect(await decide()).toBe(false);
});

test('whoever asks for it gets it, also beside other texts; then it is no longer out', async () => {
  expect(await decide(false)).toBe(false);
  expect(await decide(true)).toBe(true);
  expect(await decide()).toBe(true);
});

test('once it was taken out it does not come back by itself, though the portal is empty', async () => {
  expect(await decide(false)).toBe(false);
  expect(await decide()).toBe(false);
  expect(await decide()).toBe(false);
});

test('it is taken out whole, with its corrections, and nothing else', async () => {
  const folder = await makeIngestFolder();
  await folder.write(
    'other.txt',
    documentText(
      {
        number: '试政发〔2023〕1号',
        title: '试验市人民政府关于防汛的通知',
        body: ['一、值守', '按示政发〔2022〕8号办理。'],
      },
      '试验市',
    ),
  );
  await ingest(SAMPLE_FOLDER, folder.path);
  expect(await database.prisma.correction.count()).toBeGreaterThan(0);
  expect(await takeSampleOut(database.url)).toBe(8);
  expect(await database.prisma.municipality.findMany({ select: { name: true } })).toEqual([{ name: '试验市' }]);
  expect(await database.prisma.sourceFile.findMany({ select: { name: true } })).toEqual([{ name: 'other.txt' }]);
  expect(await database.prisma.correction.count()).toBe(0);
  expect(await database.prisma.issue.count()).toBe(0);
  expect(await database.prisma.searchTerm.count({ where: { term: { contains: '示例' } } })).toBe(0);
  // Its number is cited still, and nobody holds it.
  expect(await database.prisma.citation.findMany({ select: { docNumber: true, targetDocumentId: true } })).toEqual([
    { docNumber: '示政发〔2022〕8号', targetDocumentId: null },
  ]);
  expect(await takeSampleOut(database.url)).toBe(0);
  await folder.clear();
});

describe('npm start understands', () => {
  test.each([
    [[], { paths: [], sample: null }],
    [['a.txt', 'b'], { paths: ['a.txt', 'b'], sample: null }],
    [['--sample', 'a'], { paths: ['a'], sample: true }],
    [['--no-sample'], { paths: [], sample: false }],
    [['--help'], null],
  ])('%j', (args, meaning) => {
    expect(readStartArguments(args)).toEqual(meaning);
  });

  test('nothing else', () => {
    expect(() => readStartArguments(['--smaple'])).toThrow(/--smaple/);
  });
});
