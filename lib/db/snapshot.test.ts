import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { parseSearchParams, searchRequest } from '@/lib/addresses/search-params';
import { streamWanted } from '@/lib/db/queries/numbers/wanted';
import { engine } from '@/lib/db/search/index';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createNumberedDatabase } from '@/lib/db/search/testing/numbered-documents';
import type { TestDatabase } from '@/lib/db/testing/database';
import { respondWithTable } from '@/lib/export/site/responses';
import { isSearchUnavailable } from '@/lib/search/errors';
import { inSnapshot, runInSnapshot } from './snapshot';

const COUNT = 900;

let database: TestDatabase;
beforeAll(async () => {
  database = await createNumberedDatabase(
    Array.from({ length: COUNT }, (_, at) => ({
      docNumber: `示政发〔2019〕${at + 1}号`,
      agencyCode: '示政发',
      year: 2019,
      serial: at + 1,
      title: `关于修缮第${at + 1}号水井的通知`,
    })),
  );
});
beforeEach(async () => {
  await database.prisma.citedNumber.deleteMany();
  await database.prisma.citedNumber.createMany({ data: Array.from({ length: 50 }, (_, at) => cited(at + 1)) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
afterAll(async () => {
  await closeSearch();
  await database.drop();
});

const cited = (serial: number) => ({
  docNumber: `国发〔2020〕${serial}号`,
  agencyCode: '国发',
  year: 2020,
  serial,
  documents: 1,
  mentions: 1,
  held: false,
});
const request = searchRequest(parseSearchParams({ q: '修缮' }));
/** Connections of exports that are inside a transaction. */
const countOpen = async (): Promise<number> => {
  const [row] = await database.prisma.$queryRaw<[{ open: number }]>`
    SELECT count(*)::int AS "open" FROM pg_stat_activity
    WHERE "datname" = current_database() AND "application_name" = 'gongbao export' AND "state" <> 'idle'`;
  return row.open;
};
async function takeAll<Item>(first: Item[], batches: AsyncGenerator<Item[]>): Promise<Item[]> {
  const all = [...first];
  for await (const batch of batches) all.push(...batch);
  return all;
}
const firstOf = async <Item>(batches: AsyncGenerator<Item[]>): Promise<Item[]> => {
  const { value } = (await batches.next()) as IteratorResult<Item[], undefined>;
  return value ?? [];
};

test('a list of hits shows the state of its beginning, whatever is stored meanwhile', async () => {
  const hits = engine.listHits(request, 10_000) as AsyncGenerator<{ document: { slug: string; title: string } }[]>;
  const first = await firstOf(hits);
  expect(first.length).toBeLessThan(COUNT);
  const was = { title: '关于填埋水井的通知', matchTitle: '关于填埋水井的通知' };
  await database.prisma.document.updateMany({ where: { serial: { lte: COUNT / 2 } }, data: was });
  await database.prisma.document.deleteMany({ where: { serial: { gt: COUNT - 10 } } });
  const all = await takeAll(first, hits);
  expect(new Set(all.map(({ document }) => document.slug)).size).toBe(COUNT);
  expect(all.filter(({ document }) => !document.title.includes('修缮'))).toEqual([]);
  expect(await countOpen()).toBe(0);
});

test('the wanted list too, with days as they are stored', async () => {
  await database.prisma.citedNumber.updateMany({ data: { newestOn: new Date('2020-03-01') } });
  const batches = streamWanted({ agency: '国发', year: 2020 }, 45, 10);
  const first = await firstOf(batches);
  await database.prisma.citedNumber.deleteMany();
  const all = await takeAll(first, batches);
  expect(all.map(({ serial }) => serial).sort((one, other) => one! - other!)).toHaveLength(45);
  expect(all[0]?.newestOn).toEqual(new Date('2020-03-01'));
  expect(await countOpen()).toBe(0);
});

test('a reader who leaves gives the connection back, also one who leaves before the answer', async () => {
  const batches = streamWanted({}, 50, 10);
  await batches.next();
  expect(await countOpen()).toBe(1);
  await batches.return();
  expect(await countOpen()).toBe(0);

  const leave = new AbortController();
  const asked = new Request('http://localhost/search.csv?q=修缮', { signal: leave.signal });
  const answer = await respondWithTable(engine, asked, { siteUrl: 'https://gongbao.example', siteName: '公报' });
  leave.abort();
  await vi.waitFor(async () => expect(await countOpen()).toBe(0));
  await answer.body?.cancel();
});

test('a slow reader holds no connection: the table is made ahead', async () => {
  const asked = new Request('http://localhost/search.csv?q=水井');
  const answer = await respondWithTable(engine, asked, { siteUrl: 'https://gongbao.example', siteName: '公报' });
  await vi.waitFor(async () => expect(await countOpen()).toBe(0), 5000);
  const lines = (await answer.text()).trim().split('\r\n');
  expect(lines).toHaveLength((await database.prisma.document.count()) + 1);
});

test('too many at once are refused, and pages and searches do not notice', async () => {
  const held = [1, 2, 3].map(() => streamWanted({}, 50, 10));
  for (const each of held) await each.next();
  const refused = (engine.listHits(request, 10) as AsyncGenerator).next();
  expect(await engine.search(request)).toMatchObject({ timedOut: false });
  await expect(refused).rejects.toSatisfy(isSearchUnavailable);
  for (const each of held) await each.return();
  expect(await takeAll([], streamWanted({}, 50, 10))).toHaveLength(50);
});

test('a server that is paused when an answer begins keeps nobody waiting', async () => {
  await takeAll([], streamWanted({}, 50, 10));
  const rows = await database.prisma.$queryRaw<{ pid: number }[]>`
    SELECT "pid" FROM pg_stat_activity WHERE "datname" = current_database() AND "application_name" = 'gongbao export'`;
  for (const { pid } of rows) process.kill(pid, 'SIGSTOP');
  const since = Date.now();
  try {
    await expect(streamWanted({}, 50, 10).next()).rejects.toThrow();
    expect(Date.now() - since).toBeLessThan(4000);
  } finally {
    for (const { pid } of rows) process.kill(pid, 'SIGCONT');
  }
  expect(await takeAll([], streamWanted({}, 50, 10))).toHaveLength(50);
});

test('after a minute the connection is taken away, and the answer breaks off', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const batches = inSnapshot(async function* () {
    for (;;) yield await runInSnapshot({ text: 'SELECT 1' });
  });
  await batches.next();
  vi.advanceTimersByTime(61_000);
  await expect(batches.next()).rejects.toThrow('took too long');
  vi.useRealTimers();
  await vi.waitFor(async () => expect(await countOpen()).toBe(0));
});
