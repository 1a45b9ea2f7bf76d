import { afterAll, beforeAll, expect, test } from 'vitest';
import { getClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import { closeSearch } from '@/lib/db/search/sql/pool';
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database';
import { makeIngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText } from '@/lib/db/testing/texts';
import { suggest } from './suggest';

let database: TestDatabase;
beforeAll(async () => {
  const [made, folder] = await Promise.all([createTestDatabase(), makeIngestFolder()]);
  database = made;
  const titles = ['提高最低生活保障标准', '办好社区食堂', '屋顶绿化', '疏浚溪流'];
  for (const [at, title] of titles.entries()) {
    const text = { number: `示政发〔2023〕${at + 1}号`, title: `示例市人民政府关于${title}的通知` };
    await folder.write(`${at}.txt`, documentText({ ...text, body: ['一、要求', `做好${title}工作。`] }));
  }
  await ingestPaths([folder.path], { prisma: database.prisma });
  await folder.clear();
  process.env.DATABASE_URL = database.url;
});
afterAll(async () => {
  await closeSearch();
  await getClient().$disconnect();
  await database.drop();
});

test.each([
  ['shequshitang', '社区食堂', '办好社区食堂'],
  ['she qu shi tang', '社区食堂', '办好社区食堂'],
  ['shequshit', '社区食', '办好社区食堂'],
  ['Lvhua', '绿化', '屋顶绿化'],
  ['社区食糖', '社区食堂', '办好社区食堂'],
  ['设区食堂', '社区食堂', '办好社区食堂'],
  ['舒浚', '疏浚', '疏浚溪流'],
])('%s, which nothing has, brings %s and its titles', async (typed, word, title) => {
  const found = await suggest(typed);
  expect(found[0]).toMatchObject({ kind: 'term', text: word });
  const [document] = found.filter(({ kind }) => kind === 'document');
  expect(document?.text).toContain(title);
  expect(document?.marks.map(({ start, end }) => document.text.slice(start, end))).toEqual([word]);
});

test('pinyin of the everyday word brings the titles that have the official one', async () => {
  const [word, document] = await suggest('dibao');
  expect(word).toMatchObject({ kind: 'term', text: '低保', href: '/search?q=%E4%BD%8E%E4%BF%9D' });
  expect(document?.text).toBe('示例市人民政府关于提高最低生活保障标准的通知');
  expect(document?.marks.map(({ start, end }) => document.text.slice(start, end))).toEqual(['最低生活保障']);
});

test('a word of the table that leads to nothing held is not suggested', async () => {
  expect(await suggest('gongjijin')).toEqual([]);
});

test.each(['zzzz', 'sh', 'xyz'.repeat(20), 'http', '扬', '无此词语无此词语', 'a b c', "di'bao'x'"])(
  '%s costs nothing and breaks nothing',
  async (typed) => {
    expect(Array.isArray(await suggest(typed))).toBe(true);
  },
);
