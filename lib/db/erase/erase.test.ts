import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { readOutdated } from '@/lib/db/ingest/outdated';
import { loadBytes } from '@/lib/db/ingest/source-bytes';
import { removeSources } from '@/lib/db/ingest/remove';
import { unpackTree } from '@/lib/db/ledger/tree-bytes';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { issueText, type TextOfDocument } from '@/lib/db/testing/texts';
import { readErasedWords } from '@/lib/erasure/mask';
import { erase } from '.';

const NAME = '示民安';
const prize = (more: string[] = []): TextOfDocument => ({
  number: '示政发〔2023〕6号',
  title: `示例市人民政府关于表彰${NAME}同志的决定`,
  body: [
    `一、表彰决定`,
    `授予${NAME}同志示例市劳动模范称号，颁发证书，并按照示政发〔2020〕4号的规定给予奖励。`,
    '二、工作要求',
    '各区各部门应当学习先进，做好本职工作，推动全市各项事业发展。',
    ...more,
  ],
});
const trees: TextOfDocument = {
  number: '示政发〔2023〕7号',
  title: '示例市人民政府关于植树的通知',
  body: [`全市今年计划植树三十万株，由\n${NAME}同志负责技术指导，各区应当在四月底以前完成任务。`],
};

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

const put = async (text: string, accept = false): Promise<string> => {
  await folder.write('a.txt', text);
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma, accept });
  return files.map(({ error, outcome }) => error ?? outcome).join();
};

/** Lists where words are in the database: in any column of any table, in packed trees and bytes. */
async function listPlaces(words: string): Promise<string[]> {
  const { prisma } = database;
  const tables = await prisma.$queryRaw<{ name: string }[]>`
    SELECT "table_name" AS "name" FROM information_schema.tables WHERE "table_schema" = 'public' ORDER BY 1`;
  const places: string[] = [];
  for (const { name } of tables) {
    const [row] = await prisma.$queryRawUnsafe<[{ count: number }]>(
      `SELECT count(*)::int AS "count" FROM "${name}" held WHERE strpos(held::text, $1) > 0`,
      words,
    );
    if (row.count > 0) places.push(name);
  }
  for (const version of await prisma.documentVersion.findMany({ where: { tree: { not: null } } })) {
    const tree = await unpackTree(version.tree!, version.treeVersion, '');
    if (JSON.stringify(tree).includes(words)) places.push(`version ${version.number}`);
  }
  for (const file of await prisma.sourceFile.findMany()) {
    const bytes = await loadBytes(prisma, file);
    if (typeof bytes !== 'string' && Buffer.from(bytes).toString().includes(words)) places.push('bytes');
  }
  return places;
}

const order = { addresses: ['/shili/shizhengfa-2023-6'], reason: '含个人信息' };

test('words are taken out of all that is kept, a trace stays, and no ingest brings them back', async () => {
  const { prisma } = database;
  const first = issueText(2023, 5, [prize(), trees]);
  expect(await put(first)).toBe('added');
  const second = issueText(2023, 5, [prize(['三、附则', '本决定自印发之日起施行。']), trees]);
  expect(await put(second)).toBe('replaced');
  const held = await prisma.document.findMany({ select: { slug: true, length: true }, orderBy: { slug: 'asc' } });
  const before = await listPlaces(NAME);
  expect(before).toEqual(expect.arrayContaining(['Document', 'Section', 'TocEntry', 'Event', 'version 1', 'bytes']));

  const words = readErasedWords(NAME);
  const plan = await erase(prisma, { ...order, what: { words }, dryRun: true });
  expect(plan).toMatchObject({ passage: { versions: 1, sources: [{ documents: 2, bytes: 'masked' }], elsewhere: [] } });
  expect(await listPlaces(NAME)).toEqual(before);
  await expect(erase(prisma, { ...order, what: { words: readErasedWords('没有的字') } })).rejects.toThrow(
    /have no such words/,
  );
  const revision = await prisma.portal.findFirstOrThrow();
  const counts = {
    changes: await prisma.documentChange.count(),
    events: await prisma.event.count(),
    versions: await prisma.documentVersion.count(),
    citations: await prisma.citation.count(),
  };
  expect(await erase(prisma, { ...order, what: { words } })).toEqual(plan);

  expect(await listPlaces(NAME)).toEqual([]);
  expect((await prisma.portal.findFirstOrThrow()).revision).not.toBe(revision.revision);
  expect(await prisma.document.findMany({ select: { slug: true, length: true }, orderBy: { slug: 'asc' } })).toEqual(
    held,
  );
  expect({
    changes: await prisma.documentChange.count(),
    events: await prisma.event.count(),
    versions: await prisma.documentVersion.count(),
    citations: await prisma.citation.count(),
  }).toEqual(counts);
  const section = await prisma.section.findFirstOrThrow({ where: { text: { contains: '授予' } } });
  expect(section.text).toContain('授予×××同志');
  const versions = await prisma.documentVersion.findMany({ select: { erasedAt: true, eraseReason: true } });
  expect(versions).toEqual([{ erasedAt: expect.any(Date) as Date, eraseReason: '含个人信息' }]);
  expect(await prisma.erasure.findMany({ select: { kind: true, reason: true, length: true } })).toEqual([
    { kind: 'words', reason: '含个人信息', length: 3 },
  ]);

  // The same file is held as it is; a copy that differs, and one that was taken out, are refused.
  expect(await put(second)).toBe('unchanged');
  expect(await put(`${second}\n`, true)).toMatch(
    /has words that were erased on .* \(含个人信息\)\. .*--accept does not/,
  );
  await prisma.sourceFile.updateMany({ data: { parserVersion: '0' } });
  expect(await readOutdated({ prisma })).toMatchObject({ replaced: 1, failed: 0 });
  expect(await prisma.documentChange.count()).toBe(counts.changes);
  expect(await put(second)).toBe('unchanged');
  await removeSources(prisma, [{ named: 'a.txt', path: folder.at('a.txt') }]);
  expect(await put(second)).toContain('words that were erased');
  expect(await put(second.replaceAll(NAME, '某某'))).toBe('added');
  expect(await listPlaces(NAME)).toEqual([]);
});

test('a former version is taken out whole, with those of the same words', async () => {
  const { prisma } = database;
  const of = (body: string[]) => issueText(2024, 1, [{ number: '示政发〔2024〕1号', title: '示例市奖励办法', body }]);
  await folder.remove('a.txt');
  const one = ['第一条 奖励张示例同志一万元整。', '第二条 奖金在每年十二月发放完毕。'];
  const other = ['第一条 奖励有功人员一万元整。', '第二条 奖金在每年十二月发放完毕。'];
  for (const body of [one, other, one, other, one]) await put(of(body), true);
  const address = { addresses: ['shili/shizhengfa-2024-1'], reason: '含个人信息' };
  await expect(erase(prisma, { ...address, what: { version: 5 } })).rejects.toThrow(/shows version 5 now/);
  await expect(erase(prisma, { ...address, what: { version: 1 } })).rejects.toThrow(/shows the words of version 1 now/);
  await expect(erase(prisma, { ...address, what: { version: 9 } })).rejects.toThrow(/no former version 9; it has 1, 2/);
  await put(of(other), true);
  expect(await erase(prisma, { ...address, what: { version: 3 } })).toEqual({
    version: { versions: [1, 3, 5], passages: expect.any(Number) as number },
  });
  expect((await listPlaces('张示例')).sort()).toEqual([]);
  const versions = await prisma.documentVersion.findMany({
    where: { ledgerDocument: { slug: 'shizhengfa-2024-1' } },
    orderBy: { number: 'asc' },
  });
  expect(versions.map(({ number, erasedAt, tree }) => [number, erasedAt !== null, tree !== null])).toEqual([
    [1, true, false],
    [2, false, true],
    [3, true, false],
    [4, false, false],
    [5, true, false],
  ]);
});
