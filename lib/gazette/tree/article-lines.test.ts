import { describe, expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { listParagraphAddresses, paragraphName } from './article-lines';
import { addressOfLocator, readLocatorPath, withoutParagraphs } from './locator-address';
import { outlineDocument, type OutlineEntry } from './outline';

const documentIn = (lines: readonly string[]): ast.Document =>
  parseGazette(
    [
      '示政规〔2021〕2号',
      '示例市停蜂场管理办法',
      ...lines.map((line) => `　　${line}`),
      '　　示例市人民政府',
      '　　2021年4月1日',
    ].join('\n'),
  ).tree.children.find((child) => child.type === 'document')!;

const rules = documentIn([
  '第一条　为规范停蜂场，制定本办法。',
  '第二条　停蜂场应当符合下列条件：',
  '（一）远离学校；',
  '（二）设有围栏。',
  '第三条　收费标准如下：',
  '（一）小型蜂箱每日三元；',
  '（二）大型蜂箱每日十三元。',
  '收费应当公示。',
  '不得收取下列费用：',
  '（一）登记费；',
  '（二）检查费。',
  '第四条　市蜂业局每年检查。',
  '检查结果应当公布。',
]);
const inside = [...listParagraphAddresses(rules).values()].flat();
const idsOf = (entries: readonly OutlineEntry[]): string[] =>
  entries.flatMap(({ id, children }) => [id, ...idsOf(children)]);
const printed = idsOf(outlineDocument(rules));
const locate = (locator: string): string | null => {
  const found = addressOfLocator(locator, [...printed, ...inside.map(({ address }) => address)]);
  return inside.find(({ address }) => address === found)?.at ?? found;
};

test('the 款 of an article that has several have addresses, and are no addresses of anything else', () => {
  expect(inside.filter(({ address, at }) => address === at).map(({ address }) => address)).toEqual([
    't3.k1',
    't3.k2',
    't3.k3',
    't4.k1',
    't4.k2',
  ]);
  expect(printed.filter((id) => inside.some(({ address }) => address === id))).toEqual([]);
});

describe('a 款 or 项 that is named', () => {
  test.each([
    ['第四条第二款', 't4.k2'],
    ['第四条第一款', 't4.k1'],
    ['第四条第三款', 't4'],
    ['第三条第二款', 't3.k2'],
    ['第三条第一款第（二）项', 't3.2'],
    ['第三条第三款第（一）项', printed.find((id) => /^t3\.1-/.test(id))],
    ['第三条第二款第（一）项', 't3.k2'],
    ['第二条第一款', 't2'],
    ['第二条第一款第（二）项', 't2.2'],
    ['第二条第（二）项', 't2.2'],
    ['第二条第二款', 't2'],
    ['第九条第二款', null],
  ])('%s is at %s', (locator, address) => {
    expect(address).not.toBeUndefined();
    expect(locate(locator)).toBe(address);
  });

  test('without what is known of 款, it is the article, as it always was', () => {
    for (const locator of ['第四条第二款', '第三条第三款第（一）项', '第四条第一款'])
      expect(addressOfLocator(locator, printed)).toBe(locator.startsWith('第四') ? 't4' : 't3');
    expect(withoutParagraphs(readLocatorPath('第三条第三款第（一）项')!).paths).toEqual([['t3']]);
  });
});

test.each([
  ['an article with a title of its own', ['第一条　收费标准', '小型蜂箱每日三元。', '大型蜂箱每日十三元。']],
  ['an item with a paragraph of its own', ['第一条　收费标准如下：', '（一）小型蜂箱：', '1. 每日三元；', '2. 每月五十元。', '（二）大型蜂箱。']],
])('%s has no 款 that could be counted', (_name, lines) => {
  expect(listParagraphAddresses(documentIn([...lines, '第二条　本办法自2021年5月1日起施行。'])).size).toBe(0);
}); // prettier-ignore

test('names', () => {
  expect(['k2', 'k12.1', '3'].map(paragraphName)).toEqual(['第二款', '第十二款第（一）项', '']);
});
