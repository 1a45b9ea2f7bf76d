import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { listErrataEntries } from '@/lib/db/queries/feeds/feeds';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, type TextOfDocument } from '@/lib/db/testing/texts';
import { citedKey, citingKey, groupTies } from '@/lib/views/document/tie-groups';
import { listErrata, listTies } from './ties';

const texts: TextOfDocument[] = [
  {
    number: '示政规〔2020〕1号',
    title: '示例市渔港管护办法',
    body: ['第一条 为了管护渔港，根据《示例市渔业规定》（示政规〔2015〕9号）和《示例省渔港条例》，制定本办法。'],
    signed: '2020年3月1日',
  },
  { number: '示政规〔2015〕9号', title: '示例市渔业规定', body: ['各区应当认真执行。'], signed: '2015年3月1日' },
  {
    number: '示政公告〔2020〕2号',
    title: '关于《示例市渔港管护办法》的更正',
    body: ['《示例市渔港管护办法》（示政规〔2020〕1号）第一条中的“渔业规定”应为“渔业管理规定”，特此更正。'],
    signed: '2020年4月1日',
  },
  {
    title: '《示例市渔港管护办法》政策解读',
    body: ['一、背景', '《示例市渔港管护办法》（示政规〔2020〕1号）已经公布。', '《示例市渔港管护办法》共一条。'],
    signed: '2020年3月9日',
  },
  {
    number: '示政规〔2023〕3号',
    title: '示例市人民政府关于重新公布渔港管护办法的通知',
    body: ['现将《示例市渔港管护办法》（示政规〔2020〕1号）重新公布，请遵照执行。'],
    signed: '2023年3月9日',
  },
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const folder = await makeIngestFolder();
  for (const [at, text] of texts.entries()) await folder.write(`${at}.txt`, documentText(text));
  const report = await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(report.files.flatMap(({ error }) => error ?? [])).toEqual([]);
  await folder.clear();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

/** `corrects 示例市渔港管护办法 1`: tie, other document, sentences. */
async function tiesOf(title: string) {
  const { id } = await database.prisma.document.findFirstOrThrow({ where: { title } });
  const { own, others } = await listTies(id);
  return {
    own: groupTies(own, citedKey).flatMap(({ tie, documents }) =>
      documents.map(({ row, sentences }) => `${tie} ${row.target?.title ?? row.title} ${sentences.length}`),
    ),
    others: groupTies(others, citingKey).flatMap(({ tie, documents }) =>
      documents.map(({ row, sentences }) => `${tie} ${row.document.title} ${sentences.length}`),
    ),
  };
}

test('a document has its basis, and what corrects, interprets and reissues it', async () => {
  expect(await tiesOf('示例市渔港管护办法')).toEqual({
    own: ['basis 示例市渔业规定 1', 'basis 示例省渔港条例 1'],
    others: [
      'corrects 关于《示例市渔港管护办法》的更正 1',
      'interprets 《示例市渔港管护办法》政策解读 2',
      'reissues 示例市人民政府关于重新公布渔港管护办法的通知 1',
    ],
  });
});

test.each([
  ['关于《示例市渔港管护办法》的更正', 'corrects 示例市渔港管护办法 1'],
  ['《示例市渔港管护办法》政策解读', 'interprets 示例市渔港管护办法 2'],
  ['示例市人民政府关于重新公布渔港管护办法的通知', 'reissues 示例市渔港管护办法 1'],
])('%s names the document, and nobody ties it', async (title, own) => {
  expect(await tiesOf(title)).toEqual({ own: [own], others: [] });
});

test('corrections are a list with pages, of a municipality and of all, and a feed', async () => {
  const { id } = await database.prisma.municipality.findFirstOrThrow();
  for (const of of [id, null]) {
    const { total, pages, rows } = await listErrata(of, 1);
    expect([total, pages]).toEqual([1, 1]);
    expect(rows.map(({ document, target }) => [document.docNumber, target?.docNumber])).toEqual([
      ['示政公告〔2020〕2号', '示政规〔2020〕1号'],
    ]);
  }
  expect((await listErrata(id + 1, 1)).total).toBe(0);
  expect((await listErrata(id, 2)).rows).toEqual([]);
  for (const slug of ['shili', null]) {
    const entries = (await listErrataEntries(slug))?.entries ?? [];
    expect(entries.map(({ kind, title }) => [kind, title])).toEqual([['document', '关于《示例市渔港管护办法》的更正']]);
  }
});
