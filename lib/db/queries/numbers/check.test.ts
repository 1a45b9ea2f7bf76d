import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkReference, readDraft } from '@/lib/check';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { countStatements } from '@/lib/db/testing/statements';
import { makeDocNumber } from '@/lib/gazette';
import { lookUpReferences } from './check';
import { findNamedDocuments, getCitationRows, getNumberRows } from '@/lib/db/queries/citations/citation-rows';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

async function check(draft: string) {
  const { references } = readDraft(draft, 1000);
  const known = await lookUpReferences(references);
  return references.map((reference) => checkReference(reference, known));
}
const brief = async (draft: string) =>
  (await check(draft)).map(({ level, remarks, proposals }) => [
    level,
    remarks.map(({ kind }) => kind).join(' '),
    proposals[0]?.text ?? '',
  ]);

test.each<[string, string, string, string]>([
  ['《示例市绿化办法》(示政发〔2022〕9号)', 'fine', '', ''],
  ['《示例市绿化办法》(示政发[2022]09号)', 'change', 'form', '《示例市绿化办法》（示政发〔2022〕9号）'],
  [
    '《示例市绿化办法》(示政发〔2021〕9号)',
    'change',
    'unknown numberDiffers',
    '《示例市绿化办法》（示政发〔2022〕9号）',
  ],
  [
    '《关于种花的通知》(示政发〔2022〕9号)',
    'change',
    'titleDiffers',
    '《示例市人民政府关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）',
  ],
  ['示政发〔2022〕9号', 'fine', '', '《示例市人民政府关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）'],
  [
    '示政发〔2022〕9号二、(二)',
    'fine',
    '',
    '《示例市人民政府关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）二、（二）',
  ],
  [
    '示政发〔2022〕9号第十二条',
    'change',
    'placeMissing',
    '《示例市人民政府关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）第十二条',
  ],
  ['示政发〔2023〕2号', 'notice', 'several', ''],
  ['《关于林业的意见》(国发〔2021〕3号)', 'unknown', 'absent', ''],
  ['《关于渔业的意见》(国发〔2021〕3号)', 'notice', 'absent citedOtherwise', ''],
  ['示政函〔1999〕77号', 'unknown', 'unknown', ''],
])('%s', async (draft, level, remarks, proposal) => {
  expect(await brief(draft)).toEqual([[level, remarks, proposal]]);
});

test.each([
  ['a digit', '示政发〔2022〕19号', '示政发〔2022〕9号'],
  ['a year', '示政发〔2021〕9号', '示政发〔2022〕9号'],
  ['a code', '示政办发〔2022〕9号', '示政发〔2022〕9号'],
  ['a digit of what is only cited', '国发〔2021〕13号', '国发〔2021〕3号'],
])('%s off: the number that may be meant', async (_slip, written, meant) => {
  const [finding] = await check(written);
  const near = finding?.remarks.find(({ kind }) => kind === 'near');
  expect(near?.kind === 'near' && near.numbers[0]?.docNumber).toBe(meant);
});

test('a draft costs the same number of statements however many references it has', async () => {
  const one = await countStatements(() => check('《示例市绿化办法》第三条，国发〔2021〕3号'));
  const draft = Array.from({ length: 300 }, (_each, at) => `《甲${at}办法》（示政发〔2022〕${at + 1}号）第三条。`).join(
    '',
  );
  expect(await countStatements(() => check(draft))).toBe(one);
});

test.each([
  ['nothing', ''],
  ['control characters', '《\u0000\u0001办法》（示政发〔2022〕9号\u0000）'],
  ['halves of pairs', '《\ud800办法》示\udc00政发〔2022〕9号'],
  ['a serial beyond all numbers', '示政发〔2022〕99999号、示政发〔2022〕00009号'],
  ['50,000 brackets', '〔'.repeat(50_000)],
  ['thousands of numbers', Array.from({ length: 3000 }, (_each, at) => `示政发〔2019〕${at}号`).join('；')],
])('%s: an answer', async (_name, draft) => {
  await expect(check(draft)).resolves.toBeInstanceOf(Array);
});

test('the data of a document say whom it cites and who cites it', async () => {
  const found = await getCitationRows('shili', 'shizhengfa-2023-1', 1, 1);
  expect(
    found?.citations.rows.map(({ docNumber, title, target }) => [docNumber ?? title, target?.slug ?? null]),
  ).toEqual([
    ['示例市绿化办法', 'shizhengfa-2022-9'],
    ['示政发〔2022〕9号', 'shizhengfa-2022-9'],
    ['示政发〔2023〕2号', 'shizhengfa-2023-2'],
    ['国发〔2021〕3号', null],
    ['国发〔2021〕3号', null],
  ]);
  expect(found?.citedBy.rows.map(({ document }) => document.slug)).toEqual(['shizhengfa-2023-2', 'shizhengfa-2023-8']);
  expect((await getCitationRows('shili', 'shizhengfa-2023-1', 2, 2))?.citedBy).toMatchObject({
    rows: [],
    total: 2,
    pages: 1,
  });
  expect(await getCitationRows('shili', 'nosuch', 1, 1)).toBeNull();
});

test.each([
  ['shili/shizhengfa-2022-9', ['shizhengfa-2022-9']],
  ['shizhengfa-2022-9', ['shizhengfa-2022-9']],
  ['示政发[2022] 9', ['shizhengfa-2022-9']],
  ['示政发〔2023〕2号', ['shizhengfa-2023-2', 'shizhengfa-2023-2']],
  ['国发〔2021〕3号', []],
  ['a/b/c', []],
])('a document named %s', async (name, slugs) => {
  expect((await findNamedDocuments(name)).map(({ slug }) => slug)).toEqual(slugs);
});

test('the data of a number that nobody holds', async () => {
  const number = makeDocNumber({ form: 'bracketed', agencyCode: '国发', year: 2021, serial: 3 });
  expect(await getNumberRows(number, 1)).toMatchObject({
    held: [],
    titles: [
      { title: '关于林业的意见', count: 1 },
      { title: '林业意见', count: 1 },
    ],
    citedBy: { total: 2, rows: [{ document: { slug: 'shizhengfa-2023-1' } }, {}] },
    validity: { state: 'unknown' },
  });
});
