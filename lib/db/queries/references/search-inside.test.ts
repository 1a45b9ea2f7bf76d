import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { searchInside } from './search-inside';

let database: TestDatabase;
beforeAll(async () => {
  const [made, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  database = made;
  const body = [
    '一、保障标准',
    '最低生活保障按月发给家庭，低保对象每年核对一次。',
    '二、河灯巡护',
    '示例市河灯巡护联席会议（以下简称巡联会）每季度开会。',
    '三、屋顶花园',
    '屋顶花园由街道养护。',
  ];
  await folder.write(
    'one.txt',
    documentText({ number: '示政发〔2023〕7号', title: '示例市人民政府关于社会救助的通知', body }),
  );
  await ingestPaths([folder.path], { prisma: database.prisma });
  await folder.clear();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});

const search = async (asked: Record<string, string>) => {
  const document = (await getDocument('shili', 'shizhengfa-2023-7'))!;
  return (await searchInside(document, parseSearchParams(asked)))!;
};
/** The words that are marked, in the order of the text. */
const marked = async (asked: Record<string, string>) => {
  const { found } = await search(asked);
  const words = [...found.marks].flatMap(([leaf, ranges]) =>
    ranges.map(({ start, end }) => ('value' in leaf ? leaf.value.slice(start, end) : '')),
  );
  return words;
};

test('other words for the same are marked too, unless the very words are asked for', async () => {
  expect(await marked({ q: '低保' })).toEqual(['最低生活保障', '低保']);
  expect(await marked({ q: '低保', exact: '1' })).toEqual(['低保']);
  expect(await marked({ q: '低保', off: '最低生活保障' })).toEqual(['低保']);
  expect(await marked({ q: '"低保"' })).toEqual(['低保']);
  expect((await search({ q: '低保' })).others).toMatchObject([{ word: '低保', also: ['最低生活保障'] }]);
  expect((await search({ q: '低保', exact: '1' })).others).toMatchObject([{ also: [], left: ['最低生活保障'] }]);
});

test('what documents define is known inside one, and taken off likewise', async () => {
  expect(await marked({ q: '巡联会' })).toEqual(['巡护联席会议', '巡联会']);
  expect(await marked({ q: '巡联会', exact: '1' })).toEqual(['巡联会']);
});

test.each([
  ['示例市屋顶花园', '屋顶花园'],
  ['示例屋顶花园', '屋顶花园'],
  ['屋顶花园谁养护', '屋顶花园 养护'],
  ['屋顶花圆', '屋顶花园'],
  ['wudinghuayuan', '屋顶花园'],
  ['xunhu', '巡护'],
  ['请问河灯巡户怎么办', '河灯巡护'],
])('%s is taken as %s', async (q, taken) => {
  const inside = await search({ q });
  expect(inside.taken.q).toBe(taken);
  expect(inside.found.addresses.size).toBeGreaterThan(0);
});

test('words that mean nothing here stay as typed, and so does what its typist has marked', async () => {
  for (const q of ['山羊胡子', '山羊养护', '"屋顶花圆"', '标题:屋顶花圆', '示政发〔2020〕1号']) {
    const { typed, taken, found } = await search({ q });
    expect([taken.q, found.addresses.size], q).toEqual([typed.q, 0]);
  }
});

test('nothing typed is no search', async () => {
  const document = (await getDocument('shili', 'shizhengfa-2023-7'))!;
  expect(await searchInside(document, parseSearchParams({}))).toBeNull();
});
