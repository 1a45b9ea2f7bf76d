import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ingestPaths } from '@/lib/db/ingest';
import { readOutdated } from '@/lib/db/ingest/outdated';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder, type IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText, type TextOfDocument } from '@/lib/db/testing/texts';

const rivers: TextOfDocument = {
  number: '示政发〔2023〕2号',
  title: '示例市河道管理办法',
  body: [
    '第一条 为了保护城市河道，防止水土流失，根据《示例市水利条例》（示政发〔2020〕4号），制定本办法。',
    '第二条 市水务局负责全市河道的日常巡查和维护工作，每季度向社会公布一次水质。',
    '第三条 任何单位和个人不得向河道倾倒垃圾、渣土和污水，不得在河岸放养牲畜，不得擅自搭建码头。',
    '第四条 沿河单位应当在每年三月底以前完成清淤任务，并将清出的淤泥运到指定的堆场存放。',
    '第五条 违反本办法的，由市水务局责令限期改正；逾期不改正的，依法给予处罚。',
  ],
};
const trees: TextOfDocument = {
  number: '示政发〔2023〕3号',
  title: '示例市人民政府关于做好春季植树工作的通知',
  body: [
    '一、总体要求',
    '全市今年计划植树三十万株。',
    '二、工作任务',
    '各区应当在四月底以前完成任务，并报市林业局验收。',
  ],
};
const without = (document: TextOfDocument, line: number): TextOfDocument => ({
  ...document,
  body: document.body.toSpliced(line, 1),
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

/** Ingests a text under one name; gives the error without the folder, or the outcome. */
async function put(text: string, accept = false): Promise<string> {
  await folder.write('a.txt', text);
  const { files } = await ingestPaths([folder.path], { prisma: database.prisma, accept });
  return files.map(({ error, outcome }) => error?.replace(`${folder.path}/`, '') ?? outcome).join();
}
const held = async () => {
  const documents = await database.prisma.document.findMany({ orderBy: { position: 'asc' } });
  return documents.map(({ slug, length }) => `${slug} ${length}`);
};

describe('an ingest is stopped, and what is held stays,', () => {
  test('where a clause is gone, with the line behind which it stood', async () => {
    await put(issueText(2023, 3, [rivers, trees]));
    const [before, events] = [await held(), await database.prisma.event.count()];
    const text = issueText(2023, 3, [without(rivers, 2), trees]);
    const line = text.split('\n').findIndex((each) => each.includes('第二条')) + 1;
    expect(await put(text)).toMatch(
      new RegExp(
        `^a\\.txt:${line}: 4\\d of 2\\d\\d characters of 示政发〔2023〕2号《示例市河道管理办法》 would be lost, from “任何单位和个人不得.*” on\\. What is held stays as it is\\. If the file is right, .*--accept`,
      ),
    );
    expect(await held()).toEqual(before);
    expect(await database.prisma.event.count()).toBe(events);
    expect(await put(text, true)).toBe('replaced');
    expect(await put(text)).toBe('unchanged');
  });

  test('where a document is gone', async () => {
    await put(issueText(2023, 3, [rivers, trees]));
    expect(await put(issueText(2023, 3, [rivers]))).toMatch(
      /^a\.txt:\d+: 示政发〔2023〕3号《.*》 is not in it any more/,
    );
  });

  test('where another issue stands in the file', async () => {
    await put(issueText(2023, 3, [rivers]));
    expect(await put(issueText(2023, 4, [trees]))).toMatch(/示政发〔2023〕2号《.*》 is not in it any more/);
    expect((await database.prisma.issue.findMany()).map(({ number }) => number)).toEqual([3]);
  });

  test('where an entry of the contents has lost its body to the document before it', async () => {
    await put(issueText(2023, 3, [rivers, trees]));
    const text = issueText(2023, 3, [rivers, trees]);
    const [front, body] = text.split('\n\n示例市人民政府文件\n示政发〔2023〕2号') as [string, string];
    const glued = body
      .replace(`\n\n${trees.title}`, `\n${trees.title}`)
      .replace(/示例市人民政府文件\n示政发〔2023〕3号\n.*\n/, '');
    expect(await put(`${front}\n\n示例市人民政府文件\n示政发〔2023〕2号${glued}`)).toMatch(
      /the contents name “示例市人民政府关于做好春季植树工作的通知”|is not in it any more/,
    );
  });

  test('where a citation is gone, however short', async () => {
    await put(documentText(rivers));
    const text = documentText({
      ...rivers,
      body: rivers.body.map((line) => line.replace('根据《示例市水利条例》（示政发〔2020〕4号）', '根据实际')),
    });
    expect(await put(text)).toMatch(/1 of 1 citations of .* would be lost, the first of them “.*示政发〔2020〕4号/);
  });

  test('where words became others that are no reading of them', async () => {
    await put(documentText(rivers));
    const garbled = rivers.body.map((line, at) =>
      at === 2 || at === 3 ? `${line.slice(0, 4)}${'锟斤拷烫屯'.repeat(8)}` : line,
    );
    expect(await put(documentText({ ...rivers, body: garbled }))).toContain('would be lost');
    const replaced = rivers.body.map((line, at) =>
      at > 0 ? line.slice(0, 18) + '\uFFFD'.repeat(line.length - 18) : line,
    );
    expect(await put(documentText({ ...rivers, body: replaced }))).toMatch(/would be lost|�/);
  });
});

test('words that move, are parted or corrected stop nothing', async () => {
  await put(issueText(2023, 3, [rivers, trees]));
  expect(await put(issueText(2023, 3, [trees, rivers]))).toBe('replaced');
  const split = { ...rivers, body: rivers.body.flatMap((line) => line.split('；')) };
  expect(await put(issueText(2023, 3, [trees, split]))).toBe('replaced');
  const moved = [...rivers.body.slice(0, 2), rivers.body[4]!.replace('五', '三')];
  const others = { ...trees, body: [...trees.body, '三、河道', rivers.body[2]!.slice(4), rivers.body[3]!.slice(4)] };
  expect(await put(issueText(2023, 3, [others, { ...rivers, body: moved }]))).toBe('replaced');
  const corrected = {
    ...others,
    body: others.body.map((line) => line.replace('三十万株', '三十五万株，其中经济林十万株')),
  };
  expect(await put(issueText(2023, 3, [corrected, { ...rivers, body: moved }]))).toBe('replaced');
});

test('a new reading that loses text is stopped, unless that is accepted', async () => {
  await put(documentText(rivers));
  // As if a former version had read a clause that this one does not find.
  const document = await database.prisma.document.findFirstOrThrow();
  const tree = JSON.stringify(document.tree).replace(
    '逾期不改正的，依法给予处罚。',
    '逾期不改正的，依法给予处罚。两年内不得参加全市河道养护工程的投标，并在市人民政府门户网站上公布其名称、地址和处罚事由。',
  );
  await database.prisma.document.update({ where: { id: document.id }, data: { tree: JSON.parse(tree) as object } });
  await database.prisma.sourceFile.updateMany({ data: { parserVersion: '0.0.0' } });
  const errors: (string | undefined)[] = [];
  const onFile = ({ error }: { error?: string }) => void errors.push(error);
  expect(await readOutdated({ prisma: database.prisma, onFile })).toMatchObject({ replaced: 0, failed: 1 });
  expect(errors.join()).toContain('would be lost, from “两年内不得参加');
  expect(await readOutdated({ prisma: database.prisma, accept: true })).toMatchObject({ replaced: 1, failed: 0 });
});
