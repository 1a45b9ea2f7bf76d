import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseRegisterParams, registerUrl, type RegisterFilter } from '@/lib/addresses/register-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { respondWithRegister } from '@/lib/export/tables/register-table';
import { calendarDay } from '@/lib/settings/today';
import { getRegister, streamRegister } from './register';

const inDays = (days: number): string => {
  const day = new Date(calendarDay(new Date()).getTime() + days * 24 * 3600 * 1000);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
};
/** One document of each state, by its serial. */
const texts = [
  ['1', '示例市蜂场登记办法', `本办法自2020年5月1日起施行，有效期至${inDays(10)}。`],
  ['2', '示例市蜂场检疫办法', `本办法自2020年5月1日起施行，有效期至${inDays(400)}。`],
  ['3', '示例市蜂场奖励办法', '本办法自2020年5月1日起施行，有效期至2021年4月30日。'],
  ['4', '示例市蜂场收费办法', '各区应当认真执行。'],
  ['5', '示例市蜂场迁移办法', '各区应当认真执行。'],
  ['6', '示例市蜂业发展计划（2018—2020年）', '各区应当认真执行。'],
  ['7', '示例市蜂场清理决定', '一、废止示政规〔2020〕4号。', '二、对示政规〔2020〕5号作如下修改：', '删去第一条。', '本决定自2023年7月1日起施行。'],
] as const; // prettier-ignore

let database: TestDatabase;
let municipality: number;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const folder = await makeIngestFolder();
  for (const [serial, title, ...body] of texts)
    await folder.write(
      `${serial}.txt`,
      documentText({ number: `示政规〔2020〕${serial}号`, title, body, signed: '2020年3月1日' }),
    );
  const marked = documentText({
    number: '示政规〔2020〕8号',
    title: '示例市蜂蜡办法',
    body: ['本办法有效期至2031年1月1日。'],
    signed: '2020年3月1日',
  });
  await folder.write('8.txt', `有效性：废止\n${marked}`);
  const report = await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  expect(report.files.flatMap(({ error }) => error ?? [])).toEqual([]);
  await folder.clear();
  municipality = (await database.prisma.municipality.findFirstOrThrow()).id;
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const read = (filter: Partial<RegisterFilter> = {}) => getRegister(municipality, { tab: 'all', page: 1, ...filter });
const serials = async (filter: Partial<RegisterFilter>) =>
  (await read(filter)).entries.map(({ document }) => /(\d+)号/.exec(document.docNumber!)![1]).sort();

test('each document is in the lists of its state', async () => {
  const { totals, agencies, years } = await read();
  expect(totals).toEqual({ all: 8, inForce: 3, ending: 1, expired: 1, amended: 1, repealed: 1, conflict: 1, title: 1, unknown: 2 });
  expect(await serials({ tab: 'inForce' })).toEqual(['1', '2', '5']);
  expect(await serials({ tab: 'ending' })).toEqual(['1']);
  expect(await serials({ tab: 'expired' })).toEqual(['3']);
  expect(await serials({ tab: 'amended' })).toEqual(['5']);
  expect(await serials({ tab: 'repealed' })).toEqual(['4']);
  expect(await serials({ tab: 'conflict' })).toEqual(['8']);
  expect(await serials({ tab: 'title' })).toEqual(['6']);
  expect(await serials({ tab: 'unknown' })).toEqual(['6', '7']);
  expect([agencies, years]).toEqual([[{ value: '示例市人民政府', count: 8 }], [{ value: '2020', count: 8 }]]);
  expect((await read({ year: 2019 })).total).toBe(0);
}); // prettier-ignore

test('an entry has its first and last day, and the days that are left', async () => {
  const [entry] = (await read({ tab: 'ending' })).entries;
  expect(entry).toMatchObject({ daysLeft: 10, first: { day: new Date('2020-05-01'), dayFrom: 'named' } });
  const [over] = (await read({ tab: 'expired' })).entries;
  expect(over).toMatchObject({ daysLeft: null, lastDay: new Date('2021-04-30') });
});

test('the table has every document of a list with its proof', async () => {
  const filter = parseRegisterParams({ tab: 'repealed', page: '2' });
  expect(registerUrl('shili', filter)).toBe('/shili/validity?tab=repealed&page=2');
  const context = { name: '示例市', filter };
  const request = new Request('http://localhost/shili/validity.csv');
  const answer = await respondWithRegister(streamRegister(municipality, filter), context, request, 'https://a.example');
  const rows = (await answer.text()).trim().split('\r\n');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatch(/示政规〔2020〕4号.*已废止.*2023-06-30.*示政规〔2020〕7号.*https:\/\/a\.example\/shili\//);
});
