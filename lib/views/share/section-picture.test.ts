import { expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { viewSection } from '@/lib/views/document/section-view';
import { unknownValidity } from '@/lib/validity/validity';
import { heightOf, TYPE, viewPicture } from './section-picture';

const text = `示例市人民政府文件
示政发〔2024〕9号
示例市人民政府关于修缮凉亭的通知
各县区人民政府:
一、总体要求
(一)凉亭要结实,柱子要直。
(二)每个公园一座。
二、保障措施
${'每季度检查一次凉亭的柱子和屋顶,并且记录在册。'.repeat(40)}
示例市人民政府
2024年3月1日
附件1
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
  municipality: { name: '示例市', sample: true },
  issue: null,
  tree,
};
const pictureOf = (address: string, validity = unknownValidity) =>
  viewPicture(document, viewSection(tree, address)!, validity, 'https://gongbao.example/shili/x/1');

test('a picture has the words of its section, below its name', () => {
  const { name, text: lines, rest, number, source, state, qr } = pictureOf('1');
  expect(name).toEqual(['一、总体要求']);
  expect(lines.join('')).toBe('　　（一）凉亭要结实，柱子要直。　　（二）每个公园一座。');
  expect([rest, number, state, source]).toEqual(['', '示政发〔2024〕9号', '', '示例　示例市　2024年3月1日']);
  expect(qr).not.toBeNull();
});

test('a long text ends behind a sentence, and says how long all of it is', () => {
  const { text: lines, rest } = pictureOf('2');
  const shown = lines.join('');
  expect(shown.length).toBeLessThanOrEqual(600);
  expect(shown.length).toBeGreaterThan(500);
  expect(shown).toMatch(/。$/u);
  expect(rest).toContain('全节约 920 字');
});

test('no line is wider than the picture, but for a mark that hangs', () => {
  for (const address of ['1', '2', 'f1-biao1'])
    for (const line of pictureOf(address).text) expect(line.length, line).toBeLessThanOrEqual(TYPE.text.ems * 1.7);
});

test('a table gives its rows', () => {
  expect(pictureOf('f1-biao1').text.join('\n')).toContain('大公园 ｜ 3');
});

test('what no longer holds is stamped with the reason, and has its space', () => {
  const expired = pictureOf('1', { ...unknownValidity, state: 'expired' });
  expect(expired.state).toBe('已失效');
  expect(heightOf({ ...expired, why: '有效期至2025年12月31日' })).toBe(heightOf(pictureOf('1')) + 48);
});
