import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { matchRoute } from '@/lib/addresses/routes';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const folder = await makeIngestFolder();
  const rules = (number: string, title: string) =>
    documentText({
      number,
      title,
      body: [
        '第一条　为规范停蜂场，制定本办法。',
        '停蜂场应当登记。',
        '第二条　停蜂场由市蜂业局管理。',
        '第三条　收费每箱3元。',
      ],
      signed: '2021年4月1日',
    });
  const decision = (number: string, lines: string[], signed: string) =>
    documentText({
      number,
      title: '示例市人民政府关于修改停蜂场管理办法的决定',
      body: ['对《示例市停蜂场管理办法》（示政规〔2021〕2号）作如下修改：', ...lines],
      signed,
    });
  const texts = {
    'a.txt': rules('示政规〔2021〕2号', '示例市停蜂场管理办法'),
    'b.txt': rules('示政规〔2021〕3号', '示例市蜂箱管理办法'),
    'c.txt': decision('示政规〔2022〕4号', ['一、将第三条中的“3元”修改为“4元”。', '二、增加一条，作为第四条：“停蜂场应当公示收费。”', '本决定自2022年7月1日起施行。'], '2022年6月1日'),
    'd.txt': decision('示政规〔2030〕4号', ['一、将第三条中的“4元”修改为“5元”。', '二、删去第二条。', '本决定自2090年7月1日起施行。'], '2030年6月1日'),
  }; // prettier-ignore
  for (const [name, text] of Object.entries(texts)) await folder.write(name, text);
  const paths = Object.keys(texts).map((name) => folder.at(name));
  await ingestPaths(paths, { prisma: database.prisma, accept: true });
  await folder.clear();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const RULES = '/shili/shizhenggui-2021-2';
const decide = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://portal');
  return decideAddress(matchRoute(pathname), searchParams);
};
const leads = (to: string) => ({ kind: 'leads', to, status: 307 });
const noDay = { kind: 'missing', as: 'day' };

describe('?on=', () => {
  test.each([
    ['the first day of the printed text', `${RULES}?on=2021-04-01`, { kind: 'held' }],
    ['a day inside it', `${RULES}?on=2022-06-30`, leads(`${RULES}?on=2021-04-01`)],
    ['the day on which a decision takes effect', `${RULES}?on=2022-07-01`, { kind: 'held' }],
    ['a day behind it', `${RULES}?on=2026-01-01`, leads(`${RULES}?on=2022-07-01`)],
    ['a day ahead on which something changes', `${RULES}?on=2090-07-01`, { kind: 'held' }],
    ['any day ahead', `${RULES}?on=2100-01-01`, leads(`${RULES}?on=2090-07-01`)],
    ['the day before there was the text', `${RULES}?on=2021-03-31`, noDay],
    ['no day', `${RULES}?on=2023-02-30`, noDay],
    ['words', `${RULES}?on=%E6%98%A8%E5%A4%A9`, noDay],
    ['nothing', `${RULES}?on=`, { kind: 'held' }],
    ['a text that nothing changes', '/shili/shizhenggui-2021-3?on=2024-01-01', leads('/shili/shizhenggui-2021-3')],
    ['the present version, too', `${RULES}?v=1&on=2022-07-02`, leads(`${RULES}?on=2022-07-01`)],
    ['no version', `${RULES}?v=7&on=2022-07-01`, { kind: 'missing', as: 'version' }],
    ['no document', '/shili/shizhenggui-2021-9?on=2022-07-01', { kind: 'missing' }],
  ])('%s', async (_name, address, decision) => {
    expect(await decide(address)).toEqual(decision);
  });
});

const NEW = `${RULES}/new1?on=2022-07-01`;

describe('?on= of a section', () => {
  test.each([
    ['the first day of a period', `${RULES}/t3?on=2022-07-01`, { kind: 'held' }],
    ['a section that no decision touches', `${RULES}/t2?on=2022-07-01`, { kind: 'held' }],
    ['a day inside a period', `${RULES}/t3?on=2026-01-01`, leads(`${RULES}/t3?on=2022-07-01`)],
    ['the day before there was the text', `${RULES}/t3?on=2021-03-31`, noDay],
    ['no day', `${RULES}/t3?on=2023-02-30`, noDay],
    ['nothing', `${RULES}/t3?on=`, { kind: 'held' }],
    [
      'a text that nothing changes',
      '/shili/shizhenggui-2021-3/t3?on=2024-01-01',
      leads('/shili/shizhenggui-2021-3/t3'),
    ],
    ['an article that a decision adds', NEW, { kind: 'held' }],
    ['the same before that decision', `${RULES}/new1?on=2021-04-01`, { kind: 'missing' }],
    ['the same as printed', `${RULES}/new1`, { kind: 'missing' }],
    ['an article that a decision deletes', `${RULES}/t2?on=2090-07-01`, { kind: 'held' }],
    ['no section', `${RULES}/t9?on=2022-07-01`, { kind: 'missing' }],
    ['a 款, which is shown in its text', `${RULES}/t1.k2?on=2022-07-01`, leads(`${RULES}?on=2022-07-01#t1.k2`)],
    ['a 款 on a day inside a period', `${RULES}/t1.k2?on=2026-01-01`, leads(`${RULES}?on=2022-07-01#t1.k2`)],
    ['a 款 as printed', `${RULES}/t1.k2`, leads(`${RULES}#t1.k2`)],
    ['a link with a key, too', `${RULES}/t3?k=t3.000000&on=2022-07-02`, leads(`${RULES}/t3?on=2022-07-01`)],
  ])('%s', async (_name, address, decision) => {
    expect(await decide(address)).toEqual(decision);
  });
});
