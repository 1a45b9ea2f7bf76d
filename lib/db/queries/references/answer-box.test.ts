import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { createCorpusDatabase } from '@/lib/db/testing/corpus';
import type { TestDatabase } from '@/lib/db/testing/database';
import { answerBox } from './answer-box';
import { addressOfText } from './resolve-text';
import { suggestPlaces } from './suggest-places';
import { searchAsMeant } from './understand-search';

let database: TestDatabase;
beforeAll(async () => {
  database = await createCorpusDatabase();
});
afterAll(async () => {
  await getClient().$disconnect();
  await database.drop();
});

const box = (q: string, inside?: string) => answerBox(parseSearchParams({ q }), inside);

test.each<[string, string | undefined, string]>([
  ['示政发[2022]9号', undefined, '/shili/shizhengfa-2022-9'],
  ['《示例市绿化办法》（示政发〔2022〕9号）二、（二）', undefined, '/shili/shizhengfa-2022-9#2.2'],
  ['绿化办法第二部分', undefined, '/shili/shizhengfa-2022-9#2'],
  ['9号文', 'shili', '/shili/shizhengfa-2022-9'],
  ['样例市2号文', undefined, '/yangli/shizhengfa-2023-2'],
  ['示政发〔2023〕2号', 'yangli', '/yangli/shizhengfa-2023-2'],
  ['https://portal.example/shili/shizhengfa-2022-9#2.1。', undefined, '/shili/shizhengfa-2022-9#2.1'],
  ['示例市人民政府公报2023年第1号', undefined, '/shili/issues/2023/1'],
])('%s inside %s leads to %s', async (q, inside, leads) => {
  expect(await box(q, inside)).toEqual({ leads });
});

test('several numbers are listed in their order, with what is not held', async () => {
  const answer = await box('示政发〔2022〕9号、国发〔2021〕3号');
  expect('references' in answer && answer.references.map(({ kind }) => kind)).toEqual(['place', 'absent']);
  // What is chosen from is not searched for in other words.
  expect(answer).toMatchObject({ understood: null });
});

test('a number of two cities is a choice of the answer itself', async () => {
  const answer = await box('示政发〔2023〕2号');
  expect('references' in answer && [answer.references, answer.answer.number?.documents.length]).toEqual([[], 2]);
});

test.each(['8号文', '二十四小时值守', '养老', '绿化', '第二条', '/nowhere/nothing'])('%s leads nowhere', async (q) => {
  const answer = await box(q);
  expect('references' in answer && answer.references).toEqual([]);
});

describe('words that find nothing as they stand', () => {
  const taken = async (q: string) => {
    const { filter, understood, answer } = await searchAsMeant(parseSearchParams({ q }));
    return [filter.municipality, filter.q, understood?.left, answer.documents.length > 0];
  };
  test.each([
    ['示例屋顶绿化', ['shili', '屋顶绿化']],
    ['行道树怎么养护', [undefined, '行道树 养护']],
    ['请问屋顶绿化', [undefined, '屋顶绿化']],
    ['yanglao', [undefined, '养老']],
    ['lvhua yanglao', [undefined, '绿化 养老']],
    ['请问养老服雾咋办', [undefined, '养老服务']],
    ['請問行道樹咋養護', [undefined, '行道樹 養護']],
  ])('%s is taken as %j', async (q, [municipality, words]) => {
    expect((await taken(q)).slice(0, 2)).toEqual([municipality, words]);
  });
  test('what nothing has is left out, and said', async () => {
    expect(await taken('屋顶绿化怎么造飞机场')).toEqual([undefined, '屋顶绿化', ['飞机场'], true]);
  });
  test.each(['"屋顶绿化 飞机场"', '标题:飞机场', '屋顶绿化 飞机场'])('%s stays as it is', async (q) => {
    expect(await taken(q)).toEqual([undefined, q, undefined, false]);
  });
});

test('a clause is suggested for a citation, and nothing for words', async () => {
  expect(await suggestPlaces('《示例市绿化办法》二、（二）')).toMatchObject([
    { kind: 'heading', href: '/shili/shizhengfa-2022-9#2.2' },
  ]);
  expect(await suggestPlaces('绿化')).toEqual([]);
});

test('/go gives one address or none', async () => {
  expect(await addressOfText('国发2021 3')).toBe(`/wenhao/${encodeURIComponent('国发〔2021〕3号')}`);
  expect(await addressOfText('示政发〔2022〕9号、示政发〔2023〕1号')).toBeNull();
});
