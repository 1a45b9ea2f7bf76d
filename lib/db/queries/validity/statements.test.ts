import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { clearDatabase, createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, type TextOfDocument } from '@/lib/db/testing/texts';
import { listValidities } from './validities';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});
beforeEach(() => clearDatabase(database.prisma));

const keeping: TextOfDocument = {
  number: '示政发〔2020〕3号',
  title: '示例市人民政府关于支持养蜂的通知',
  body: ['认真执行。', '本通知自2020年5月1日起施行，有效期至2030年12月31日。'],
  signed: '2020年4月1日',
};
const deciding = (body: string[], signed = '2023年6月5日'): TextOfDocument => ({
  number: '示政发〔2023〕4号',
  title: '示例市人民政府关于蜂业文件的决定',
  body,
  signed,
});

/** The validity of 示政发〔2020〕3号 beside another document, on 2024-06-01. */
async function judge(texts: string[]) {
  const folder = await makeIngestFolder();
  for (const [at, text] of texts.entries()) await folder.write(`${at}.txt`, text);
  const report = await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(report.files.flatMap(({ error }) => error ?? [])).toEqual([]);
  await folder.clear();
  const { id } = await database.prisma.document.findFirstOrThrow({ where: { docNumber: '示政发〔2020〕3号' } });
  const validity = (await listValidities([id], new Date('2024-06-01'))).get(id)!;
  const show = ({ kind, day, dayFrom }: (typeof validity.statements)[number]) =>
    [kind, day?.toISOString().slice(0, 10), dayFrom].filter(Boolean).join(' ');
  return { state: validity.state, proof: validity.proof.map(show), statements: validity.statements.map(show) };
}

test('the block of keys above the text against its own last day is a conflict', async () => {
  const text = ['有效性：废止', '废止日期：2023-01-01', documentText(keeping)].join('\n');
  expect(await judge([text])).toMatchObject({
    state: 'conflict',
    proof: ['ends 2030-12-31 named', 'stated 2023-01-01'],
  });
  const stored = await database.prisma.validityPeriod.findMany({ orderBy: { position: 'asc' } });
  expect(stored.map(({ state, startsOn }) => [state, startsOn?.toISOString().slice(0, 10)])).toContainEqual([
    'conflict',
    '2023-01-01',
  ]);
});

test.each([
  ['the day in the sentence', ['自2023年8月1日起，废止示政发〔2020〕3号。', '本决定自2023年7月1日起施行。'], [], 'repeals 2023-08-01 named'],
  ['the first day of the deciding document', ['废止示政发〔2020〕3号。', '本决定自2023年7月1日起施行。'], [], 'repeals 2023-07-01 starts'],
  ['30日后', ['废止示政发〔2020〕3号。', '本决定自印发之日起30日后施行。'], [], 'repeals 2023-07-06 starts'],
  ['the day of publication', ['废止示政发〔2020〕3号。'], ['发布日期：2023-06-20'], 'repeals 2023-06-20 published'],
  ['the day of signature', ['废止示政发〔2020〕3号。'], [], 'repeals 2023-06-05 signed'],
  ['a part alone', ['废止示政发〔2020〕3号第二条。'], [], 'repealsPart 2023-06-05 signed'],
])('a repeal holds from %s', async (_name, body, block, proof) => {
  const text = [...block, documentText(deciding(body))].join('\n');
  expect((await judge([documentText(keeping), text])).proof).toEqual([proof]);
}); // prettier-ignore

test.each([['市农业农村局拟废止示政发〔2020〕3号。'], ['鉴于示政发〔2020〕3号已经废止，不再办理。']])(
  '%s decides nothing',
  async (line) => {
    expect(await judge([documentText(keeping), documentText(deciding([line]))])).toMatchObject({
      state: 'inForce',
      statements: ['ends 2030-12-31 named', 'starts 2020-05-01 named'],
    });
  },
);

const listing = (row: string): string =>
  documentText(deciding(['现将清理结果予以公布。', '序号 | 文件名称 | 文号 | 清理结果', row]));

test('a row without a number repeals the one held document of its title', async () => {
  const row = '1 | 示例市人民政府关于支持养蜂的通知 |  | 废止';
  expect((await judge([documentText(keeping), listing(row)])).proof).toEqual(['repeals 2023-06-05 signed']);
});

test('a row without a number says nothing of several documents of its title', async () => {
  const other = documentText({ ...keeping, number: '示政发〔2019〕8号', signed: '2019年4月1日' });
  const row = '1 | 示例市人民政府关于支持养蜂的通知 |  | 废止';
  expect((await judge([documentText(keeping), other, listing(row)])).state).toBe('inForce');
});
