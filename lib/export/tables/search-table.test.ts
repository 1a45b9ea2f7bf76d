import { expect, test } from 'vitest';
import { foundSection, hitDocument } from '@/components/search/testing/answers';
import type { SearchHit } from '@/lib/search/engine';
import { printTable, tableDisposition } from './search-table';

const siteUrl = 'https://gongbao.example';
const head = '\ufeff标题,文号,发文机关,成文日期,城市,刊载,文种,时效,主题分类,索引号,位置,摘录,网址\r\n';

async function print(...batches: SearchHit[][]): Promise<string[]> {
  // eslint-disable-next-line @typescript-eslint/require-await -- as an engine gives them, without its database
  const given = async function* () {
    yield* batches;
  };
  const pieces: string[] = [];
  for await (const piece of printTable(given(), siteUrl)) pieces.push(piece);
  return pieces;
}
const printRows = async (...hits: SearchHit[]) => (await print(hits)).join('').slice(head.length);

test('the table begins with what Excel wants and a head in Chinese, once, also where nothing was found', async () => {
  expect(await print()).toEqual([head]);
  const [first, second] = await print(
    [{ document: hitDocument(), section: null }],
    [{ document: hitDocument(), section: null }],
  );
  expect(first).toBe(head + second!);
});

test('a search that fails at once has not begun its table', async () => {
  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  const failing = async function* (): AsyncGenerator<SearchHit[]> {
    throw new Error('no answer');
  };
  await expect(printTable(failing(), siteUrl).next()).rejects.toThrow('no answer');
});

test('a hit is a row', async () => {
  const document = hitDocument({ topic: '民政、扶贫、救灾', indexNumber: 'SL0000/2024-00012' });
  expect(await printRows({ document, section: foundSection() })).toBe(
    '示例市人民政府关于办好社区食堂的意见,示政发〔2024〕1号,示例市人民政府,2024-03-05,示例市,2024年第2号,意见,未见废止信息,民政、扶贫、救灾,SL0000/2024-00012,' +
      '正文 › 二、建设 › （一）选址。,"…每个街道至少有一处食堂,就近用餐。",https://gongbao.example/shili/shizhengfa-2024-1#n-2.1\r\n',
  );
});

test('a hit in the title alone has no section; what is not known is empty', async () => {
  const document = hitDocument({
    docNumber: null,
    agency: null,
    signedOn: null,
    issue: null,
    genre: null,
    validity: 'repealed',
  });
  expect(await printRows({ document, section: null })).toBe(
    '示例市人民政府关于办好社区食堂的意见,,,,示例市,单行文件,,已废止,,,,,https://gongbao.example/shili/shizhengfa-2024-1\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('%j is no formula', async (title) => {
  const [cell] = (await printRows({ document: hitDocument({ title }), section: null })).split(',示政发');
  expect(cell).toMatch(/^"?'/);
});

test('quotation marks and line breaks stay inside their cell', async () => {
  const row = await printRows({ document: hitDocument({ title: '甲"乙\n丙' }), section: null });
  expect(row).toMatch(/^"甲""乙\n丙",示政发/);
});

test.each([
  ['养老', '检索-养老.csv'],
  ['', '检索.csv'],
  ['../../etc "甲"\r\nX: 1 (乙)', '检索-etc 甲 X 1 (乙).csv'],
  ['长'.repeat(100), `检索-${'长'.repeat(40)}.csv`],
])('the file of %j', (q, name) => {
  const disposition = tableDisposition(q);
  expect(disposition).toMatch(/^attachment; filename=search\.csv; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1]!).replace(/ +/g, ' ')).toBe(name);
});
