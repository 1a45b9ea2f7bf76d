import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRawNumber } from '@/app/[municipality]/[document]/raw-number';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { docNumberUrl } from '@/lib/addresses/urls';
import { readDraft } from '@/lib/check';
import { getClient } from '@/lib/db/client';
import { getDocNumberPage } from '@/lib/db/queries/numbers/numbers';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { answerBox, answerMeant } from './answer-box';
import { numberOfText } from './resolve-references';
import { addressOfText } from './resolve-text';

let database: TestDatabase;
const bySlug = new Map<string, string | null>();
beforeAll(async () => {
  database = await createCorpusDatabase();
  for (const { slug, docNumber } of await database.prisma.document.findMany()) bySlug.set(slug, docNumber);
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

/** 示政发〔2022〕9号#2.2: the number of a document's address or of a number's page, and the section. */
function understood(address: string | null): string | null {
  const read = address === null ? '' : decodeURIComponent(address);
  if (read.startsWith('/wenhao/')) return read.slice('/wenhao/'.length);
  const { slug = '', section = '' } = /^\/[a-z]+\/(?<slug>[a-z0-9-]+)(?<section>#.*)?$/.exec(read)?.groups ?? {};
  return bySlug.has(slug) ? bySlug.get(slug)! + section : null;
}

/** What each reader of the portal understands. */
const readers: Record<string, (text: string) => Promise<string | null>> = {
  box: async (text) => {
    const answer = await answerBox(parseSearchParams({ q: text }));
    if ('leads' in answer) return understood(answer.leads);
    const { number } = answer.answer;
    return number?.canonical ?? null;
  },
  '/go?to=': async (text) => understood(await addressOfText(text)),
  '/wenhao/…': async (text) => understoodPage(await getDocNumberPage(text)),
  'in place of an address, with a stop': async (text) => understood(await findRawNumber('shili', `${text}。`)),
  '/api/v1/search': async (text) => {
    const [only] = (await answerMeant(parseSearchParams({ q: text }))).references;
    if (only?.kind === 'absent') return only.canonical;
    return only?.kind === 'place' ? understood(only.place.href) : null;
  },
};

function understoodPage(page: Awaited<ReturnType<typeof getDocNumberPage>>): string | null {
  if (page.kind === 'leads') return understood(page.to);
  if (page.kind === 'document') return page.canonical;
  return page.kind === 'unreadable' ? null : page.canonical;
}

const checker = (text: string): string[] =>
  readDraft(text, 100).references.flatMap(({ docNumber }) => docNumber?.canonical ?? []);

const held = '示政发〔2022〕9号';
const cases: readonly (readonly [string, readonly string[]])[] = [
  [
    held,
    [
      '示政发〔2022〕9号', '示政发[2022]9号', '示政发【2022】9号', '示政发（2022）9号', '示政发(2022)9', '示政发{2022}9号',
      '示政发《2022》9号', '示政发〈2022〉第9号', '示政发「2022」9号', '示政发﹝2022﹞9号', '示政发［２０２２］９号',
      '示政发〔二〇二二〕九号', '示政发〔2022年〕9号', '示政发 〔 2022 〕 9 号', '示政发〔2022）9号', '示政发2022〕9号',
      '示政发〔2022 9号', '示政发2022年9号', '示政发2022年第9号', '示政发2022-9', '示政发2022—9号', '示政发9号〔2022〕',
      '示政发第9号（2022）', '2022年示政发9号', '〔2022〕示政发9号', '（2022）示政发第9号', '示政发〔22〕9号',
      '示政发〔2022〕009号', '示政发〔2022〕9号文', '文号：示政发〔2022〕9号', '【文号】示政发〔2022〕9号', '“示政发〔2022〕9号”',
      '示政發〔2022〕9號', '示政发〔2O22〕9号', '示政發【２０２２】第９號', '见示政发〔2022〕9号，请落实', '示政发 二〇二二 九号',
      '《示例市绿化办法》（示政发〔2022〕9号）', '《示例市绿化办法》（示政发9号〔2022〕）', '示政发〔2022〕字9号', '示政发|2022|9号',
      '示政发/2022/9号', '示政发_2022_9', '示政发·2022·9号', '示政发(2022)年9号', '示政發〔2022〕9號文件精神', '示政发〔2022〕9号.pdf',
    ],
  ],
  ['示政发〔2022〕9号#2.2', ['示政发〔2022〕9号二、（二）', '示政發「2022」9號二、（二）', '《示例市绿化办法》（示政发[2022]9号）二、（二）']],
  ['示例市人民政府令第7号', ['示例市人民政府令第7号', '示例市政府令7号', '示例市人民政府第7号令', '示例市人民政府令（第7号）', '示例市人民政府 令 第七号', '示例市人民政府令 No.7']],
  ['国务院令第961号', ['国务院令第961号', '中华人民共和国国务院令第961号', '国务院第961号令', '国务院令961号', '国务院961号令', '国务院令№961']],
  ['住房和城乡建设部令第51号', ['住建部令第51号', '住房城乡建设部令第51号', '住房和城乡建设部第51号令']],
  ['示财字〔1994〕20号', ['(94)示财字第020号', '（九四）示财字第020号', '示财字(94)020号']],
  ['示政发〔1998〕5号', ['示政发〔一九九八〕5号', '一九九八年示政发5号', '示政发（98）五号']],
  ['国办发〔2017〕47号', ['国办发〔2017〕47号', '国办发2017 47', '国办发47号(2017)']],
]; // prettier-ignore

describe.each(cases)('%s', (number, texts) => {
  const [canonical] = number.split('#');
  test.each(texts)('%s is this for every reader', async (text) => {
    const read = await Promise.all(Object.entries(readers).map(async ([name, reader]) => [name, await reader(text)]));
    expect(Object.fromEntries(read)).toEqual(Object.fromEntries(Object.keys(readers).map((name) => [name, number])));
    expect(await numberOfText(text), 'API').toBe(canonical);
    expect(checker(text), 'checker').toEqual([canonical]);
    expect(checker(`根据有关规定。\n${text}\n请遵照执行。`), 'checker, on a line of its own').toEqual([canonical]);
  });
});

test.each([
  '24小时', 'A4纸', '5G', '第十二条', '1000万元', '三年行动', '12345热线', '十四五规划 2025', '发改委2023', '2022年9月1日', 'G20峰会',
  '3号线', '9号院', '2022-9', '第9号', '7天无理由', '65岁老人', '2023届毕业生', '北京2022年冬奥会', '500号', '新冠2022', '50元/人',
  '2023年以来我市印发3号通报', '各区印发12号（2023）简报', '2023年全市转发5号台风预报', '（九一）开发区规划3号地块',
])('%s is no number for any reader', async (text) => {
  const read = await Promise.all(Object.entries(readers).map(async ([name, reader]) => [name, await reader(text)]));
  expect(Object.fromEntries(read)).toEqual(Object.fromEntries(Object.keys(readers).map((name) => [name, null])));
  expect([await numberOfText(text), checker(text)]).toEqual([null, []]);
}); // prettier-ignore

test('several numbers are several for the box, the API and the checker', async () => {
  const text = '国发[2021]3号、示政發「2022」9號';
  const { references } = await answerMeant(parseSearchParams({ q: text }));
  expect(
    references.map((each) =>
      'canonical' in each ? each.canonical : understood('place' in each ? each.place.href : null),
    ),
  ).toEqual(['国发〔2021〕3号', held]);
  expect(checker(text)).toEqual(['国发〔2021〕3号', held]);
  expect(await numberOfText(text)).toBeNull();
  expect(await getDocNumberPage(text)).toMatchObject({
    kind: 'leads',
    to: expect.stringMatching(/^\/search\?q=/) as string,
  });
});

test.each([
  '/shili/shizhengfa-2022-9。',
  'https://portal.example:8443/shili/shizhengfa-2022-9?from=wx',
  'HTTP://PORTAL.EXAMPLE/SHILI/SHIZHENGFA-2022-9）',
  '原文：portal.example/shili/shizhengfa-2022-9，请查收',
  `https://portal.example${docNumberUrl(held)}`,
])('the address %s is one for the box and /go, and no citation of a draft', async (text) => {
  expect([await readers['box']!(text), await readers['/go?to=']!(text)]).toEqual([held, held]);
  expect(checker(text)).toEqual([]);
});
