import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';

const clauses = [
  '为了保护城市河道,防止水土流失,制定本办法。',
  '市水务局负责全市河道的日常巡查和维护工作。',
  '任何单位不得向河道倾倒垃圾、渣土和污水。',
  '沿河单位应当在每年三月底以前完成清淤任务。',
  '违反本办法的,由市水务局责令限期改正。',
  '本办法由市水务局负责解释,自印发之日起施行。',
];
const articles = (texts: readonly string[]): string[] =>
  texts.map((text, at) => `第${'一二三四五六七八九'[at]}条 ${text}`);
const rivers = (texts: readonly string[], more: Partial<TextOfDocument> = {}): TextOfDocument => ({
  number: '示政发〔2023〕2号',
  title: '示例市河道管理办法',
  body: articles(texts),
  signed: '2023年3月1日',
  ...more,
});

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => database.drop());
beforeEach(async () => {
  folder = await makeIngestFolder();
  await clearDatabase(database.prisma);
});
afterEach(async () => folder.clear());

const put = async (name: string, text: string): Promise<void> => {
  await folder.write(name, text);
  const { files } = await ingestPaths([folder.at(name)], { prisma: database.prisma });
  expect(files.map(({ error }) => error)).toEqual([undefined]);
};
const listDocuments = async () =>
  (await database.prisma.ledgerDocument.findMany({ orderBy: { id: 'asc' } })).map(
    ({ slug, version, end, documentId }) => [slug, version, end ?? (documentId === null ? 'lost' : 'held')],
  );
const listPassages = async () =>
  (await database.prisma.formerPassage.findMany({ orderBy: { id: 'asc' } })).map(
    ({ address, kind, toAddress }) => `${address} ${kind} ${toAddress}`,
  );
const listEvents = async () =>
  (await database.prisma.event.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind);

test('a clause put in moves those behind it, and the former version is kept', async () => {
  await put('a.txt', documentText(rivers(clauses)));
  await put('a.txt', documentText(rivers(clauses.toSpliced(2, 0, '河道两岸三十米以内为保护范围,应当设立界桩。'))));
  expect(await listDocuments()).toEqual([['shizhengfa-2023-2', 2, 'held']]);
  expect(await listPassages()).toEqual(['n below n', 't3 moved t4', 't4 moved t5', 't5 moved t6', 't6 moved t7']);
  expect(await listEvents()).toEqual(['document', 'corrected']);
  const versions = await database.prisma.documentVersion.findMany({ select: { number: true, sameAs: true } });
  expect(versions).toEqual([{ number: 1, sameAs: null }]);
});

test('a clause changed, one deleted: told apart', async () => {
  await put('a.txt', documentText(rivers(clauses)));
  await put(
    'a.txt',
    documentText(rivers([clauses[0]!, '市水务局负责全市河道的日常巡查、监测和维护工作。', ...clauses.slice(3)])),
  );
  expect(await listPassages()).toEqual([
    'n below n',
    't2 changed t2',
    't3 gone t2',
    't4 moved t3',
    't5 moved t4',
    't6 moved t5',
  ]);
});

test('A, B, A: the third version is the first again', async () => {
  const one = documentText(rivers(clauses));
  await put('a.txt', one);
  await put('a.txt', documentText(rivers(clauses.slice(0, 5))));
  await put('a.txt', one);
  await put('a.txt', documentText(rivers(clauses.slice(0, 5))));
  const versions = await database.prisma.documentVersion.findMany({
    select: { number: true, sameAs: true },
    orderBy: { number: 'asc' },
  });
  expect(versions).toEqual([
    { number: 1, sameAs: null },
    { number: 2, sameAs: null },
    { number: 3, sameAs: 1 },
  ]);
});

test('the same text again writes nothing', async () => {
  const text = documentText(rivers(clauses));
  await put('a.txt', text);
  await put('a.txt', text);
  await put('a.txt', `${text}\n`);
  expect(await listPassages()).toEqual([]);
  expect(await listEvents()).toEqual(['document']);
  expect(await listDocuments()).toEqual([['shizhengfa-2023-2', 1, 'held']]);
});

test('a corrected number moves the document to another address, and its own former one is free for nobody else', async () => {
  await put('a.txt', documentText(rivers(clauses)));
  await put('a.txt', documentText(rivers(clauses, { number: '示政发〔2023〕3号' })));
  expect(await listDocuments()).toEqual([['shizhengfa-2023-3', 2, 'held']]);
  await put('a.txt', documentText(rivers(clauses)));
  expect(await listDocuments()).toEqual([['shizhengfa-2023-2', 3, 'held']]);
  expect((await database.prisma.formerAddress.findMany()).map(({ slug }) => slug)).toEqual(['shizhengfa-2023-3']);
  await put(
    'b.txt',
    documentText(rivers(['另一件事。', '全市种树。'], { number: '示政发〔2023〕3号', title: '示例市植树办法' })),
  );
  expect(await listDocuments()).toEqual([
    ['shizhengfa-2023-2', 3, 'held'],
    ['shizhengfa-2023-3-2', 1, 'held'],
  ]);
});

test('an issue taken out and put in again under another name is what it was', async () => {
  const text = issueText(2023, 3, [rivers(clauses)]);
  await put('a.txt', text);
  const removed = await removeSources(
    database.prisma,
    [{ named: folder.at('a.txt'), path: folder.at('a.txt') }],
    '文字有误',
  );
  expect(removed.problems).toEqual([]);
  expect(await listDocuments()).toEqual([['shizhengfa-2023-2', 1, 'withdrawn']]);
  expect(await database.prisma.formerIssue.findMany({ select: { year: true, number: true, endReason: true } })).toEqual(
    [{ year: 2023, number: 3, endReason: '文字有误' }],
  );
  await put('b.txt', text);
  expect(await listDocuments()).toEqual([['shizhengfa-2023-2', 1, 'held']]);
  expect(await listEvents()).toEqual(['issue', 'document', 'issueWithdrawn', 'withdrawn', 'issue', 'document']);
  expect(await database.prisma.formerIssue.count()).toBe(0);
  expect(await database.prisma.documentVersion.count()).toBe(0);
});

test('a document parted in two: what went to the other is led there', async () => {
  await put('a.txt', issueText(2023, 3, [rivers(clauses)]));
  await put(
    'a.txt',
    issueText(2023, 3, [
      rivers(clauses.slice(0, 4)),
      rivers(clauses.slice(4), { number: '示政发〔2023〕9号', title: '示例市河道处罚办法' }),
    ]),
  );
  expect(await listDocuments()).toEqual([
    ['shizhengfa-2023-2', 2, 'held'],
    ['shizhengfa-2023-9', 1, 'held'],
  ]);
  expect(await listPassages()).toEqual(['n below n', 't5 moved t1', 't6 moved t2']);
});
