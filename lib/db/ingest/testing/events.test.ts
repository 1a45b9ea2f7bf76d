import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readMigrations } from '@/lib/db/migrate';
import { ingestPaths } from '@/lib/db/ingest';
import { readOutdated } from '@/lib/db/ingest/outdated';
import { removeSources } from '@/lib/db/ingest/remove';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';

const HARBOUR = '示政发〔2020〕7号';
const citing = (serial: number, body: string[]): TextOfDocument => ({
  number: `示政发〔2023〕${serial}号`,
  title: `示例市人民政府关于第${serial}号码头的通知`,
  body,
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
  const { files } = await ingestPaths([folder.at(name)], { prisma: database.prisma, accept: true });
  expect(files.map(({ error }) => error)).toEqual([undefined]);
};
const takeOut = (name: string) =>
  removeSources(database.prisma, [{ named: folder.at(name), path: folder.at(name) }], null);
const listEvents = () => database.prisma.event.findMany({ orderBy: { id: 'asc' } });
const listAbout = async () =>
  (await listEvents()).flatMap(({ kind, aboutNumber }) => (aboutNumber ? [`${kind} ${aboutNumber}`] : []));

test('what a document does with a number is told once for each kind', async () => {
  const body = [
    `一、依照《示例市码头办法》(${HARBOUR})办理。`,
    `二、码头的维护依照${HARBOUR}第三条执行。`,
    '三、《示例市泊位办法》(示政发〔2019〕4号)自本通知印发之日起废止。',
  ];
  await put('a.txt', documentText(citing(1, body)));
  expect(await listAbout()).toEqual([`cited ${HARBOUR}`, 'repealed 示政发〔2019〕4号']);
});

test('a corrected text tells only what is new, and its former words again tell nothing', async () => {
  const one = documentText(citing(1, [`一、依照${HARBOUR}办理。`]));
  const two = documentText(citing(1, [`一、依照${HARBOUR}、示政发〔2021〕3号办理。`]));
  await put('a.txt', one);
  await put('a.txt', `${one}\n`);
  await put('a.txt', two);
  await put('a.txt', one);
  expect((await listEvents()).map(({ kind, aboutNumber }) => `${kind} ${aboutNumber ?? ''}`)).toEqual([
    'document ',
    `cited ${HARBOUR}`,
    'corrected ',
    'cited 示政发〔2021〕3号',
    'corrected ',
  ]);
});

test('a text that is read anew tells only what is new in it', async () => {
  const { prisma } = database;
  await put('a.txt', documentText(citing(1, [`一、依照${HARBOUR}、示政发〔2021〕3号办理。`])));
  const before = await listEvents();
  // As if the former parser had missed one.
  await prisma.event.delete({ where: { id: before.at(-1)!.id } });
  await prisma.sourceFile.updateMany({ data: { parserVersion: 'former' } });
  await readOutdated({ prisma });
  expect((await listEvents()).map(({ kind, aboutNumber }) => [kind, aboutNumber])).toEqual(
    before.map(({ kind, aboutNumber }) => [kind, aboutNumber]),
  );
});

test('a number that editors correct is told under the right one', async () => {
  await folder.write(
    'corrections.yml',
    `misprints:\n  - printed: 示政发〔2002〕7号\n    right: ${HARBOUR}\n    source: 原件\n`,
  );
  await folder.write('a.txt', documentText(citing(1, ['一、依照示政发〔2002〕7号办理。'])));
  await ingestPaths([folder.path], { prisma: database.prisma });
  expect(await listAbout()).toEqual([`cited ${HARBOUR}`]);
});

test('a number that editors correct later is told then', async () => {
  await put('a.txt', documentText(citing(1, ['一、依照示政发〔2002〕7号办理。'])));
  await folder.write(
    'corrections.yml',
    `misprints:\n  - printed: 示政发〔2002〕7号\n    right: ${HARBOUR}\n    source: 原件\n`,
  );
  await ingestPaths([folder.path], { prisma: database.prisma });
  expect(await listAbout()).toEqual(['cited 示政发〔2002〕7号', `cited ${HARBOUR}`]);
});

test('an issue taken out and put in again: exactly the events of that, the issue the whole of each', async () => {
  const text = issueText(2023, 3, [citing(1, [`一、依照${HARBOUR}办理。`]), citing(2, ['一、照办。'])]);
  await put('a.txt', text);
  await takeOut('a.txt');
  await put('b.txt', text);
  const events = await listEvents();
  const kindOf = new Map(events.map(({ id, kind }) => [id, kind]));
  expect(events.map(({ kind, partOf }) => `${kind} ${partOf === null ? '' : kindOf.get(partOf)}`.trim())).toEqual([
    'issue',
    'document issue',
    'document issue',
    'cited',
    'issueWithdrawn',
    'withdrawn issueWithdrawn',
    'withdrawn issueWithdrawn',
    'issue',
    'document issue',
    'document issue',
  ]);
});

test('the migration tells what is held as an ingest would have', async () => {
  const body = [`一、依照${HARBOUR}办理。`, '二、示政发〔2019〕4号同时废止。'];
  await put('a.txt', documentText(citing(1, body)));
  await put('b.txt', issueText(2023, 3, [citing(2, body), citing(3, ['一、照办。'])]));
  const tell = async () =>
    (await listEvents()).map(({ id: _, at: __, partOf, ...event }) =>
      JSON.stringify({ ...event, isPart: partOf !== null }),
    );
  const told = await tell();
  const { prisma } = database;
  await prisma.event.deleteMany();
  // Then the ledger had the instant of the ingest, to which all was told.
  await prisma.$executeRaw`UPDATE "LedgerDocument" ledger SET "arrivedAt" = file."ingestedAt" FROM "Document" document
    JOIN "SourceFile" file ON file."id" = document."sourceFileId" WHERE document."id" = ledger."documentId"`;
  for (const { name, sql } of await readMigrations())
    if (/_(?:ledger|event_entries)$/.test(name))
      for (const statement of sql.split(/;\n/))
        if (/^(?:UPDATE|INSERT INTO) "Event"/m.test(statement)) await prisma.$executeRawUnsafe(statement);
  expect((await tell()).sort()).toEqual(told.sort());
});

test('a document that an issue gets later is an entry of its own', async () => {
  await put('a.txt', issueText(2023, 3, [citing(1, ['一、照办。'])]));
  await put('a.txt', issueText(2023, 3, [citing(1, ['一、照办。']), citing(2, ['一、巡查码头。'])]));
  const events = await listEvents();
  expect(events.map(({ kind, partOf }) => [kind, partOf !== null])).toEqual([
    ['issue', false],
    ['document', true],
    ['document', false],
  ]);
});
