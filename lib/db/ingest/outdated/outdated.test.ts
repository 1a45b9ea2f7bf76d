import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths, type FileReport } from '@/lib/db/ingest';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { takeSnapshot } from '@/lib/db/testing/snapshot';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';
import { readOutdated } from './index';

const planting: TextOfDocument = {
  number: '示政发〔2023〕1号',
  title: '示例市人民政府关于做好春季植树工作的通知',
  body: ['一、总体要求', '落实示政发〔2023〕2号精神。'],
};
const rivers: TextOfDocument = {
  number: '示政发〔2023〕2号',
  title: '示例市人民政府关于清理河道的通知',
  body: ['一、清理范围', '全市河道。同时落实示政发〔2023〕10号。'],
};
const flood: TextOfDocument = { title: '关于夏季防汛工作的通知', body: ['一、值守', '二十四小时值守。'] };

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  folder = await makeIngestFolder();
  await clearDatabase(database.prisma);
});
afterEach(async () => folder.clear());
afterAll(async () => database.drop());

const ingest = async (options: { municipality?: string } = {}) => {
  const { files, corrections } = await ingestPaths([folder.path], { prisma: database.prisma, ...options });
  expect([...files.flatMap(({ error }) => error ?? []), ...corrections.flatMap(({ errors }) => errors)]).toEqual([]);
};
/** Makes all rows those of another version. */
const makeOutdated = () => database.prisma.sourceFile.updateMany({ data: { parserVersion: 'older' } });
const readAll = async () => {
  const files: FileReport[] = [];
  const counts: number[] = [];
  const { prisma } = database;
  const report = await readOutdated({
    prisma,
    onStart: (count) => counts.push(count),
    onFile: (file) => files.push(file),
  });
  const errors = files.flatMap(({ error }) => (error === undefined ? [] : [error.replaceAll(`${folder.path}/`, '')]));
  return { ...report, counts, errors, outcomes: files.map(({ outcome }) => outcome) };
};
const listFiles = () =>
  database.prisma.sourceFile.findMany({
    select: { name: true, path: true, hash: true, size: true, ingestedAt: true, searchScheme: true },
    orderBy: { name: 'asc' },
  });
/** Gives a held issue another number than its text has, as another parser may have read it. */
const renumber = (name: string, number: number) =>
  database.prisma.issue.updateMany({ where: { sourceFile: { name } }, data: { number } });
const listNumbers = async () =>
  Object.fromEntries(
    (await database.prisma.issue.findMany({ select: { number: true, sourceFile: { select: { name: true } } } })).map(
      ({ number, sourceFile }) => [sourceFile.name, number],
    ),
  );

describe('reading anew', () => {
  test('needs no folder, and gives the same rows, addresses, paths and days', async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting, rivers]));
    await folder.write('2.txt', issueText(2023, 2, [{ ...rivers, body: ['一、范围', '全部。'] }]));
    await folder.write('3.txt', documentText(rivers, '样例市'));
    await folder.write(
      'corrections.yml',
      'misprints:\n  - printed: 示政发〔2023〕10号\n    right: 示政发〔2023〕1号\n    source: 来函\n',
    );
    await ingest();
    // A document whose address does not come from its number any more.
    await database.prisma.document.updateMany({ where: { slug: 'shizhengfa-2023-1' }, data: { slug: 'of-old' } });
    const [before, files] = [await takeSnapshot(database.prisma), await listFiles()];
    expect(before.documents.map(({ slug }) => slug)).toContain('shizhengfa-2023-2-2');
    await folder.clear();
    folder = await makeIngestFolder();
    await makeOutdated();
    expect(await readAll()).toMatchObject({ replaced: 3, failed: 0, outdated: 0, counts: [3], errors: [] });
    expect(await takeSnapshot(database.prisma)).toEqual(before);
    expect(before.citations.filter(({ correction }) => correction)).not.toEqual([]);
    expect(await listFiles()).toEqual(files);
    expect(await database.prisma.sourceBytes.count()).toBe(3);
    expect(await readAll()).toMatchObject({ replaced: 0, counts: [0] });
  });

  test('keeps the municipality that was given with the file', async () => {
    const text = documentText(flood, '').replaceAll('人民政府', '').replace('各区,市政府各部门:', '各单位:');
    await folder.write('flood.txt', text);
    await ingest({ municipality: '样例市' });
    const before = await takeSnapshot(database.prisma);
    expect(before.municipalities.map(({ name }) => name)).toEqual(['样例市']);
    await makeOutdated();
    await folder.remove('flood.txt');
    expect(await readAll()).toMatchObject({ replaced: 1, errors: [] });
    expect(await takeSnapshot(database.prisma)).toEqual(before);
  });

  test('shared by two calls at once, and beside an ingest, is done once', async () => {
    for (let number = 1; number <= 12; number++)
      await folder.write(
        `${number}.txt`,
        issueText(2022, number, [{ ...planting, number: `示政发〔2022〕${number}号` }]),
      );
    await ingest();
    const before = await takeSnapshot(database.prisma);
    await makeOutdated();
    await folder.write('13.txt', issueText(2022, 13, [{ ...rivers, number: '示政发〔2022〕13号' }]));
    const [one, other, { files }] = await Promise.all([
      readAll(),
      readAll(),
      ingestPaths([folder.path], { prisma: database.prisma }),
    ]);
    expect([...one.errors, ...other.errors, ...files.flatMap(({ error }) => error ?? [])]).toEqual([]);
    const byIngest = files.filter(({ outcome }) => outcome === 'replaced').length;
    expect(one.replaced + other.replaced + byIngest).toBe(12);
    expect(await database.prisma.sourceFile.count({ where: { parserVersion: storedVersion } })).toBe(13);
    const after = await takeSnapshot(database.prisma);
    expect(after.documents.filter(({ slug }) => !slug.endsWith('-13'))).toEqual(before.documents);
  });
});

describe('a file', () => {
  beforeEach(async () => {
    await folder.write('1.txt', issueText(2023, 1, [planting]));
    await folder.write('2.txt', issueText(2023, 2, [rivers]));
    await ingest();
    await makeOutdated();
  });

  test('without kept bytes is read where it is, and gets them', async () => {
    await database.prisma.sourceBytes.deleteMany();
    expect(await readAll()).toMatchObject({ replaced: 2, errors: [] });
    expect(await database.prisma.sourceBytes.count()).toBe(2);
  });

  test('without kept bytes that is gone, or is another text now, fails and keeps its rows', async () => {
    await database.prisma.sourceBytes.deleteMany();
    await folder.remove('1.txt');
    await folder.write('2.txt', issueText(2023, 2, [{ ...rivers, body: ['一、范围', '城区。'] }]));
    const before = await takeSnapshot(database.prisma);
    const { errors, outdated, failed } = await readAll();
    expect(errors.sort()).toEqual([
      '1.txt: its bytes are not kept, and it is no longer where it was read. Its former rows stay. Ingest the file once: npm run ingest -- PATH.',
      '2.txt: its bytes are not kept, and another text is where it was read. Its former rows stay. Ingest the file once: npm run ingest -- PATH.',
    ]);
    expect([outdated, failed]).toEqual([2, 2]);
    expect(await takeSnapshot(database.prisma)).toEqual(before);
  });

  test.each(['not brotli', 'other bytes', 'unknown compression'])(
    'with damaged bytes (%s) is read where it is',
    async (kind) => {
      const [one, other] = await database.prisma.sourceBytes.findMany({ orderBy: { sourceFileId: 'asc' } });
      const damage = {
        'not brotli': { bytes: Buffer.from('nothing') },
        'other bytes': { bytes: other!.bytes },
        'unknown compression': { compression: 'rle' },
      }[kind]!;
      await database.prisma.sourceBytes.update({ where: { sourceFileId: one!.sourceFileId }, data: damage });
      expect(await readAll()).toMatchObject({ replaced: 2, errors: [] });
      await makeOutdated();
      await folder.remove('1.txt');
      expect(await readAll()).toMatchObject({ replaced: 2, errors: [] });
    },
  );

  test('that is held as what another file is now is refused, and tried once', async () => {
    await renumber('1.txt', 9);
    await renumber('2.txt', 1);
    await database.prisma.sourceFile.updateMany({ where: { name: '2.txt' }, data: { parserVersion: storedVersion } });
    const before = await takeSnapshot(database.prisma);
    const { errors, replaced } = await readAll();
    expect(errors).toEqual([
      '1.txt: read anew it is 示例市 2023年第1号, which is held from 2.txt already. Its former rows stay. Take one of the two out with --remove.',
    ]);
    expect(replaced).toBe(0);
    expect(await takeSnapshot(database.prisma)).toEqual(before);
    expect(await listNumbers()).toEqual({ '1.txt': 9, '2.txt': 1 });
  });

  test('that waits for another to become what it is now is tried again', async () => {
    // 2.txt is read first, and 1.txt still holds its number.
    await renumber('2.txt', 9);
    await renumber('1.txt', 2);
    expect(await readAll()).toMatchObject({ replaced: 2, failed: 0, errors: [] });
    expect(await listNumbers()).toEqual({ '1.txt': 1, '2.txt': 2 });
  });

  test('of the same name never takes the place of another, though neither is on the disk any more', async () => {
    await folder.move('1.txt', 'a/same.txt');
    await folder.move('2.txt', 'b/same.txt');
    await ingest();
    await folder.clear();
    folder = await makeIngestFolder();
    await makeOutdated();
    const numbers = await database.prisma.issue.findMany({ orderBy: { id: 'asc' } });
    await database.prisma.issue.update({ where: { id: numbers[0]!.id }, data: { number: 9 } });
    await database.prisma.issue.update({ where: { id: numbers[1]!.id }, data: { number: numbers[0]!.number } });
    await database.prisma.sourceFile.update({
      where: { id: numbers[1]!.sourceFileId },
      data: { parserVersion: storedVersion },
    });
    expect(await readAll()).toMatchObject({ replaced: 0, failed: 1 });
    expect(await database.prisma.sourceFile.count()).toBe(2);
  });
});

test('an unchanged file that was stored without bytes gets them, and nothing else changes', async () => {
  await folder.write('1.txt', issueText(2023, 1, [planting]));
  await folder.write('2.txt', Buffer.from(issueText(2023, 2, [rivers])));
  await ingest();
  const kept = await database.prisma.sourceBytes.findMany({ orderBy: { sourceFileId: 'asc' } });
  await database.prisma.sourceBytes.deleteMany();
  const portal = await database.prisma.portal.findMany();
  await ingest();
  expect(await database.prisma.sourceBytes.findMany({ orderBy: { sourceFileId: 'asc' } })).toEqual(kept);
  expect(await database.prisma.portal.findMany()).toEqual(portal);
});
