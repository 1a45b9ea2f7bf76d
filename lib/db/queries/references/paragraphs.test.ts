import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { matchRoute } from '@/lib/addresses/routes';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { getDocument, listCitationTargets } from '@/lib/db/queries/documents/documents';
import { getPeek } from '@/lib/db/queries/documents/peek';
import { decideAddress } from '@/lib/db/queries/portal/addresses';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { viewCitations } from '@/lib/views/document/citation-views';
import { answerBox } from './answer-box';
import { addressOfText } from './resolve-text';

let database: TestDatabase;
const rules = documentText({
  number: '示政规〔2021〕2号',
  title: '示例市停蜂场管理办法',
  body: [
    '第一条　停蜂场由市蜂业局管理。',
    '第二条　收费标准如下：',
    '（一）小型蜂箱每日三元；',
    '（二）大型蜂箱每日十三元。',
    '收费应当公示。',
  ],
  signed: '2021年4月1日',
});
const cited = ['第二条第二款', '第二条第一款第（二）项', '第一条第一款', '第二条第三款', '第二条'];
const citing = documentText({
  number: '示政发〔2022〕4号',
  title: '示例市人民政府关于蜂业的通知',
  body: cited.map((place) => `请按照《示例市停蜂场管理办法》（示政规〔2021〕2号）${place}执行。`),
  signed: '2022年6月1日',
});
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.url;
  const folder = await makeIngestFolder();
  // Who cites comes before what is cited.
  for (const [name, text] of [['a.txt', citing], ['b.txt', rules]] as const) {
    await folder.write(name, text);
    await ingestPaths([folder.at(name)], { prisma: database.prisma, accept: true });
  } // prettier-ignore
  await folder.clear();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const RULES = '/shili/shizhenggui-2021-2';

test('a citation leads to the 款 or 项 that it names, and counts for its article', async () => {
  const document = (await getDocument('shili', 'shizhengfa-2022-4'))!;
  const targets = await listCitationTargets(document.id);
  const views = viewCitations(document.tree, targets, { held: new Map(), missing: new Map() });
  const places = ['#t2.k2', '#t2.2', '#t1', '#t2', '#t2'];
  expect([...views.values()].map(({ href }) => href)).toEqual(places.map((place) => RULES + place));
  expect(targets.map(({ targetAddress }) => targetAddress)).toEqual(['t2', 't2.2', 't1', 't2', 't2']);
});

test.each([
  ['示政规〔2021〕2号第二条第二款', `${RULES}#t2.k2`],
  ['《示例市停蜂场管理办法》第二条第二款', `${RULES}#t2.k2`],
  ['示政规〔2021〕2号第二条第一款第（一）项', `${RULES}#t2.1`],
  ['示政规〔2021〕2号第二条第九款', `${RULES}#t2`],
])('the box and /go lead from %s to %s', async (text, address) => {
  expect(await answerBox(parseSearchParams({ q: text }))).toEqual({ leads: address });
  expect(await addressOfText(text)).toBe(address);
});

test('a 款 has no page: its address leads to its place; one that is not there is not found', async () => {
  expect(await decideAddress(matchRoute(`${RULES}/t2.k2`))).toEqual({
    kind: 'leads',
    to: `${RULES}#t2.k2`,
    status: 307,
  });
  expect(await decideAddress(matchRoute(`${RULES}/t2.k3`))).toEqual({ kind: 'missing' });
  expect(await decideAddress(matchRoute(`${RULES}/t1.k1`))).toEqual({ kind: 'missing' });
});

test('the peek at a 款 is that of its article', async () => {
  const place = { kind: 'document', municipality: 'shili', document: 'shizhenggui-2021-2' } as const;
  const at = await getPeek({ ...place, address: 't2.k2' });
  expect(at).toMatchObject({ section: { address: 't2' } });
  expect(at).toEqual(await getPeek({ ...place, address: 't2' }));
});
