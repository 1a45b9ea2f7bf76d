import { extractRawText } from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseRegisterParams, registerUrl, type RegisterFilter } from '@/lib/addresses/register-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { listLapseNotices } from '@/lib/db/queries/feeds/feeds';
import { listDocumentEntries } from '@/lib/db/queries/feeds/document-feeds';
import {
  registerDataSchema,
  toRegisterData,
  toValidityData,
  validityDataSchema,
} from '@/lib/export/data/validity-data';
import { makeDocumentFeed, makeLapseFeed } from '@/lib/export/feeds/feeds';
import { withNotices } from '@/lib/export/feeds/lapse-entries';
import { respondWithRegisterFile } from '@/lib/export/tables/register-files';
import { respondWithRegister } from '@/lib/export/tables/register-table';
import { calendarDay } from '@/lib/settings/today';
import { getDocumentValidity } from './document-validity';
import { getRegister, listLastDays, streamRegister } from './register';

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
  // The basis of 10 is not in force any more, that of 11 is newer than itself; 3 is followed by 12.
  ['9', '示例市蜂业登记规定', '本规定自2015年5月1日起施行，有效期至2019年4月30日。'],
  ['10', '示例市蜂箱办法', '第一条 根据《示例市蜂业登记规定》，制定本办法。'],
  ['11', '示例市蜂蜜办法', '第一条 根据《示例市蜂场奖励办法》（示政规〔2022〕12号），制定本办法。'],
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
  const later = { number: '示政规〔2022〕12号', title: '示例市蜂场奖励办法', body: ['各区应当认真执行。'] };
  await folder.write('12.txt', documentText({ ...later, signed: '2022年3月1日' }));
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
  expect(totals).toEqual({ all: 12, inForce: 3, ending: 1, expired: 2, lapsed: 1, amended: 1, repealed: 1, basis: 2, title: 1, conflict: 1, unknown: 5 });
  expect(await serials({ tab: 'inForce' })).toEqual(['1', '2', '5']);
  expect(await serials({ tab: 'ending' })).toEqual(['1']);
  expect(await serials({ tab: 'expired' })).toEqual(['3', '9']);
  expect(await serials({ tab: 'lapsed' })).toEqual(['9']);
  expect(await serials({ tab: 'basis' })).toEqual(['10', '11']);
  expect(await serials({ tab: 'amended' })).toEqual(['5']);
  expect(await serials({ tab: 'repealed' })).toEqual(['4']);
  expect(await serials({ tab: 'conflict' })).toEqual(['8']);
  expect(await serials({ tab: 'title' })).toEqual(['6']);
  expect(await serials({ tab: 'unknown' })).toEqual(['10', '11', '12', '6', '7']);
  expect([agencies, years]).toEqual([[{ value: '示例市人民政府', count: 12 }], [{ value: '2022', count: 1 }, { value: '2020', count: 11 }]]);
  expect((await read({ year: 2019 })).total).toBe(0);
}); // prettier-ignore

test('an entry has its first and last day, and the days that are left', async () => {
  const [entry] = (await read({ tab: 'ending' })).entries;
  expect(entry).toMatchObject({ daysLeft: 10, first: { day: new Date('2020-05-01'), dayFrom: 'named' } });
  const over = (await read({ tab: 'expired' })).entries.find(({ document }) => document.title.includes('奖励'));
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

test('an entry shows the basis that is over, or newer, with its sentence', async () => {
  const { entries } = await read({ tab: 'basis' });
  expect(
    entries.map(({ document, staleBases }) => [
      document.title,
      staleBases.map((basis) => [basis.document.title, basis.validity.state, basis.sentence]),
    ]),
  ).toEqual([
    ['示例市蜂蜜办法', [['示例市蜂场奖励办法', 'unknown', expect.stringContaining('制定本办法')]]],
    ['示例市蜂箱办法', [['示例市蜂业登记规定', 'expired', expect.stringContaining('制定本办法')]]],
  ]);
});

test('a list is an Excel sheet and a Word table with the same rows', async () => {
  const filter = parseRegisterParams({ tab: 'expired' });
  const list = { name: '示例市', slug: 'shili', sample: true, filter, siteUrl: 'https://a.example' };
  const [sheet, word] = await Promise.all(
    (['xlsx', 'docx'] as const).map((format) =>
      respondWithRegisterFile(format, streamRegister(municipality, filter), list),
    ),
  );
  const [head, ...body] = await readSheet(Buffer.from(await sheet!.arrayBuffer()));
  expect(head?.slice(0, 2)).toEqual(['标题', '文号']);
  expect(body.map((row) => row[1]).sort()).toEqual(['示政规〔2020〕3号', '示政规〔2020〕9号']);
  const { value } = await extractRawText({ buffer: Buffer.from(await word!.arrayBuffer()) });
  expect(value).toContain('示例市文件时效目录（已失效）');
  expect(value).toContain('示政规〔2020〕3号');
  expect(value).toContain('2021-04-30');
  expect(value).not.toContain('示政规〔2020〕1号');
});

test('last days that are not past are a calendar, the nearest first', async () => {
  const days = await listLastDays(municipality, {});
  expect(days.map(({ document }) => document.docNumber)).toEqual(['示政规〔2020〕1号', '示政规〔2020〕2号']);
  expect(await listLastDays(municipality, { year: 2022 })).toEqual([]);
});

test('a feed tells 90, 30 and 0 days before, none before its day', async () => {
  const lapsing = await listLapseNotices('shili');
  const told = (serial: string) =>
    lapsing!.notices
      .filter(({ document }) => document.docNumber === `示政规〔2020〕${serial}号`)
      .map(({ days, at }) => [days, at.toISOString()]);
  // 1 ends in ten days: the last day is not told yet.
  expect(told('1').map(([days]) => days)).toEqual([30, 90]);
  expect(told('2')).toEqual([]);
  expect(told('3')).toEqual([
    [0, '2021-04-29T16:00:00.000Z'],
    [30, '2021-03-30T16:00:00.000Z'],
    [90, '2021-01-29T16:00:00.000Z'],
  ]);
  // Its last day was over before it was signed.
  expect(told('9')).toEqual([]);
  expect(await listLapseNotices('nowhere')).toBeNull();
  const feed = makeLapseFeed({ slug: 'shili', name: '示例市' }, lapsing!);
  expect(new Set(feed.entries.map(({ event }) => event)).size).toBe(feed.entries.length);
  expect(feed.entries[0]).toMatchObject({
    title: '30 天后失效：示例市蜂场登记办法',
    facts: { kind: 'lapses', daysLeft: 30 },
  });
});

test('the feed of a document tells its end among its other events', async () => {
  const document = await database.prisma.document.findFirstOrThrow({ where: { docNumber: '示政规〔2020〕3号' } });
  const followed = (await listDocumentEntries('shili', document.slug))!;
  const settings = { siteUrl: 'https://a.example', siteName: '公报' };
  const feed = withNotices(makeDocumentFeed(followed.document, followed, settings), followed.notices);
  const kinds = feed.entries.map(({ facts }) => facts.kind);
  expect(kinds.filter((kind) => kind === 'lapses')).toHaveLength(3);
  expect(kinds).toContain('document');
  expect(feed.entries.map(({ updated }) => updated.getTime())).toEqual(
    feed.entries.map(({ updated }) => updated.getTime()).sort((one, other) => other - one),
  );
});

test('the data of the register and of a document are what they are described to be', async () => {
  const filter = parseRegisterParams({ tab: 'basis' });
  const data = registerDataSchema.parse(toRegisterData('shili', await read(filter), filter, 'https://a.example'));
  expect(data.total).toBe(2);
  expect(data.items.map(({ bases }) => bases.map(({ state }) => state))).toEqual([['unknown'], ['expired']]);
  const amended = await database.prisma.document.findFirstOrThrow({ where: { docNumber: '示政规〔2020〕5号' } });
  const found = (await getDocumentValidity('shili', amended.slug))!;
  const validity = validityDataSchema.parse(toValidityData(found, 'https://a.example'));
  expect(validity.validity).toMatchObject({ state: 'amended', proof: [{ day: '2023-07-01', dayFrom: 'starts' }] });
  // It has no articles: what the decision does is told, and not worked in.
  expect(validity.articles).toEqual([]);
  expect(validity.open).toMatchObject([
    { status: 'open', reason: 'placeUnclear', decision: { docNumber: '示政规〔2020〕7号' } },
  ]);
  expect(await getDocumentValidity('shili', 'nothing')).toBeNull();
});

test('what is kept in memory goes with the next ingest', async () => {
  const { total } = await read();
  const folder = await makeIngestFolder();
  const further = {
    number: '示政规〔2024〕1号',
    title: '示例市蜂胶办法',
    body: ['各区应当认真执行。'],
    signed: '2024年3月1日',
  };
  await folder.write('13.txt', documentText(further));
  await ingestPaths([folder.path], { prisma: database.prisma, accept: true });
  await folder.clear();
  expect((await read()).total).toBe(total + 1);
});
