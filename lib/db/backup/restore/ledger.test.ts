import { afterAll, beforeAll, expect, test } from 'vitest';
import { erase } from '@/lib/db/erase';
import { ingestPaths } from '@/lib/db/ingest';
import { removeSources } from '@/lib/db/ingest/remove';
import { makeTestBackup } from '@/lib/db/backup/testing/backup-file';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';
import { readErasedWords } from '@/lib/erasure/mask';
import { restoreBackup } from './restore-backup';

const rivers = (number: string, second: string): TextOfDocument => ({
  number,
  title: '示例市河道管理办法',
  body: ['第一条 为了保护城市河道，制定本办法。', `第二条 ${second}`, '第三条 本办法自印发之日起施行。'],
});
const trees: TextOfDocument = {
  number: '示政发〔2023〕9号',
  title: '示例市人民政府关于植树的通知',
  body: ['全市今年计划植树三十万株。'],
};

let filled: TestDatabase;
let target: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [filled, target, folder] = await Promise.all([createTestDatabase(), createTestDatabase(), makeIngestFolder()]);
});
afterAll(async () => Promise.all([filled.drop(), target.drop(), folder.clear()]));

/** Rows of all that is kept of what was. */
const readLedger = async ({ prisma }: TestDatabase) =>
  JSON.stringify(
    [
      await prisma.ledgerDocument.findMany({ orderBy: { id: 'asc' } }),
      await prisma.formerAddress.findMany({ orderBy: { slug: 'asc' } }),
      await prisma.documentVersion.findMany({ orderBy: [{ ledgerDocumentId: 'asc' }, { number: 'asc' }] }),
      await prisma.documentChange.findMany({ orderBy: { id: 'asc' } }),
      await prisma.formerPassage.findMany({ orderBy: { id: 'asc' } }),
      await prisma.formerIssue.findMany(),
      await prisma.event.findMany({ orderBy: { id: 'asc' } }),
      await prisma.erasure.findMany(),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  );

// Eight ingests, a backup and a restore.
test('versions, ledger, events and erasures come back, and go on', { timeout: 180_000 }, async () => {
  const put = async ({ prisma }: TestDatabase, text: string) => {
    await folder.write('a.txt', text);
    const { files } = await ingestPaths([folder.path], { prisma, accept: true });
    return files.map(({ error, outcome }) => error ?? outcome);
  };
  await put(filled, documentText(rivers('示政发〔2023〕2号', '市水务局负责河道的日常巡查，每月公布一次水质。')));
  await put(filled, documentText(rivers('示政发〔2023〕3号', '市水务局负责河道的日常巡查，每周公布一次水质。')));
  await folder.write('b.txt', issueText(2023, 4, [trees]));
  await ingestPaths([folder.path], { prisma: filled.prisma });
  await removeSources(filled.prisma, [{ named: 'b.txt', path: folder.at('b.txt') }], '误收');
  await folder.remove('b.txt');
  const last = documentText(rivers('示政发〔2023〕3号', '市水务局负责河道的日常巡查，每日公布一次水质。'));
  await put(filled, last);
  const words = readErasedWords('保护城市河道');
  await erase(filled.prisma, { addresses: ['shili/shizhengfa-2023-3'], what: { words }, reason: '试' });
  // As if a former release had removed it: nobody recorded its end.
  await filled.prisma.ledgerDocument.updateMany({
    where: { slug: 'shizhengfa-2023-9' },
    data: { endedAt: null, end: null },
  });

  const before = await readLedger(filled);
  const backup = await makeTestBackup(filled.url);
  await restoreBackup(target.url, backup.file);
  backup.remove();
  expect(await readLedger(target)).toBe(before);
  expect(await put(target, last)).toEqual(['unchanged']);
  expect(await readLedger(target)).toBe(before);

  // The next change goes on with numbers that none had, and what was erased stays so.
  const next = rivers('示政发〔2023〕3号', '市水务局负责河道的日常巡查，每季公布一次水质。');
  expect((await put(target, documentText(next)))[0]).toContain('words that were erased');
  const others = next.body.map((line) => line.replace('保护城市河道', '××××××'));
  expect(await put(target, documentText({ ...next, body: others }))).toEqual(['replaced']);
  const newest = async ({ prisma }: TestDatabase) =>
    Number((await prisma.event.findFirstOrThrow({ orderBy: { id: 'desc' } })).id);
  expect(await newest(target)).toBeGreaterThan(await newest(filled));
  expect(await target.prisma.documentVersion.count()).toBe((await filled.prisma.documentVersion.count()) + 1);
  // A document that is held no more, and whose end nobody recorded, is taken up again.
  await folder.write('b.txt', issueText(2023, 4, [trees]));
  expect((await ingestPaths([folder.at('b.txt')], { prisma: target.prisma })).files[0]?.outcome).toBe('added');
  const [again] = await target.prisma.ledgerDocument.findMany({ where: { slug: 'shizhengfa-2023-9' } });
  expect([again?.version, again?.documentId !== null]).toEqual([1, true]);
});
