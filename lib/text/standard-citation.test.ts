import { expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { citationOf, citeDocument } from './standard-citation';
import { quoteTitle } from './quote-title';

const text = `示例市人民政府文件
示政发〔2024〕9号
示例市人民政府关于印发《示例市凉亭建设规划》的通知
各县区人民政府:
现将《示例市凉亭建设规划》印发给你们,请认真执行。
示例市人民政府
2024年3月1日
示例市凉亭建设规划
一、总体要求
(一)指导思想。凉亭要结实。
(二)主要目标
1.数量。每个公园一座。
(1)公园。先建大公园。
专栏1 凉亭工程
1.木亭。修缮木亭。
2.石亭。新建石亭。
二、保障措施
落实责任。
附件1
凉亭管理办法
第一章 总则
第一条 为了管理凉亭,制定本办法。
第二条 管理单位应当做到:
(一)每日打扫;
(二)每年检修。
附件2
凉亭数量表
序号\t名称\t座数
1\t大公园\t3
2\t小公园\t1
`;
const [tree] = parseGazette(text).tree.children.filter((child) => child.type === 'document') as [ast.Document];
const document = {
  title: tree.title,
  docNumber: '示政发〔2024〕9号',
  agency: '示例市人民政府',
  signedOn: new Date('2024-03-01'),
  tree,
};
const notice = '《示例市人民政府关于印发〈示例市凉亭建设规划〉的通知》（示政发〔2024〕9号）';
const plan = '《示例市凉亭建设规划》（示政发〔2024〕9号）';

test.each([
  ['n', notice],
  ['a', plan],
  ['a-1', `${plan}第一部分`],
  ['a-1.1', `${plan}一、（一）`],
  ['a-1.2.1', `${plan}一、（二）1.`],
  ['a-1.2.1.1', `${plan}一、（二）1.（1）`],
  ['a-zhuanlan1', `${plan}专栏1`],
  ['a-zhuanlan1.2', `${plan}专栏1第2项`],
  ['f1', `${notice}附件1`],
  ['f1-z1', `${notice}附件1第一章`],
  ['f1-t2', `${notice}附件1第二条`],
  ['f1-t2.2', `${notice}附件1第二条第（二）项`],
  ['f2', `${notice}附件2`],
  ['f2-biao1', `${notice}附件2表1`],
])('%s is cited as %s', (address, citation) => {
  expect(citationOf(document, address)).toBe(citation);
});

test('a document is cited without an address, and by one that it does not have', () => {
  expect(citationOf(document)).toBe(notice);
  expect(citationOf(document, 'a-99')).toBe(notice);
});

test('a document without a number is cited by agency and day', () => {
  const unnumbered = { title: '防汛通知', docNumber: null, agency: '甲局 乙局', signedOn: new Date('2024-05-06') };
  expect(citeDocument(unnumbered)).toBe('《防汛通知》（甲局、乙局，2024年5月6日）');
  expect(citeDocument({ ...unnumbered, agency: null, signedOn: null })).toBe('《防汛通知》');
});

test('an order without a title is cited by its number alone', () => {
  const order = { title: '示例市人民政府令', docNumber: '示例市人民政府令第7号', agency: null, signedOn: null };
  expect(citeDocument(order)).toBe('示例市人民政府令第7号');
});

test.each([
  ['《甲办法》', '《甲办法》'],
  ['关于印发《甲办法(试行)》的通知', '《关于印发〈甲办法（试行）〉的通知》'],
  ['转发关于印发〈甲 办法〉的通知', '《转发关于印发〈甲办法〉的通知》'],
  ['转发《关于印发〈甲办法〉的通知》的函', '《转发〈关于印发《甲办法》的通知〉的函》'],
  ['《关于印发〈甲办法〉的通知》', '《关于印发〈甲办法〉的通知》'],
  ['《甲》和《乙》合并', '《〈甲〉和〈乙〉合并》'],
  ['《甲》和《乙》', '《〈甲〉和〈乙〉》'],
  ['》乙《', '《〉乙〈》'],
  ['', '《》'],
])('the title %s is quoted as %s', (title, quoted) => {
  expect(quoteTitle(title)).toBe(quoted);
});
