import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { issueText, type TextOfDocument } from '@/lib/db/testing/texts';

const clauses = [
  '为了保护城市河道，防止水土流失，制定本办法。',
  '市水务局负责全市河道的日常巡查和维护工作。',
  '任何单位和个人不得向河道倾倒垃圾、渣土和污水，不得在河岸放养牲畜，不得擅自搭建码头。',
  '沿河单位应当在每年三月底以前完成清淤任务，并将清出的淤泥运到指定的堆场存放。',
];
const rivers = (texts: readonly string[]): TextOfDocument => ({
  number: '示政发〔2023〕2号',
  title: '示例市河道管理办法',
  body: texts.map((text, at) => `第${'一二三四'[at]}条 ${text}`),
});
const trees = (number: string): TextOfDocument => ({
  number,
  title: '示例市人民政府关于植树的通知',
  body: ['全市今年计划植树三十万株，各区应当在四月底以前完成任务，并报市林业局验收。'],
});

let database: TestDatabase;
let folder: IngestFolder;
beforeAll(async () => {
  [database, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
});
afterAll(async () => Promise.all([database.drop(), folder.clear()]));

const preview = async (text: string) => {
  await folder.write('a.txt', text);
  const { prisma } = database;
  const { files } = await ingestPaths([folder.path], { prisma: null, dryRun: true, compareWith: prisma });
  return files[0]!.preview!;
};

test('a dry run says what an ingest would do, and writes nothing', async () => {
  const fresh = await preview(issueText(2023, 3, [rivers(clauses), trees('示政发〔2023〕3号')]));
  expect(fresh.documents.map(({ state, address }) => [state, address])).toEqual([
    ['new', 'shili/shizhengfa-2023-2'],
    ['new', 'shili/shizhengfa-2023-3'],
  ]);
  expect(await database.prisma.municipality.count()).toBe(0);
  await ingestPaths([folder.path], { prisma: database.prisma });
  const revision = await database.prisma.portal.findFirst();
  expect((await preview(issueText(2023, 3, [rivers(clauses), trees('示政发〔2023〕3号')]))).isHeld).toBe(true);
  const shorter = [clauses[0]!, clauses[1]!.replace('日常', '每日'), clauses[3]!];
  const { documents, stops, replaces } = await preview(
    issueText(2023, 3, [rivers(shorter), trees('示政发〔2023〕5号')]),
  );
  expect(replaces).toEqual([folder.at('a.txt')]);
  expect(stops).toMatchObject([{ kind: 'words', lost: 41, beginning: expect.stringMatching(/^任何单位/) as string }]);
  expect(documents).toMatchObject([
    {
      state: 'changed',
      sections: { came: 0, gone: 1, changed: 1, moved: 1 },
      characters: { lost: 41 },
      passages: [{ kind: 'changed' }, { kind: 'gone', to: null }, { kind: 'moved', to: { address: 't3' } }],
    },
    { state: 'changed', address: 'shili/shizhengfa-2023-5', former: { address: 'shili/shizhengfa-2023-3' } },
  ]);
  expect(await database.prisma.portal.findFirst()).toEqual(revision);
  expect(await database.prisma.ledgerDocument.count()).toBe(2);
});
