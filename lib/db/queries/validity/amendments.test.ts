import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { readTree } from '@/lib/db/stored-tree';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { viewAmended } from '@/lib/views/document/amended-view';
import { listOperations } from './amendments';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const rules = documentText({
  number: '示政规〔2021〕2号',
  title: '示例市停蜂场管理办法',
  body: [
    '第一条　为规范停蜂场，制定本办法。',
    '第二条　停蜂场由市蜂业局管理。',
    '第三条　收费每箱3元。',
    '第四条　本办法自2021年5月1日起施行。',
  ],
  signed: '2021年4月1日',
});
const decision = (number: string, lines: string[], signed: string): string =>
  documentText({
    number,
    title: '示例市人民政府关于修改停蜂场管理办法的决定',
    body: ['对《示例市停蜂场管理办法》（示政规〔2021〕2号）作如下修改：', ...lines],
    signed,
  });
const texts = {
  'a.txt': rules,
  'b.txt': decision('示政规〔2022〕4号', ['一、将第三条中的“3元”修改为“4元”。', '二、删去第二条。', '三、条文顺序相应调整。', '本决定自2022年7月1日起施行。'], '2022年6月1日'),
  'c.txt': decision('示政规〔2023〕4号', ['一、将第二条中的“4元”修改为“5元”。', '二、将第九条修改为：“甲。”', '本决定自公布之日起30日后施行。'], '2023年6月1日'),
}; // prettier-ignore

/** What the page shows at the clauses, on 2024-01-01. */
async function shown() {
  const document = await database.prisma.document.findFirst({ where: { docNumber: '示政规〔2021〕2号' } });
  if (!document) return null;
  const operations = await listOperations(document.id);
  const view = viewAmended(readTree(document, document.slug), operations, new Date('2024-01-01'));
  return {
    clauses: [...view.clauses].map(([address, clauses]) => [
      address,
      ...clauses.map(({ kind, name, lines, changes }) => [
        kind,
        name,
        lines.join(),
        ...changes.map(
          ({ operation, status }) =>
            `${operation.decision.docNumber} ${operation.day?.toISOString().slice(0, 10)} ${status}`,
        ),
      ]),
    ]),
    open: view.open.map(({ reason }) => reason),
  };
}

test('a chain of decisions gives the same clauses in whatever order they come and go', async () => {
  const folder = await makeIngestFolder();
  for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
  const ingest = (...names: (keyof typeof texts)[]) =>
    ingestPaths(names.map((name) => folder.at(name)), { prisma: database.prisma, accept: true }); // prettier-ignore
  await ingest('c.txt');
  await ingest('b.txt');
  expect(await shown()).toBeNull();
  await ingest('a.txt');
  const all = {
    clauses: [
      ['t2', ['deleted', '第二条', '', '示政规〔2022〕4号 2022-07-01 done']],
      ['t3', ['changed', '第二条', '收费每箱5元。', '示政规〔2022〕4号 2022-07-01 done', '示政规〔2023〕4号 2023-07-02 done']],
    ],
    open: ['notFound'],
  }; // prettier-ignore
  expect(await shown()).toEqual(all);
  await database.prisma.sourceFile.deleteMany({ where: { name: 'b.txt' } });
  expect((await shown())?.clauses).toEqual([['t2', ['open', '第二条', '', '示政规〔2023〕4号 2023-07-02 open']]]);
  await ingest('b.txt');
  expect(await shown()).toEqual(all);
  await folder.clear();
});

test('of two texts that one notice issues, the one that the decision names is changed', async () => {
  const folder = await makeIngestFolder();
  const text = [
    '示政规〔2020〕8号', '示例市人民政府关于印发《示例市蜂场办法》和《示例市蜂箱细则》的通知', '各区人民政府：', '　　现印发给你们。', '　　示例市人民政府', '　　2020年3月1日', '',
    '示例市蜂场办法', '　　第一条　蜂场每日巡查2次。', '　　第二条　本办法自2020年5月1日起施行。', '',
    '示例市蜂箱细则', '　　第一条　蜂箱每日巡查2次。', '　　第二条　本细则自2020年5月1日起施行。',
  ].join('\n'); // prettier-ignore
  await folder.write('d.txt', text);
  const change = [
    '对《示例市蜂场办法》（示政规〔2020〕8号）作如下修改：',
    '将第一条中的“2次”修改为“3次”。',
    '本决定自2021年7月1日起施行。',
  ];
  const title = '示例市人民政府关于修改蜂场办法的决定';
  await folder.write(
    'e.txt',
    documentText({ number: '示政规〔2021〕8号', title, body: change, signed: '2021年6月1日' }),
  );
  await ingestPaths([folder.at('d.txt'), folder.at('e.txt')], { prisma: database.prisma, accept: true });
  await folder.clear();
  const document = await database.prisma.document.findFirstOrThrow({ where: { docNumber: '示政规〔2020〕8号' } });
  const view = viewAmended(readTree(document, ''), await listOperations(document.id), new Date('2024-01-01'));
  expect([...view.changed]).toEqual(['a-t1']);
  expect(view.clauses.get('a-t1')).toMatchObject([{ kind: 'changed', lines: ['蜂场每日巡查3次。'] }]);
  expect(view.open).toEqual([]);
});
